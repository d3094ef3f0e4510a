#include "publish/review/archive_table.h"

#include "model/instrument.h"
#include "text/language.h"

namespace kompass::publish {
namespace {

ArchiveRow score_row(const Cell& row, const Score& score) {
    const auto named = [&](CellField field) {
        auto cell = row;
        cell.field = field;
        return cell;
    };
    return {.number = question_number_of(row),
            .label = {},
            .cells = {{named(CellField::points), score.points},
                      {named(CellField::max), score.max},
                      {named(CellField::percent), score.percent}}};
}

const char* title_of(const Record& record, int area) {
    for (const auto& one : record.areas)
        if (one.number == area) return one.title.c_str();
    return "";
}

} // namespace

ArchiveTable score_table(const Area& area) {
    ArchiveTable table{
        {name_of(CellField::points), name_of(CellField::max), name_of(CellField::percent)}, 2, {}};
    for (const auto& question : area.questions) {
        table.rows.push_back(score_row(question_cell(question.number, CellField::whole), question.score));
        table.rows.back().label = question.text;
    }
    table.rows.push_back(score_row(total_cell(area.number, CellField::whole), area.total));
    table.rows.back().label = text::tr("The report's sum");
    table.rows.back().is_sum = true;
    return table;
}

ArchiveTable history_table(const Record& record) {
    ArchiveTable table{{}, record.history.size(), {}};
    for (const auto& column : record.history)
        table.columns.push_back(std::to_string(column.year));
    for (int area = 1; area <= area_count; ++area) {
        auto& row = table.rows.emplace_back();
        row.number = std::to_string(area);
        row.label = title_of(record, area);
        for (const auto& column : record.history) {
            const auto at = static_cast<std::size_t>(area) - 1;
            row.cells.push_back({history_cell(column.year, area),
                                 at < column.areas.size() ? column.areas[at] : std::nullopt});
        }
    }
    auto& sums = table.rows.emplace_back();
    sums.label = text::tr("The report's sum");
    sums.is_sum = true;
    for (const auto& column : record.history)
        sums.cells.push_back({history_cell(column.year, 0), column.total});
    return table;
}

} // namespace kompass::publish
