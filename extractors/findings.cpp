#include "extractors/findings.h"

#include "extractors/nesting.h"
#include "layout/items.h"
#include "model/record_facts.h"
#include "text/tokens.h"

#include <initializer_list>
#include <string_view>

namespace kompass {

namespace {

void take_cell(const TableCell& cell, std::vector<Finding>& list) {
    for (std::size_t i = 0; i < cell.items.size(); ++i)
        list.push_back({cell.items[i], {}, i < cell.item_places.size() ? cell.item_places[i] : cell.places});
    if (cell.items.empty() && !cell.text.empty()) list.push_back({cell.text, {}, cell.places});
}

void doubt(std::initializer_list<const char*> fields, Area& area) {
    for (const auto* field : fields)
        add_doubt(area.doubtful, field);
}

void take_table(const Block& block, const FindingHeads& heads, Area& area) {
    const auto& rows = block.table.rows;
    if (rows.empty() || !block.table.has_head) return;
    for (std::size_t c = 0; c < rows.front().size(); ++c) {
        const auto list = heads.list_under(rows.front()[c].text);
        if (list == nullptr) continue;
        for (std::size_t r = 1; r < rows.size(); ++r)
            take_cell(rows[r][c], area.*list);
    }
    if (!block.certain) doubt({"strengths", "improvements"}, area);
}

/// Begins what is no list of findings: prose, or the head of a score table.
bool ends_lists(std::string_view text, const layout::Hints& hints) {
    return hints.begins_prose(text) || hints.is_figure_head(text);
}

/// The items of lines where no list was set; a line among them that is a head begins the list it names. False
/// if what follows is no list.
bool take_lines(const Block& block, const FindingHeads& heads, const layout::Hints& hints, Area& area,
                FindingHeads::List& list) {
    for (auto& item : layout::list_items(block.lines, layout::BulletGlyphs::printed, hints)) {
        if (ends_lists(item.text, hints)) return false;
        if (const auto named = heads.list_under(item.text))
            list = named;
        else
            (area.*list).push_back({std::move(item.text), {}, std::move(item.places)});
    }
    return true;
}

/// The items below the head at `at`: list items, or lines where no list was set. Returns one past them.
std::size_t take_list(const Blocks& blocks, std::size_t at, std::size_t end, const FindingHeads& heads,
                      const layout::Hints& hints, Area& area, FindingHeads::List list) {
    std::size_t i = at + 1;
    for (; i < end && blocks[i].kind == BlockKind::list_item; ++i) {
        // What stands further left than the first item belongs to the list that holds this one.
        if (i > at + 1 &&
            (heads.list_under(blocks[i].text) != nullptr || stands_outside(blocks[i], blocks[at + 1])))
            break;
        (area.*list).push_back({blocks[i].text, {}, blocks[i].places});
        if (!blocks[i].certain) doubt({"strengths", "improvements"}, area);
    }
    if (i > at + 1) return i;
    for (; i < end && blocks[i].kind == BlockKind::paragraph; ++i)
        if (!take_lines(blocks[i], heads, hints, area, list)) return i + 1;
    return i;
}

} // namespace

void extract_findings(const Blocks& blocks, const AreaSpan& span, const FindingHeads& heads,
                      const layout::Hints& hints, Area& area) {
    for (std::size_t i = span.first; i < span.last; ++i) {
        if (blocks[i].kind == BlockKind::table) {
            take_table(blocks[i], heads, area);
        } else if (const auto list = heads.list_under(blocks[i].text)) {
            i = take_list(blocks, i, span.last, heads, hints, area, list) - 1;
        }
    }
    if (!heads.certain()) doubt({"strengths", "improvements", "weaknesses"}, area);
}

} // namespace kompass
