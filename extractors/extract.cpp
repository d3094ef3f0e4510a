#include "extractors/extract.h"

#include "extractors/chapters.h"
#include "extractors/findings.h"
#include "extractors/history.h"
#include "extractors/identity.h"
#include "extractors/key_facts.h"
#include "extractors/outline.h"
#include "extractors/points_box.h"
#include "extractors/prose.h"
#include "extractors/role_models.h"
#include "extractors/score_tables.h"
#include "extractors/scoring_part.h"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace kompass {
namespace {

/// An area's text ends where a chapter on another scoring begins.
void end_before(const ScoringPart& part, std::vector<AreaSpan>& spans) {
    for (auto& span : spans)
        while (span.last > span.first + 1 && part.blocks[span.last - 1])
            --span.last;
}

void extract_areas(const Blocks& blocks, const std::vector<AreaSpan>& spans,
                   const rules::Knowledge& knowledge, const layout::Hints& hints, Record& record,
                   audit::Evidence& evidence) {
    std::map<int, Area> areas;
    auto& provenance = record.provenance;
    for (auto& title : extract_score_tables(blocks, spans, knowledge, areas, record.troubles, evidence))
        provenance.push_back(std::move(title));
    const FindingHeads heads(blocks, spans, knowledge.rules, hints);
    for (const auto& [head, list] : heads.inferred())
        record.troubles.push_back(
            {Severity::note, "head-inferred",
             fmt::format("'{}' recurs in the areas as the head of {}, though no rule names it", head, list),
             record.file, std::nullopt, ""});
    const FindingsByArea by_area(blocks, heads, knowledge);
    const PointsBoxes boxes(blocks, spans, heads, knowledge, hints);
    for (const auto& span : spans) {
        auto& area = areas[span.number];
        area.number = span.number;
        area.title = span.title;
        area.places = span.places;
        provenance.push_back({area_cell(span.number, CellField::title), 0, span.rule, span.places});
        boxes.extract(span, area, evidence, provenance);
        extract_findings(blocks, span, heads, by_area, hints, area);
        extract_prose(blocks, span, area);
        extract_role_models(blocks, span, knowledge, record.municipality_code, area, provenance);
    }
    for (auto& [number, area] : areas) {
        if (area.title.empty()) area.title = area.table_title.value_or("");
        record.areas.push_back(std::move(area));
    }
}

std::optional<ScoringPart> other_scoring(const Blocks& blocks, const std::vector<AreaSpan>& spans,
                                         const rules::Knowledge& knowledge) {
    audit::Evidence of_no_use; // the tables are read again, each with those of its scoring
    return find_other_scoring(blocks, spans, read_score_tables(blocks, spans, knowledge, of_no_use),
                              knowledge);
}

} // namespace

Extraction extract(const Document& document, const Blocks& blocks, std::vector<AreaSpan> outlined,
                   const rules::Knowledge& knowledge, const layout::Hints& hints, Record& record,
                   audit::Evidence& evidence) {
    extract_identity(document, blocks, knowledge, record);
    Extraction extraction{std::move(outlined), std::nullopt};
    auto& spans = extraction.spans;
    const auto part = other_scoring(blocks, spans, knowledge);
    Blocks without_part;
    if (part) {
        auto keep = part->blocks;
        keep.flip();
        without_part = only(blocks, keep);
        spans = outline(without_part, knowledge);
        end_before(*part, spans);
    }
    const auto& own = part ? without_part : blocks;
    extract_areas(own, spans, knowledge, hints, record, evidence);
    const auto other = part ? part->other : ScoringMark::former;
    record.history = extract_history(own, other, knowledge, evidence);
    extraction.other = extract_scoring(blocks, part, knowledge, record);
    record.key_facts = extract_key_facts(own, knowledge, record.provenance);
    record.chapters = extract_chapters(blocks, spans, record.key_facts, knowledge);
    return extraction;
}

} // namespace kompass
