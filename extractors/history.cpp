#include "extractors/history.h"

#include "extractors/readings.h"
#include "model/figure_row.h"
#include "model/instrument.h"
#include "model/printed_figures.h"
#include "model/printed_tokens.h"
#include "model/record_facts.h"
#include "text/tokens.h"
#include "text/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace kompass {

namespace {

/// The year in a head cell: "2015", "År 2015", "2015*".
std::optional<int> year_in(std::string_view text) {
    for (std::size_t i = 0; i + 4 <= text.size(); ++i)
        if (const auto year = printed::year(text.substr(i, 4))) return year;
    return std::nullopt;
}

std::string_view from_first_letter(std::string_view text) {
    while (!text.empty()) {
        const auto sign = unicode::first_sign(text);
        if (unicode::is_letter(sign.point)) break;
        text.remove_prefix(sign.size);
    }
    return text;
}

/// The area a row is about: by its title, else by its number.
int area_of(std::string_view label, const rules::Knowledge& knowledge) {
    label = text::trimmed(label);
    if (const int known = knowledge.editions.area_of_title(from_first_letter(label))) return known;
    const bool numbered = !label.empty() && label.front() >= '1' && label.front() < '1' + area_count &&
                          (label.size() == 1 || std::isdigit(static_cast<unsigned char>(label[1])) == 0);
    return numbered ? label.front() - '0' : 0;
}

std::optional<Decimal> value_of(const TableCell& cell) {
    const auto figure = printed::figure(cell.text);
    return figure ? std::optional(figure->value) : std::nullopt;
}

/// A column of the record, and where the table has its figures.
struct YearColumn {
    std::size_t cell = 0;
    HistoryColumn column;
};

HistoryColumn empty_column(int year, const Places& places) {
    return {year, std::vector<std::optional<Decimal>>(area_count), std::nullopt, places};
}

/// The columns whose heads hold a year; what else stands beside them (a change, a mean) is left.
std::vector<YearColumn> columns_of(const Table& table) {
    std::vector<YearColumn> columns;
    const auto& head = table.rows.front();
    for (std::size_t c = FigureRow::first_figure; c < head.size(); ++c)
        if (const auto year = year_in(head[c].text))
            columns.push_back({c, empty_column(*year, head[c].places)});
    return columns;
}

void take_value(const TableCell& cell, int area, std::optional<Decimal>& value, HistoryColumn& column,
                audit::Evidence& evidence) {
    value = value_of(cell);
    // Printed, and no figure that reports give.
    const auto printed = printed::figures(cell.text);
    if (!value && !printed.empty() && !printed.front().dash)
        column.doubtful.push_back(note_of(history_cell(column.year, area)));
    note_if_unsure(cell, history_cell(column.year, area), {column.doubtful, column.candidates}, evidence);
    for (const auto& place : cell.places)
        add_place(column.places, place);
}

void take_row(const TableRow& cells, const rules::Knowledge& knowledge, std::vector<YearColumn>& columns,
              audit::Evidence& evidence) {
    const FigureRow row(cells);
    const auto& wording = row.wording().text;
    const auto label = row.label().text.empty() ? wording : row.label().text + " " + wording;
    const bool total = knowledge.rules.matches("history_total", text::trimmed(label));
    const int area = total ? 0 : area_of(label, knowledge);
    if (!total && area == 0) return;
    for (auto& [cell, column] : columns) {
        if (cell >= cells.size()) continue;
        auto& value = total ? column.total : column.areas[static_cast<std::size_t>(area - 1)];
        take_value(cells[cell], area, value, column, evidence);
    }
}

/// A row that is a year: its first cell names it, eight areas follow, and their sum. What does not add up is
/// doubtful, as nothing else says which column is which.
std::optional<HistoryColumn> year_row(const TableRow& row, audit::Evidence& evidence) {
    std::vector<const TableCell*> cells;
    for (const auto& cell : row)
        if (!cell.text.empty()) cells.push_back(&cell);
    constexpr std::size_t fewest = area_count + 1;
    if (cells.size() < fewest || cells.size() > fewest + 1) return std::nullopt;
    const auto year = year_in(cells.front()->text);
    if (!year) return std::nullopt;
    auto column = empty_column(*year, cells.front()->places);
    Decimal sum;
    for (std::size_t i = 0; i + 1 < fewest; ++i) {
        take_value(*cells[i + 1], static_cast<int>(i) + 1, column.areas[i], column, evidence);
        sum += column.areas[i].value_or(0);
    }
    if (cells.size() > fewest) take_value(*cells[fewest], 0, column.total, column, evidence);
    if (column.total != sum)
        for (int i = 1; i <= area_count; ++i)
            column.doubtful.push_back(note_of(history_cell(column.year, i)));
    return column;
}

/// With a figure, or a doubt about the one that is printed.
bool is_filled(const HistoryColumn& column, int area) {
    return column.areas[static_cast<std::size_t>(area - 1)].has_value() ||
           is_doubtful(column.doubtful, note_of(history_cell(column.year, area)));
}

int areas_filled(const HistoryColumn& column) {
    int filled = 0;
    for (int area = 1; area <= area_count; ++area)
        filled += is_filled(column, area) ? 1 : 0;
    return filled;
}

std::vector<HistoryColumn> years_across(const Table& table, const rules::Knowledge& knowledge,
                                        audit::Evidence& evidence) {
    auto found = columns_of(table);
    if (!table.has_head || found.empty()) return {};
    for (std::size_t r = 1; r < table.rows.size(); ++r)
        take_row(table.rows[r], knowledge, found, evidence);
    std::vector<HistoryColumn> columns;
    columns.reserve(found.size());
    for (auto& [cell, column] : found)
        columns.push_back(std::move(column));
    return columns;
}

std::vector<HistoryColumn> years_down(const Table& table, audit::Evidence& evidence) {
    std::vector<HistoryColumn> columns;
    for (std::size_t r = table.has_head ? 1 : 0; r < table.rows.size(); ++r)
        if (auto column = year_row(table.rows[r], evidence)) columns.push_back(std::move(*column));
    return columns;
}

bool is_filled(const std::vector<HistoryColumn>& columns) {
    return std::any_of(columns.begin(), columns.end(),
                       [](const HistoryColumn& column) { return areas_filled(column) >= area_count / 2; });
}

} // namespace

std::vector<HistoryColumn> extract_history(const Blocks& blocks, const rules::Knowledge& knowledge,
                                           audit::Evidence& evidence) {
    for (const auto& block : blocks) {
        if (block.kind != BlockKind::table || block.table.figures < 1) continue;
        if (auto columns = years_across(block.table, knowledge, evidence); is_filled(columns)) return columns;
        if (auto columns = years_down(block.table, evidence); is_filled(columns)) return columns;
    }
    return {};
}

} // namespace kompass
