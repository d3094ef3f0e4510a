#include "extractors/findings.h"

#include "text/tokens.h"

#include <algorithm>

namespace kompass {

namespace {

using List = std::vector<Finding> Area::*;

/// The list that a head names, or null.
List list_headed(std::string_view head, const rules::RuleSet& rules) {
    head = text::trimmed(head);
    if (rules.matches("strengths_head", head)) return &Area::strengths;
    if (rules.matches("improvements_head", head)) return &Area::improvements;
    if (rules.matches("weaknesses_head", head)) return &Area::weaknesses;
    return nullptr;
}

void take_cell(const TableCell& cell, std::vector<Finding>& list) {
    for (std::size_t i = 0; i < cell.items.size(); ++i)
        list.push_back({cell.items[i], {}, i < cell.item_places.size() ? cell.item_places[i] : cell.places});
    if (cell.items.empty() && !cell.text.empty()) list.push_back({cell.text, {}, cell.places});
}

void take_table(const Block& block, const rules::RuleSet& rules, Area& area) {
    const auto& rows = block.table.rows;
    if (rows.empty() || !block.table.has_head) return;
    for (std::size_t c = 0; c < rows.front().size(); ++c) {
        const auto list = list_headed(rows.front()[c].text, rules);
        if (list == nullptr) continue;
        for (std::size_t r = 1; r < rows.size(); ++r)
            take_cell(rows[r][c], area.*list);
    }
    if (!block.certain)
        for (const auto* field : {"strengths", "improvements"})
            if (std::find(area.doubtful.begin(), area.doubtful.end(), field) == area.doubtful.end())
                area.doubtful.emplace_back(field);
}

/// The items below the head at `at`: list items, or paragraphs where no list was set. Returns one past them.
std::size_t take_list(const Blocks& blocks, std::size_t at, std::size_t end, std::vector<Finding>& list) {
    std::size_t i = at + 1;
    for (; i < end && blocks[i].kind == BlockKind::list_item; ++i)
        list.push_back({blocks[i].text, {}, blocks[i].places});
    if (i > at + 1) return i;
    for (; i < end && blocks[i].kind == BlockKind::paragraph; ++i)
        list.push_back({blocks[i].text, {}, blocks[i].places});
    return i;
}

} // namespace

void extract_findings(const Blocks& blocks, const AreaSpan& span, const rules::Knowledge& knowledge,
                      Area& area) {
    for (std::size_t i = span.first; i < span.last; ++i) {
        if (blocks[i].kind == BlockKind::table) {
            take_table(blocks[i], knowledge.rules, area);
        } else if (const auto list = list_headed(blocks[i].text, knowledge.rules)) {
            i = take_list(blocks, i, span.last, area.*list) - 1;
        }
    }
}

} // namespace kompass
