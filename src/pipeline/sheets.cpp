#include "pipeline/sheets.h"

namespace kompass::pipeline {
namespace {

class Sheets {
public:
    explicit Sheets(const std::vector<layout::OnSheet>& sheet) : sheet_(sheet) {}

    void put(int& page) const { page = sheet_of(page).number; }
    void put(Place& place) const {
        const auto sheet = sheet_of(place.page);
        place.page = sheet.number;
        if (!place.box) return;
        place.box->x0 += sheet.left;
        place.box->x1 += sheet.left;
    }
    void put(Places& places) const {
        for (auto& place : places)
            put(place);
    }
    void put(Block& block) const {
        put(block.places);
        for (auto& line : block.lines)
            put(line.place);
        for (auto& row : block.table.rows)
            for (auto& cell : row) {
                put(cell.places);
                for (auto& places : cell.item_places)
                    put(places);
            }
    }
    void put(Chapter& chapter) const {
        put(chapter.page);
        for (auto& paragraph : chapter.paragraphs)
            put(paragraph.page);
    }
    void put(Area& area) const {
        put(area.places);
        put(area.total.places);
        for (auto& question : area.questions)
            put(question.score.places);
        for (auto* findings : {&area.strengths, &area.improvements, &area.weaknesses})
            for (auto& finding : *findings)
                put(finding.places);
        for (auto& paragraph : area.prose)
            put(paragraph.page);
    }

private:
    [[nodiscard]] layout::OnSheet sheet_of(int page) const {
        const bool known = page >= 1 && static_cast<std::size_t>(page) <= sheet_.size();
        return known ? sheet_[static_cast<std::size_t>(page) - 1] : layout::OnSheet{page, 0};
    }

    const std::vector<layout::OnSheet>& sheet_;
};

} // namespace

void place_on_sheets(const std::vector<layout::OnSheet>& sheet, std::size_t first_trouble, Blocks& blocks,
                     Record& record) {
    const Sheets sheets(sheet);
    for (auto& block : blocks)
        sheets.put(block);
    for (auto& area : record.areas)
        sheets.put(area);
    for (auto& chapter : record.chapters)
        sheets.put(chapter);
    for (auto& column : record.history)
        sheets.put(column.places);
    for (auto& scoring : record.scorings) {
        sheets.put(scoring.places);
        sheets.put(scoring.total.places);
        for (auto& area : scoring.areas)
            sheets.put(area);
        for (auto& column : scoring.history)
            sheets.put(column.places);
    }
    for (auto& one : record.provenance)
        sheets.put(one.places);
    for (auto& finding : record.findings_of_audit)
        sheets.put(finding.places);
    for (std::size_t i = first_trouble; i < record.troubles.size(); ++i)
        if (auto& place = record.troubles[i].place) sheets.put(*place);
    if (record.account)
        for (auto& unclaimed : record.account->unclaimed)
            sheets.put(unclaimed.places);
}

} // namespace kompass::pipeline
