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

#include <map>

namespace kompass {
namespace {

void extract_areas(const Blocks& blocks, const rules::Knowledge& knowledge, Record& record,
                   audit::Evidence& evidence) {
    std::map<int, Area> areas;
    extract_score_tables(blocks, knowledge, areas, record.troubles, evidence);
    for (const auto& span : outline(blocks, knowledge)) {
        auto& area = areas[span.number];
        area.number = span.number;
        area.title = span.title;
        area.places = span.places;
        extract_points_box(blocks, span, knowledge, area, evidence);
        extract_findings(blocks, span, knowledge, area);
        extract_prose(blocks, span, area);
        extract_role_models(blocks, span, knowledge, record.municipality_code, area);
    }
    for (auto& [number, area] : areas) {
        if (area.title.empty()) area.title = area.table_title.value_or("");
        record.areas.push_back(std::move(area));
    }
}

} // namespace

void extract(const Document& document, const Blocks& blocks, const rules::Knowledge& knowledge,
             Record& record, audit::Evidence& evidence) {
    extract_identity(document, blocks, knowledge, record);
    extract_areas(blocks, knowledge, record, evidence);
    record.history = extract_history(blocks, knowledge, evidence);
    record.key_facts = extract_key_facts(blocks, knowledge);
}

} // namespace kompass
