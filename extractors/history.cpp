#include "extractors/history.h"

#include "extractors/area_rows.h"
#include "extractors/readings.h"
#include "extractors/scoring_marks.h"
#include "model/figure_row.h"
#include "model/instrument.h"
#include "model/printed_figures.h"
#include "model/printed_tokens.h"
#include "model/record_facts.h"
#include "text/tokens.h"

#include <fmt/format.h>

#include <algorithm>

namespace kompass {

namespace {

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

/// The columns whose heads hold a year; what else stands beside them (a change, a mean, what another scoring
/// has) is left.
std::vector<YearColumn> columns_of(const Blocks& blocks, std::size_t at, ScoringMark other,
                                   const rules::RuleSet& rules) {
    std::vector<YearColumn> columns;
    const auto& head = blocks[at].table.rows.front();
    const auto marks = marks_of_columns(blocks, at, rules);
    for (std::size_t c = FigureRow::first_figure; c < head.size(); ++c) {
        const auto year = evaluation_year(head[c].text, rules);
        if (year && marks[c] != other) columns.push_back({c, empty_column(*year, head[c].places)});
    }
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
    const auto area = area_of_row(cells, knowledge);
    if (!area) return;
    for (auto& [cell, column] : columns) {
        if (cell >= cells.size()) continue;
        auto& value = *area == 0 ? column.total : column.areas[static_cast<std::size_t>(*area) - 1];
        take_value(cells[cell], *area, value, column, evidence);
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
    const auto year = printed::year_in(cells.front()->text);
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

std::vector<HistoryColumn> years_across(const Blocks& blocks, std::size_t at, ScoringMark other,
                                        const rules::Knowledge& knowledge, audit::Evidence& evidence) {
    const auto& table = blocks[at].table;
    if (!table.has_head) return {};
    auto found = columns_of(blocks, at, other, knowledge.rules);
    if (found.empty()) return {};
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

std::vector<HistoryColumn> extract_history(const Blocks& blocks, ScoringMark other,
                                           const rules::Knowledge& knowledge, audit::Evidence& evidence) {
    for (std::size_t at = 0; at < blocks.size(); ++at) {
        const auto& block = blocks[at];
        if (block.kind != BlockKind::table || block.table.figures < 1) continue;
        if (auto columns = years_across(blocks, at, other, knowledge, evidence); is_filled(columns))
            return columns;
        if (auto columns = years_down(block.table, evidence); is_filled(columns)) return columns;
    }
    return {};
}

} // namespace kompass
