#include "extractors/area_columns.h"

#include "extractors/area_rows.h"
#include "model/figure_row.h"
#include "model/instrument.h"
#include "model/printed_tokens.h"
#include "text/tokens.h"

#include <algorithm>

namespace kompass {

const TableCell* AreaColumn::cell(int area) const {
    const auto* row = rows.at(static_cast<std::size_t>(area));
    return row != nullptr && column < row->size() ? &(*row)[column] : nullptr;
}

std::optional<Decimal> AreaColumn::points(int area) const {
    const auto* found = cell(area);
    const auto figure = found != nullptr ? printed::figure(text::trimmed(found->text)) : std::nullopt;
    return figure ? std::optional(figure->value) : std::nullopt;
}

int AreaColumn::matches(const std::vector<Area>& areas) const {
    return static_cast<int>(std::count_if(areas.begin(), areas.end(), [&](const Area& area) {
        return area.total.points && points(area.number) == area.total.points;
    }));
}

std::vector<AreaColumn> area_columns(const Blocks& blocks, std::size_t at,
                                     const rules::Knowledge& knowledge) {
    const auto& table = blocks[at].table;
    if (blocks[at].kind != BlockKind::table || table.figures == 0 ||
        count_area_rows(table, knowledge) < area_count / 2)
        return {};
    std::array<const TableRow*, 9> rows{};
    for (std::size_t r = table.has_head ? 1 : 0; r < table.rows.size(); ++r)
        if (const auto area = area_of_row(table.rows[r], knowledge))
            if (auto& row = rows.at(static_cast<std::size_t>(*area)); row == nullptr) row = &table.rows[r];
    const auto marks = marks_of_columns(blocks, at, knowledge.rules);
    std::vector<AreaColumn> columns;
    for (std::size_t c = FigureRow::first_figure; c < marks.size(); ++c) {
        const auto year =
            table.has_head ? evaluation_year(table.rows.front()[c].text, knowledge.rules) : std::nullopt;
        columns.push_back({c, marks[c], year, rows});
    }
    return columns;
}

} // namespace kompass
