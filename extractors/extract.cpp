#include "extractors/extract.h"

#include "extractors/findings.h"
#include "extractors/history.h"
#include "extractors/identity.h"
#include "extractors/key_facts.h"
#include "extractors/outline.h"
#include "extractors/points_box.h"
#include "extractors/prose.h"
#include "extractors/role_models.h"
#include "extractors/score_tables.h"

#include <fmt/format.h>

#include <map>

namespace kompass {
namespace {

std::vector<AreaSpan> extract_areas(const Blocks& blocks, const rules::Knowledge& knowledge,
                                    const layout::Hints& hints, Record& record, audit::Evidence& evidence) {
    std::map<int, Area> areas;
    auto spans = outline(blocks, knowledge);
    extract_score_tables(blocks, spans, knowledge, areas, record.troubles, evidence);
    const FindingHeads heads(blocks, spans, knowledge.rules, hints);
    for (const auto& [head, list] : heads.inferred())
        record.troubles.push_back(
            {Severity::note, "head-inferred",
             fmt::format("'{}' recurs in the areas as the head of {}, though no rule names it", head, list),
             record.file, std::nullopt, ""});
    const PointsBoxes boxes(blocks, spans, heads, knowledge, hints);
    for (const auto& span : spans) {
        auto& area = areas[span.number];
        area.number = span.number;
        area.title = span.title;
        area.places = span.places;
        boxes.extract(span, area, evidence);
        extract_findings(blocks, span, heads, hints, area);
        extract_prose(blocks, span, area);
        extract_role_models(blocks, span, knowledge, record.municipality_code, area);
    }
    for (auto& [number, area] : areas) {
        if (area.title.empty()) area.title = area.table_title.value_or("");
        record.areas.push_back(std::move(area));
    }
    return spans;
}

} // namespace

std::vector<AreaSpan> extract(const Document& document, const Blocks& blocks,
                              const rules::Knowledge& knowledge, const layout::Hints& hints, Record& record,
                              audit::Evidence& evidence) {
    extract_identity(document, blocks, knowledge, record);
    auto spans = extract_areas(blocks, knowledge, hints, record, evidence);
    record.history = extract_history(blocks, knowledge, evidence);
    record.key_facts = extract_key_facts(blocks, knowledge);
    return spans;
}

} // namespace kompass
