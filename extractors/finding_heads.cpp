#include "extractors/finding_heads.h"

#include "model/printed_tokens.h"
#include "text/tokens.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>

namespace kompass {

namespace {

using List = FindingHeads::List;

constexpr std::array kLists = {&Area::strengths, &Area::weaknesses, &Area::improvements};
constexpr std::array<const char*, 3> kNames = {"strengths", "weaknesses", "improvements"};

List list_by_rule(std::string_view head, const rules::RuleSet& rules) {
    head = text::trimmed(head);
    if (rules.matches("strengths_head", head)) return &Area::strengths;
    if (rules.matches("improvements_head", head)) return &Area::improvements;
    if (rules.matches("weaknesses_head", head)) return &Area::weaknesses;
    return nullptr;
}

/// A head that recurs, and what the areas have below it.
struct Recurring {
    std::string text;   ///< as printed first
    std::string folded; ///< by which it is known again
    std::size_t areas = 0;
    int lean = 0; ///< of the texts below: below 0 like strengths, above 0 like improvements
    double order = 0;
};

/// What stands under a head in one area.
struct Seen {
    std::string head;
    std::vector<std::string> below;
};

bool may_head(std::string_view text, const rules::RuleSet& rules) {
    constexpr std::size_t most_words = 5;
    const auto words = text::tokens(text).size();
    if (words == 0 || words > most_words || printed::figure(text)) return false;
    for (const auto* role : {"box_topics_head", "box_points_head", "general_head", "area_head",
                             "inspiration_head", "section_head", "key_facts_head", "score_chapter_head"})
        if (rules.matches(role, text)) return false;
    return true;
}

void see_table(const Block& block, const rules::RuleSet& rules, std::vector<Seen>& seen) {
    const auto& table = block.table;
    if (!table.has_head || table.figures > 0 || table.rows.empty()) return;
    for (std::size_t c = 0; c < table.rows.front().size(); ++c) {
        if (!may_head(table.rows.front()[c].text, rules)) continue;
        Seen column{table.rows.front()[c].text, {}};
        for (std::size_t r = 1; r < table.rows.size(); ++r)
            column.below.push_back(table.rows[r][c].text);
        seen.push_back(std::move(column));
    }
}

/// Findings follow the prose about the area; the list of its topics stands before.
std::size_t end_of_topics(const Blocks& blocks, const AreaSpan& span) {
    constexpr std::size_t fewest_words = 15;
    for (std::size_t i = span.first + 1; i < span.last; ++i)
        if (blocks[i].kind == BlockKind::paragraph && text::tokens(blocks[i].text).size() >= fewest_words)
            return i;
    return span.first + 1;
}

/// Heads over lists and over columns, as they stand in one area.
std::vector<Seen> heads_in(const Blocks& blocks, const AreaSpan& span, const rules::RuleSet& rules) {
    std::vector<Seen> seen;
    for (std::size_t i = end_of_topics(blocks, span); i < span.last; ++i) {
        if (blocks[i].kind == BlockKind::table) {
            see_table(blocks[i], rules, seen);
        } else if (i + 1 < span.last && blocks[i + 1].kind == BlockKind::list_item &&
                   may_head(blocks[i].text, rules)) {
            Seen list{blocks[i].text, {}};
            for (std::size_t k = i + 1; k < span.last && blocks[k].kind == BlockKind::list_item; ++k)
                list.below.push_back(blocks[k].text);
            seen.push_back(std::move(list));
        }
    }
    return seen;
}

/// The heads that half of the areas have, in the order in which they stand.
std::vector<Recurring> recurring_heads(const Blocks& blocks, const std::vector<AreaSpan>& spans,
                                       const rules::RuleSet& rules, const layout::Hints& hints) {
    std::map<std::string, Recurring> all;
    for (const auto& span : spans) {
        std::set<std::string> here;
        double order = 0;
        for (const auto& seen : heads_in(blocks, span, rules)) {
            ++order;
            const auto folded = unicode::folded(text::trimmed(seen.head));
            auto& head = all[folded];
            if (head.text.empty()) head.text = seen.head;
            head.folded = folded;
            for (const auto& text : seen.below)
                head.lean += hints.lean(text);
            if (!here.insert(folded).second) continue;
            ++head.areas;
            head.order += order;
        }
    }
    std::vector<Recurring> heads;
    for (auto& [folded, head] : all) {
        constexpr std::size_t fewest = 3;
        head.order /= static_cast<double>(head.areas);
        if (head.areas >= fewest && head.areas * 2 >= spans.size()) heads.push_back(std::move(head));
    }
    std::stable_sort(heads.begin(), heads.end(),
                     [](const Recurring& a, const Recurring& b) { return a.order < b.order; });
    return heads;
}

/// The list that an unknown head must be, from those its neighbours are; -1 if that does not tell. Reports
/// print strengths, then (some of them) weaknesses, then improvements.
int list_by_place(const std::vector<int>& known, std::size_t at) {
    std::size_t first = at;
    while (first > 0 && known[first - 1] < 0)
        --first;
    std::size_t last = at + 1;
    while (last < known.size() && known[last] < 0)
        ++last;
    if (first == 0 && last == known.size()) return -1;
    const int before = first > 0 ? known[first - 1] : -1;
    const int after = last < known.size() ? known[last] : static_cast<int>(kLists.size());
    std::vector<int> open;
    for (int list = before + 1; list < after; ++list)
        open.push_back(list);
    if (open.size() > last - first) std::erase(open, 1); // weaknesses are what reports leave out
    return open.size() == last - first ? open[at - first] : -1;
}

} // namespace

FindingHeads::FindingHeads(const Blocks& blocks, const std::vector<AreaSpan>& spans,
                           const rules::RuleSet& rules, const layout::Hints& hints)
    : rules_(rules) {
    const auto heads = recurring_heads(blocks, spans, rules, hints);
    std::vector<int> known;
    for (const auto& head : heads) {
        const auto* const list = std::find(kLists.begin(), kLists.end(), list_by_rule(head.text, rules));
        known.push_back(list == kLists.end() ? -1 : static_cast<int>(list - kLists.begin()));
    }
    const bool none_known = std::all_of(known.begin(), known.end(), [](int list) { return list < 0; });
    std::vector<int> named(heads.size(), -1);
    for (std::size_t h = 0; h < heads.size(); ++h)
        if (known[h] < 0) named[h] = list_by_place(known, h);
    // The last two heads of each area, of which the former reads like strengths, the latter like
    // improvements.
    if (none_known && heads.size() >= 2 && heads[heads.size() - 2].lean < heads.back().lean) {
        named[heads.size() - 2] = 0;
        named[heads.size() - 1] = 2;
    }
    for (std::size_t h = 0; h < heads.size(); ++h) {
        if (named[h] < 0) continue;
        by_recurrence_[heads[h].folded] = kLists.at(static_cast<std::size_t>(named[h]));
        inferred_[heads[h].text] = kNames.at(static_cast<std::size_t>(named[h]));
    }
}

List FindingHeads::list_under(std::string_view head) const {
    if (const auto list = list_by_rule(head, rules_)) return list;
    if (by_recurrence_.empty()) return nullptr;
    const auto found = by_recurrence_.find(unicode::folded(text::trimmed(head)));
    return found == by_recurrence_.end() ? nullptr : found->second;
}

} // namespace kompass
