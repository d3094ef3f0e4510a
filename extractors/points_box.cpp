#include "extractors/points_box.h"

#include "extractors/readings.h"
#include "model/instrument.h"
#include "text/tokens.h"

namespace kompass {

namespace {

constexpr std::size_t kNone = 99;

/// The column whose head has the role.
std::size_t column_of(const Table& table, std::string_view role, const rules::RuleSet& rules) {
    if (table.rows.empty()) return kNone;
    const auto& head = table.rows.front();
    for (std::size_t c = 0; c < head.size(); ++c)
        if (rules.matches(role, text::trimmed(head[c].text))) return c;
    return kNone;
}

void take_headings(const TableCell& cell, Area& area) {
    if (!cell.items.empty())
        area.box_headings.insert(area.box_headings.end(), cell.items.begin(), cell.items.end());
    else if (!cell.text.empty())
        area.box_headings.push_back(cell.text);
}

void take_points(const TableCell& cell, Area& area, audit::Evidence& evidence) {
    const auto text = text::trimmed(cell.text);
    if (text.empty() || area.box_points) return;
    const auto points = text::figure(text);
    if (!points || points->value > points_an_area) {
        area.doubtful.emplace_back("box_points");
        return;
    }
    area.box_points = points->value;
    note_if_unsure(cell, area_cell(area.number, CellField::box_points), {area.doubtful, area.candidates},
                   evidence);
}

} // namespace

void extract_points_box(const Blocks& blocks, const AreaSpan& span, const rules::Knowledge& knowledge,
                        Area& area, audit::Evidence& evidence) {
    for (std::size_t i = span.first; i < span.last; ++i) {
        if (blocks[i].kind != BlockKind::table) continue;
        const auto& table = blocks[i].table;
        const auto topics = column_of(table, "box_topics_head", knowledge.rules);
        const auto points = column_of(table, "box_points_head", knowledge.rules);
        if (topics == kNone || points == kNone) continue;
        area.places = blocks[i].places;
        for (std::size_t r = 1; r < table.rows.size(); ++r) {
            take_headings(table.rows[r][topics], area);
            take_points(table.rows[r][points], area, evidence);
        }
        return;
    }
}

} // namespace kompass
