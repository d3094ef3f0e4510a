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

/// "S1", "S2", … or "1.", "2.", …, which counts on from the item before.
bool counts(std::string_view cell, int next) {
    cell = text::trimmed(cell);
    while (cell.ends_with('.') || cell.ends_with(')'))
        cell.remove_suffix(1);
    const auto number = std::to_string(next);
    constexpr std::size_t most_letters = 2; // of the list's name
    return cell.ends_with(number) && cell.size() <= number.size() + most_letters &&
           cell.find_first_of("0123456789") == cell.size() - number.size();
}

/// The texts of a table of two columns below a head, the first of which counts them from `next` on; false if
/// it is another table.
bool take_counted(const Table& table, int& next, std::vector<Finding>& list) {
    constexpr std::size_t columns = 2;
    if (table.figures > 0 || table.has_head || table.rows.empty()) return false;
    int number = next;
    for (const auto& row : table.rows)
        if (row.size() != columns || !counts(row.front().text, number++) || row.back().text.empty())
            return false;
    for (const auto& row : table.rows)
        list.push_back({row.back().text, {}, row.back().places});
    next = number;
    return true;
}

/// The items below the head at `at`: list items, or lines where no list was set. Returns one past them.
std::size_t take_list(const Blocks& blocks, std::size_t at, std::size_t end, const FindingHeads& heads,
                      const layout::Hints& hints, Area& area, FindingHeads::List list) {
    std::size_t i = at + 1;
    for (int next = 1; i < end && blocks[i].kind == BlockKind::table; ++i)
        if (!take_counted(blocks[i].table, next, area.*list)) break;
    if (i > at + 1) return i;
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
                      const FindingsByArea& by_area, const layout::Hints& hints, Area& area) {
    for (std::size_t i = span.first; i < span.last; ++i) {
        if (by_area.holds(i)) continue;
        if (blocks[i].kind == BlockKind::table) {
            take_table(blocks[i], heads, area);
        } else if (const auto list = heads.list_under(blocks[i].text)) {
            i = take_list(blocks, i, span.last, heads, hints, area, list) - 1;
        } else if (const auto labelled = heads.labelled(blocks[i].text); labelled.list != nullptr) {
            (area.*labelled.list).push_back({std::string(labelled.text), {}, blocks[i].places});
        }
    }
    by_area.extract(area);
    if (!heads.certain()) doubt({"strengths", "improvements", "weaknesses"}, area);
}

} // namespace kompass
