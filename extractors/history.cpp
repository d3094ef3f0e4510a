#include "extractors/history.h"

#include "extractors/readings.h"
#include "model/instrument.h"
#include "text/tokens.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace kompass {

namespace {

/// The year in a head cell: "2015", "År 2015", "2015*".
std::optional<int> year_in(std::string_view text) {
    for (std::size_t i = 0; i + 4 <= text.size(); ++i)
        if (const auto year = text::year(text.substr(i, 4))) return year;
    return std::nullopt;
}

/// The area a row is about: by its title, else by its number.
int area_of(std::string_view label, const rules::Knowledge& knowledge) {
    label = text::trimmed(label);
    const auto* const letters = std::find_if(
        label.begin(), label.end(), [](unsigned char c) { return std::isalpha(c) != 0 || c >= 0x80; });
    const auto title = label.substr(static_cast<std::size_t>(letters - label.begin()));
    if (const int known = knowledge.editions.area_of_title(title)) return known;
    const bool numbered = !label.empty() && label.front() >= '1' && label.front() <= '8' &&
                          (label.size() == 1 || std::isdigit(static_cast<unsigned char>(label[1])) == 0);
    return numbered ? label.front() - '0' : 0;
}

std::optional<int> value_of(const TableCell& cell) {
    const auto figure = text::figure(cell.text);
    return figure ? std::optional(figure->value) : std::nullopt;
}

std::vector<HistoryColumn> columns_of(const Table& table) {
    std::vector<HistoryColumn> columns;
    const auto& head = table.rows.front();
    for (std::size_t c = 2; c < head.size(); ++c) {
        const auto year = year_in(head[c].text);
        if (!year) return {};
        columns.push_back({*year, std::vector<std::optional<int>>(area_count), std::nullopt, head[c].places});
    }
    return columns;
}

void take_row(const std::vector<TableCell>& row, const rules::Knowledge& knowledge,
              std::vector<HistoryColumn>& columns, audit::Evidence& evidence) {
    const auto label = row[0].text.empty() ? row[1].text : row[0].text + " " + row[1].text;
    const bool total = knowledge.rules.matches("history_total", text::trimmed(label));
    const int area = total ? 0 : area_of(label, knowledge);
    if (!total && area == 0) return;
    for (std::size_t c = 0; c < columns.size() && c + 2 < row.size(); ++c) {
        const auto value = value_of(row[c + 2]);
        if (total)
            columns[c].total = value;
        else
            columns[c].areas[static_cast<std::size_t>(area - 1)] = value;
        note_if_unsure(row[c + 2], history_cell(columns[c].year, area),
                       {columns[c].doubtful, columns[c].candidates}, evidence);
        for (const auto& place : row[c + 2].places)
            add_place(columns[c].places, place);
    }
}

std::size_t areas_filled(const HistoryColumn& column) {
    return static_cast<std::size_t>(
        std::count_if(column.areas.begin(), column.areas.end(), [](auto& area) { return area.has_value(); }));
}

} // namespace

std::vector<HistoryColumn> extract_history(const Blocks& blocks, const rules::Knowledge& knowledge,
                                           audit::Evidence& evidence) {
    for (const auto& block : blocks) {
        const auto& table = block.table;
        if (block.kind != BlockKind::table || table.figures < 1 || !table.has_head) continue;
        auto columns = columns_of(table);
        if (columns.empty()) continue;
        for (std::size_t r = 1; r < table.rows.size(); ++r)
            take_row(table.rows[r], knowledge, columns, evidence);
        if (areas_filled(columns.front()) >= area_count / 2) return columns;
    }
    return {};
}

} // namespace kompass
