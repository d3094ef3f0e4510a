#include "audit/settlement.h"

#include "audit/area_settlement.h"
#include "audit/history_settlement.h"
#include "model/record_facts.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace kompass::audit {
namespace {

const rules::AreaDefinition* definition_of(const rules::Edition* edition, int number) {
    if (edition == nullptr) return nullptr;
    const auto found = std::find_if(edition->areas.begin(), edition->areas.end(),
                                    [&](const auto& area) { return area.number == number; });
    return found == edition->areas.end() ? nullptr : &*found;
}

HistoryColumn* own_column(Record& record) {
    if (!record.year || is_doubtful(record.doubtful, "year")) return nullptr;
    const auto found = std::find_if(record.history.begin(), record.history.end(),
                                    [&](const auto& column) { return column.year == *record.year; });
    return found == record.history.end() ? nullptr : &*found;
}

std::optional<Figure> figure_of(HistoryColumn* column, int area) {
    if (column == nullptr) return std::nullopt;
    for (const auto& figure : figures(*column))
        if (figure.area == area) return figure;
    return std::nullopt;
}

bool has_boxes(const Record& record) {
    const auto boxes = std::count_if(record.areas.begin(), record.areas.end(),
                                     [](const Area& area) { return area.box_points.has_value(); });
    return 2 * static_cast<std::size_t>(boxes) > record.areas.size();
}

bool sums_up(const HistoryColumn& column) {
    const auto sum = points_in_all(column.areas);
    return sum && column.total == sum;
}

/// The history bears witness as long as it does not make the area inexplicable: a report may print another
/// figure there.
AreaOutcome settle_with_history(Area& area, HistoryColumn* own, const Judgement& judgement) {
    if (own == nullptr) return settle_area(area, std::nullopt, judgement);
    auto tried = area;
    auto column = *own;
    auto outcome = settle_area(tried, figure_of(&column, area.number), judgement);
    if (outcome.state == AreaState::unexplained) return settle_area(area, std::nullopt, judgement);
    area = std::move(tried);
    *own = std::move(column);
    return outcome;
}

} // namespace

Settlement settle(Record& record, const Evidence& evidence, const rules::DigitMisreadings& misreadings,
                  const rules::Edition* edition) {
    Settlement settlement;
    if (evidence.ocr_pages.empty()) return settlement;
    auto* const own = own_column(record);
    const bool boxes = has_boxes(record);
    const auto grains = grains_of(record);
    const bool sums = own != nullptr && sums_up(*own);
    for (auto& area : record.areas) {
        const Judgement judgement{evidence, misreadings, definition_of(edition, area.number),
                                  sums,     boxes,       grains};
        const auto outcome = settle_with_history(area, own, judgement);
        if (outcome.state == AreaState::explained) settlement.explained.insert(area.number);
        if (outcome.state == AreaState::unexplained) settlement.unexplained.insert(area.number);
        if (!outcome.remark.empty()) settlement.remarks[area.number] = outcome.remark;
    }
    for (auto& column : record.history)
        settle_column(column, &column == own ? points_in_all(record.areas) : std::nullopt, evidence,
                      misreadings);
    return settlement;
}

void add_remarks(const Settlement& settlement, std::vector<AuditFinding>& findings) {
    for (auto& finding : findings) {
        const auto remark = settlement.remarks.find(finding.area);
        if (finding.verdict == Verdict::inconsistent && remark != settlement.remarks.end())
            finding.explanation += " " + remark->second;
    }
}

} // namespace kompass::audit
