#include "account/key_facts_part.h"

#include "account/painted_over.h"
#include "model/median.h"
#include "model/printed_tokens.h"
#include "text/tokens.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace kompass::account {

namespace {

constexpr int kFewestFacts = 3; ///< rows of a table of key facts

/// Where a row of facts stands, and how far apart the lines of its cells are.
struct RowOfFacts {
    std::size_t holder = kNowhere; ///< its first
    int page = 0;
    Box box;
    double line = 0;      ///< height of a word
    double widest = -1e9; ///< between two lines of a cell
};

/// By block and row.
using RowsOfFacts = std::map<std::pair<std::size_t, std::size_t>, RowOfFacts>;

RowsOfFacts rows_of_facts(const Sight& sight) {
    RowsOfFacts rows;
    std::map<std::size_t, Box> last; // word of a holder
    for (const auto& held : sight.held.words) {
        if (held.holder == kNowhere || held.word == nullptr) continue;
        const auto& holder = sight.held.holders[held.holder];
        if (!holder.is_cell() || sight.claims[held.holder].part != PartKind::key_facts) continue;
        const auto& box = held.word->box;
        auto& row = rows.try_emplace({holder.block, holder.row}, RowOfFacts{held.holder, held.page, box})
                        .first->second;
        row.box = row.box.united(box);
        row.line = std::max(row.line, box.height());
        const auto before = last.find(held.holder);
        if (before != last.end() && box.y0 > before->second.middle_y())
            row.widest = std::max(row.widest, box.y0 - before->second.y1);
        last[held.holder] = box;
    }
    return rows;
}

/// A row that is lost leaves its room, or its rest in a cell of the next.
std::string fault_of_rows_of_facts(const Sight& sight, const RowsOfFacts& rows) {
    constexpr double lines_of_room = 0.8; // where rows stand as close as in print
    constexpr double rounding = 0.05;     // lines
    std::vector<std::pair<double, const RowOfFacts*>> rooms;
    for (auto row = rows.begin(); row != rows.end(); ++row) {
        const auto next = std::next(row);
        if (next != rows.end() && next->second.page == row->second.page)
            rooms.emplace_back(next->second.box.y0 - row->second.box.y1, &next->second);
    }
    if (rooms.empty()) return {};
    const double usual = std::min_element(rooms.begin(), rooms.end())->first;
    const auto text = [&](const RowOfFacts& row) { return start_of(sight.held.holders[row.holder].text); };
    for (const auto& [room, row] : rooms)
        if (room > usual + lines_of_room * row->line)
            return fmt::format("there is room for a row before \"{}\"", text(*row));
    for (const auto& [key, row] : rows)
        if (usual > 0 && row.widest > usual - rounding * row.line)
            return fmt::format("\"{}\" holds what stands in two rows", text(row));
    return {};
}

/// Where the labels and the values begin: the left edge of each cell.
std::vector<double> left_edges_of_facts(const Sight& sight) {
    std::map<std::size_t, double> lefts; // by holder
    for (const auto& held : sight.held.words) {
        if (held.holder == kNowhere || held.word == nullptr) continue;
        if (sight.claims[held.holder].part != PartKind::key_facts) continue;
        const double left = held.word->box.x0;
        const auto cell = lefts.try_emplace(held.holder, left).first;
        cell->second = std::min(cell->second, left);
    }
    std::vector<double> edges;
    edges.reserve(lefts.size());
    for (const auto& [holder, left] : lefts)
        edges.push_back(left);
    return edges;
}

/// No more than rows have, no heading and no sentence, and in no value.
bool may_be_of_row(const Sight& sight, std::size_t h) {
    constexpr std::size_t most = 24; // words: of two rows
    const auto& holder = sight.held.holders[h];
    const auto use = sight.claims[h].use;
    return (use == Use::prose || use == Use::unclaimed) && !holder.is_cell() && !holder.places->empty() &&
           sight.blocks[holder.block].kind != BlockKind::heading && !holder.text.ends_with('.') &&
           !holder.text.ends_with(':') && text::tokens(holder.text).size() <= most;
}

/// Does it stand by one of the rows, and begin where labels or values do?
bool stands_by_facts(int page, const Box& box, const RowsOfFacts& rows, const std::vector<double>& edges) {
    constexpr double farthest = 2.5; // lines: a row is lost between
    constexpr double aligned = 0.25; // lines
    return std::any_of(rows.begin(), rows.end(), [&](const auto& entry) {
        const auto& row = entry.second;
        const double gap = std::max(box.y0 - row.box.y1, row.box.y0 - box.y1);
        return page == row.page && gap < farthest * row.line &&
               std::any_of(edges.begin(), edges.end(),
                           [&](double edge) { return std::abs(box.x0 - edge) < aligned * row.line; });
    });
}

/// A row of which half is lost, and one that room parts from the others, stand beside the table as texts that
/// begin where its labels or its values do.
std::string text_beside_facts(const Sight& sight, const RowsOfFacts& rows) {
    const auto edges = left_edges_of_facts(sight);
    for (std::size_t h = 0; h < sight.held.holders.size(); ++h) {
        if (!may_be_of_row(sight, h)) continue;
        const auto& place = sight.held.holders[h].places->front();
        if (place.box && stands_by_facts(place.page, *place.box, rows, edges))
            return fmt::format("\"{}\" stands beside it", start_of(sight.held.holders[h].text));
    }
    return {};
}

/// A row that is painted over leaves its words.
std::string row_painted_over(const Sight& sight, const RowsOfFacts& rows) {
    const auto edges = left_edges_of_facts(sight);
    const auto word = painted_over(
        sight, [&](int page, const Box& box) { return stands_by_facts(page, box, rows, edges); });
    return word.empty() ? "" : fmt::format("\"{}\" is painted over in it", word);
}

/// The gap between a block's foot and the head of the next, on one page.
std::optional<double> gap_below(const Blocks& blocks, std::size_t at) {
    if (at + 1 >= blocks.size() || blocks[at].places.empty() || blocks[at + 1].places.empty())
        return std::nullopt;
    const auto& upper = blocks[at].places.back();
    const auto& lower = blocks[at + 1].places.front();
    if (upper.page != lower.page || !upper.box || !lower.box) return std::nullopt;
    return lower.box->y0 - upper.box->y1;
}

/// The gaps below the other headings of that type, but for those that another heading follows.
std::vector<double> gaps_below_heads_like(const Sight& sight, std::size_t at) {
    std::vector<double> gaps;
    for (std::size_t i = 0; i < sight.blocks.size(); ++i) {
        const auto& other = sight.blocks[i];
        if (i == at || other.kind != BlockKind::heading || !are_set_alike(other, sight.blocks[at])) continue;
        const auto gap = gap_below(sight.blocks, i);
        if (gap && sight.blocks[i + 1].kind != BlockKind::heading) gaps.push_back(*gap);
    }
    return gaps;
}

/// The first row that is lost leaves a row more of white below the table's head than heads of that type have.
std::string room_below_head(const Sight& sight, const RowsOfFacts& rows) {
    constexpr double line_and_room = 1.2; // lines: what a row takes
    if (rows.empty() || rows.begin()->first.first == 0) return {};
    const auto at = rows.begin()->first.first - 1;
    const auto gap = gap_below(sight.blocks, at);
    if (sight.blocks[at].kind != BlockKind::heading || !gap) return {};
    auto usual = gaps_below_heads_like(sight, at);
    if (usual.empty()) return {};
    const auto& first = rows.begin()->second;
    if (*gap <= median(std::move(usual)) + line_and_room * first.line) return {};
    return fmt::format("there is room for a row before \"{}\"",
                       start_of(sight.held.holders[first.holder].text));
}

/// In a table of which the part claims a cell.
bool stands_with(const Sight& sight, std::size_t holder, PartKind part) {
    const auto& holders = sight.held.holders;
    if (!holders[holder].is_cell()) return false;
    for (std::size_t h = 0; h < holders.size(); ++h)
        if (holders[h].block == holders[holder].block && sight.claims[h].part == part) return true;
    return false;
}

} // namespace

std::string fault_of_key_facts(const Sight& sight) {
    std::set<std::string> labels;
    for (const auto& [label, value] : sight.record.key_facts)
        if (!labels.insert(label).second) return fmt::format("\"{}\" stands in it twice", label);
    for (std::size_t h = 0; h < sight.held.holders.size(); ++h)
        if (sight.claims[h].use == Use::unclaimed && stands_with(sight, h, PartKind::key_facts))
            return fmt::format("\"{}\" stands in it without its label or its value",
                               start_of(sight.held.holders[h].text));
    const auto rows = rows_of_facts(sight);
    if (auto fault = fault_of_rows_of_facts(sight, rows); !fault.empty()) return fault;
    if (auto fault = text_beside_facts(sight, rows); !fault.empty()) return fault;
    if (auto fault = row_painted_over(sight, rows); !fault.empty()) return fault;
    return room_below_head(sight, rows);
}

bool has_table_of_facts(const Sight& sight) {
    std::map<std::size_t, int> rows; // by block
    for (std::size_t h = 0; h + 1 < sight.held.holders.size(); ++h) {
        const auto& label = sight.held.holders[h];
        const auto& value = sight.held.holders[h + 1];
        const bool pair = label.is_cell() && label.block == value.block && label.row == value.row &&
                          sight.claims[h].use == Use::unclaimed && sight.claims[h].area == 0 &&
                          sight.claims[h + 1].use == Use::unclaimed;
        if (!pair || printed::figure(label.text) || value.text.size() > 40) continue;
        const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
        const bool has_digit = std::any_of(value.text.begin(), value.text.end(), is_digit) ||
                               std::any_of(label.text.begin(), label.text.end(), is_digit);
        const bool contents = label.text.find("...") != std::string_view::npos ||
                              label.text.find("…") != std::string_view::npos;
        const bool of_area = sight.knowledge.editions.area_of_title(without_number(label.text)) != 0;
        const bool numbered = label.column > 0 || without_number(label.text).size() < label.text.size();
        if (has_digit && !contents && !of_area && !numbered) ++rows[label.block];
    }
    return std::any_of(rows.begin(), rows.end(),
                       [](const auto& entry) { return entry.second >= kFewestFacts; });
}

bool announces_key_facts(const Sight& sight) {
    const auto& rules = sight.knowledge.rules;
    return std::any_of(sight.held.holders.begin(), sight.held.holders.end(), [&](const Holder& holder) {
        constexpr std::size_t longest = 160; // bytes
        auto text = holder.text;
        if (text.size() > longest || text.find("akta") == std::string_view::npos) return false;
        while (!text.empty() &&
               std::string_view(" .\t_0123456789").find(text.back()) != std::string_view::npos)
            text.remove_suffix(1);
        return rules.matches("key_facts_head", text);
    });
}

} // namespace kompass::account
