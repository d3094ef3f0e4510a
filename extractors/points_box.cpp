#include "extractors/points_box.h"

#include "extractors/readings.h"
#include "layout/items.h"
#include "model/instrument.h"
#include "model/printed_figures.h"
#include "text/tokens.h"

#include <optional>
#include <utility>

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

/// The points that the text prints, with or without their maximum.
std::optional<int> points_in(std::string_view text) {
    const auto figures = printed::figures(text);
    if (figures.empty() || !figures.front().value || figures.front().percent ||
        *figures.front().value > points_an_area)
        return std::nullopt;
    const bool of_hundred = figures.size() < 2 || figures.back().value == points_an_area;
    return of_hundred ? figures.front().value : std::nullopt;
}

void take_headings(const TableCell& cell, const rules::RuleSet& rules, Area& area) {
    auto headings = cell.items;
    if (headings.empty() && !cell.text.empty()) headings.push_back(cell.text);
    for (auto& heading : headings)
        if (!rules.matches("score_sum", heading)) area.box_headings.push_back(std::move(heading));
}

void take_points(const TableCell& cell, Area& area, audit::Evidence& evidence) {
    const auto text = text::trimmed(cell.text);
    if (text.empty() || area.box_points) return;
    const auto points = points_in(text);
    if (!points) {
        area.doubtful.emplace_back("box_points");
        return;
    }
    area.box_points = points;
    note_if_unsure(cell, area_cell(area.number, CellField::box_points), {area.doubtful, area.candidates},
                   evidence);
}

/// From the table under the heads of a points box; false if there is none.
bool take_box(const Blocks& blocks, const AreaSpan& span, const rules::RuleSet& rules, Area& area,
              audit::Evidence& evidence) {
    for (std::size_t i = span.first; i < span.last; ++i) {
        if (blocks[i].kind != BlockKind::table) continue;
        const auto& table = blocks[i].table;
        const auto topics = column_of(table, "box_topics_head", rules);
        const auto points = column_of(table, "box_points_head", rules);
        if (topics == kNone || points == kNone) continue;
        area.places = blocks[i].places;
        for (std::size_t r = 1; r < table.rows.size(); ++r) {
            take_headings(table.rows[r][topics], rules, area);
            take_points(table.rows[r][points], area, evidence);
        }
        return true;
    }
    return false;
}

/// Where the prose about the area begins.
std::size_t prose_after(const Blocks& blocks, const AreaSpan& span, const rules::RuleSet& rules) {
    constexpr std::size_t fewest_words = 15;
    for (std::size_t i = span.first + 1; i < span.last; ++i) {
        const auto& block = blocks[i];
        if (block.kind == BlockKind::heading && rules.matches("general_head", block.text)) return i;
        const bool topics = rules.matches("box_topics_head", blocks[i - 1].text);
        if (block.kind == BlockKind::paragraph && !topics && text::tokens(block.text).size() >= fewest_words)
            return i;
    }
    return span.last;
}

/// The points of a line that says so ("Poäng: 43 av 100", "43 poäng") or of a figure that stands alone.
std::optional<int> points_of(const Block& block, const rules::RuleSet& rules) {
    if (block.kind == BlockKind::table) return std::nullopt;
    if (const auto match = rules.match("points_line", block.text)) return points_in(match->group("points"));
    return points_in(block.text);
}

/// From lines below the heading: the points, and the list before the prose.
void take_lines(const Blocks& blocks, const AreaSpan& span, const rules::RuleSet& rules,
                const layout::Hints& hints, Area& area) {
    const auto end = prose_after(blocks, span, rules);
    std::vector<std::string> headings;
    bool under_head = false;
    for (std::size_t i = span.first + 1; i < end; ++i) {
        const auto& block = blocks[i];
        if (const auto points = points_of(block, rules)) {
            if (!area.box_points) area.box_points = points;
        } else if (block.kind == BlockKind::list_item) {
            headings.push_back(block.text);
        } else if (under_head && headings.empty() && block.kind == BlockKind::paragraph) {
            for (auto& item : layout::list_items(block.lines, layout::BulletGlyphs::printed, hints))
                headings.push_back(std::move(item.text));
        }
        under_head = under_head || rules.matches("box_topics_head", block.text);
    }
    if (area.box_points) area.box_headings = std::move(headings);
}

} // namespace

void extract_points_box(const Blocks& blocks, const AreaSpan& span, const rules::Knowledge& knowledge,
                        const layout::Hints& hints, Area& area, audit::Evidence& evidence) {
    if (!take_box(blocks, span, knowledge.rules, area, evidence))
        take_lines(blocks, span, knowledge.rules, hints, area);
}

} // namespace kompass
