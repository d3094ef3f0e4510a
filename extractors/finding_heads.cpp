#include "extractors/finding_heads.h"

#include "extractors/nesting.h"
#include "layout/items.h"
#include "model/printed_tokens.h"
#include "text/tokens.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <set>

namespace kompass {

namespace {

using List = FindingHeads::List;

constexpr std::array kLists = {&Area::strengths, &Area::weaknesses, &Area::improvements};
constexpr std::array<const char*, 3> kNames = {"strengths", "weaknesses", "improvements"};
constexpr std::array<const char*, 3> kHeadWords = {"strengths_words", "weaknesses_words",
                                                   "improvements_words"};
constexpr int kNoList = -1;

/// Without the number of its section: "4.1.3 Styrkor".
std::string_view without_number(std::string_view head) {
    head = text::trimmed(head);
    const auto end = head.find_first_not_of("0123456789.");
    const auto number = head.substr(0, end);
    const bool numbered = end != std::string_view::npos && head[end] == ' ' && !number.empty() &&
                          number.front() != '.' && number.find('.') != std::string_view::npos;
    return numbered ? text::trimmed(head.substr(end)) : head;
}

int list_by_rule(std::string_view head, const rules::RuleSet& rules) {
    head = without_number(head);
    constexpr std::array<const char*, 3> roles = {"strengths_head", "weaknesses_head", "improvements_head"};
    for (std::size_t list = 0; list < roles.size(); ++list)
        if (rules.matches(roles.at(list), head)) return static_cast<int>(list);
    return kNoList;
}

/// The text's words of one of the rules' lists; what ends in a hyphen there is the beginning of a word.
std::size_t words_of(std::string_view list, std::string_view text, const rules::RuleSet& rules) {
    std::size_t count = 0;
    for (const auto& token : text::tokens(text)) {
        const auto word = unicode::folded(token.substr(0, token.find_first_of(".,;:")));
        count += std::any_of(rules.list(list).begin(), rules.list(list).end(), [&](const std::string& known) {
            if (!known.ends_with('-')) return word == known;
            return word.starts_with(std::string_view(known).substr(0, known.size() - 1));
        });
    }
    return count;
}

/// Nothing but figures: a cell of a points box, which may hold those of all its headings.
bool all_figures(std::string_view text) {
    const auto words = text::tokens(text);
    return std::all_of(words.begin(), words.end(),
                       [](std::string_view word) { return printed::figure(word).has_value(); });
}

/// What stands under a head in one area.
struct Seen {
    std::string head;
    std::vector<std::string> below;
};

/// Heads of one area whose lists stand side by side or directly one below the other.
using Group = std::vector<Seen>;

bool may_head(std::string_view text, const rules::RuleSet& rules) {
    constexpr std::size_t most_words = 6;
    text = without_number(text);
    const auto words = text::tokens(text).size();
    if (words == 0 || words > most_words || printed::figure(text)) return false;
    for (const auto* role : {"box_topics_head", "box_points_head", "general_head", "area_head",
                             "inspiration_head", "section_head", "key_facts_head", "score_chapter_head"})
        if (rules.matches(role, text)) return false;
    return true;
}

/// The block may head a list: a short text that is no item, or an item with a list inside it.
bool may_head(const Blocks& blocks, std::size_t at, const rules::RuleSet& rules) {
    const auto& block = blocks[at];
    if (block.kind == BlockKind::table || !may_head(block.text, rules)) return false;
    if (block.kind != BlockKind::list_item) return true;
    if (at + 1 == blocks.size() || blocks[at + 1].kind == BlockKind::table) return false;
    return stands_outside(block, blocks[at + 1]);
}

std::string key_of(std::string_view head) {
    return unicode::folded(without_number(head));
}

/// A column's findings: the items of its cells, or whole cells.
std::vector<std::string> texts_below(const Table& table, std::size_t column) {
    std::vector<std::string> texts;
    for (std::size_t r = 1; r < table.rows.size(); ++r) {
        const auto& cell = table.rows[r][column];
        texts.insert(texts.end(), cell.items.begin(), cell.items.end());
        if (cell.items.empty() && !cell.text.empty()) texts.push_back(cell.text);
    }
    return texts;
}

Group heads_of_table(const Block& block, const rules::RuleSet& rules) {
    const auto& table = block.table;
    Group group;
    if (!table.has_head || table.figures > 0 || table.rows.empty()) return group;
    for (std::size_t c = 0; c < table.rows.front().size(); ++c)
        if (may_head(table.rows.front()[c].text, rules))
            group.push_back({table.rows.front()[c].text, texts_below(table, c)});
    return group;
}

/// Short texts that stand in several areas.
std::set<std::string> recurring_texts(const Blocks& blocks, const std::vector<AreaSpan>& spans,
                                      const rules::RuleSet& rules) {
    constexpr std::size_t fewest = 3;
    std::map<std::string, std::size_t> areas;
    for (const auto& span : spans) {
        std::set<std::string> here;
        for (std::size_t i = span.first + 1; i < span.last; ++i) {
            if (may_head(blocks, i, rules)) here.insert(key_of(blocks[i].text));
            for (const auto& head : heads_of_table(blocks[i], rules))
                here.insert(key_of(head.head));
        }
        for (const auto& text : here)
            ++areas[text];
    }
    std::set<std::string> recurring;
    for (const auto& [text, count] : areas)
        if (count >= fewest && count * 2 >= spans.size()) recurring.insert(text);
    return recurring;
}

/// The groups of one area's heads, of those that recur.
class AreaHeads {
public:
    AreaHeads(const Blocks& blocks, const AreaSpan& span, const std::set<std::string>& recurring,
              const rules::RuleSet& rules, const layout::Hints& hints)
        : blocks_(blocks), span_(span), recurring_(recurring), rules_(rules), hints_(hints) {}

    std::vector<Group> groups() {
        for (std::size_t i = span_.first + 1; i < span_.last; ++i)
            take(i);
        close();
        return std::move(groups_);
    }

private:
    void take(std::size_t at) {
        const auto& block = blocks_[at];
        if (block.kind == BlockKind::table) {
            close();
            auto group = heads_of_table(block, rules_);
            std::erase_if(group, [&](const Seen& seen) { return !recurring_.contains(key_of(seen.head)); });
            if (!group.empty()) groups_.push_back(std::move(group));
        } else if (may_head(blocks_, at, rules_) && recurring_.contains(key_of(block.text))) {
            // What has nothing below heads the whole, and what is set otherwise heads something else.
            if (!group_.empty() && group_.back().below.empty()) group_.pop_back();
            if (!group_.empty() && !are_set_alike(block, *head_)) close();
            head_ = &block;
            group_.push_back({block.text, {}});
        } else if (block.kind == BlockKind::heading) {
            close();
        } else if (!group_.empty()) {
            take_below(block, &blocks_[at - 1] == head_ ? BlockKind::heading : blocks_[at - 1].kind);
        }
    }

    /// A text behind items is no more of their list, nor is what comes then directly below it.
    void take_below(const Block& block, BlockKind before) {
        if (block.kind == BlockKind::list_item)
            group_.back().below.push_back(block.text);
        else if (before == BlockKind::list_item)
            close();
        else
            for (auto& item : layout::list_items(block.lines, layout::BulletGlyphs::printed, hints_))
                group_.back().below.push_back(std::move(item.text));
    }

    void close() {
        if (!group_.empty() && group_.back().below.empty()) group_.pop_back();
        if (!group_.empty()) groups_.push_back(std::move(group_));
        group_.clear();
    }

    const Blocks& blocks_;
    const AreaSpan& span_;
    const std::set<std::string>& recurring_;
    const rules::RuleSet& rules_;
    const layout::Hints& hints_;
    Group group_;
    const Block* head_ = nullptr; ///< the last of the group
    std::vector<Group> groups_;
};

/// A head that recurs, and what all areas have below it.
struct Candidate {
    std::string text;   ///< as printed first
    std::string folded; ///< by which it is known again
    int known = kNoList;
    double order = 0; ///< mean place within its group
    std::size_t areas = 0, items = 0, words = 0;
    std::size_t odd =
        0; ///< items of figures alone, or that begin in lower case as in an enumeration within prose
    double lean = 0;                  ///< of the items: below 0 like strengths, above 0 like improvements
    double lacking = 0;               ///< the share of items that tell of something that is wanting
    std::array<double, 3> by_words{}; ///< what the head's own words speak for
};

bool reads_like_findings(const Candidate& head) {
    constexpr std::size_t most_words = 30; // of an item
    return head.items > 0 && head.words <= most_words * head.items && head.odd * 2 < head.items;
}

/// How well the head fits each list, by its words and by what stands below.
double fit(const Candidate& head, std::size_t list) {
    constexpr double of_words = 2;
    const double words = of_words * head.by_words.at(list);
    const double lean = std::clamp(head.lean, -1.5, 1.5);
    if (list == 0) return words - lean - 2 * head.lacking;
    if (list == 1) return words + 2 * head.lacking - 0.3 * std::abs(lean) - 0.4; // what reports leave out
    return words + lean - head.lacking;
}

struct Assignment {
    std::vector<int> lists; ///< a list for each head
    double weight = 0;
    bool certain = true; ///< no other way fits nearly as well
};

void try_all(const std::vector<Candidate>& heads, std::vector<int>& lists, std::vector<Assignment>& found) {
    if (lists.size() == heads.size()) {
        Assignment made{lists};
        for (std::size_t h = 0; h < heads.size(); ++h)
            if (heads[h].known == kNoList) made.weight += fit(heads[h], static_cast<std::size_t>(lists[h]));
        // Reports print strengths first.
        constexpr double strengths_first = 0.4;
        const auto strengths = std::find(lists.begin(), lists.end(), 0) - lists.begin();
        if (strengths == 0) made.weight += strengths_first;
        found.push_back(std::move(made));
        return;
    }
    const auto& head = heads[lists.size()];
    for (int list = 0; list < static_cast<int>(kLists.size()); ++list) {
        if (head.known != kNoList && head.known != list) continue;
        if (head.known == kNoList && std::find(lists.begin(), lists.end(), list) != lists.end()) continue;
        const bool known_later = std::any_of(heads.begin(), heads.end(),
                                             [&](const Candidate& other) { return other.known == list; });
        if (head.known == kNoList && known_later) continue;
        lists.push_back(list);
        try_all(heads, lists, found);
        lists.pop_back();
    }
}

/// The lists that the heads of one group name, all different; none if there are more heads than lists.
std::optional<Assignment> assigned(const std::vector<Candidate>& heads) {
    constexpr double clear_lead = 0.5;
    std::vector<Assignment> found;
    std::vector<int> lists;
    try_all(heads, lists, found);
    if (found.empty()) return std::nullopt;
    std::stable_sort(found.begin(), found.end(),
                     [](const Assignment& a, const Assignment& b) { return a.weight > b.weight; });
    found.front().certain = found.size() == 1 || found[0].weight - found[1].weight >= clear_lead;
    return found.front();
}

/// The heads of all areas, by what they head, and the groups in which they come.
class CommonHeads {
public:
    CommonHeads(std::size_t areas, const rules::RuleSet& rules, const layout::Hints& hints)
        : areas_(areas), rules_(rules), hints_(hints) {}

    /// Of one area.
    void take(const Group& group) {
        Members members;
        for (std::size_t h = 0; h < group.size(); ++h) {
            const auto key = key_of(group[h].head);
            auto& head = heads_[key];
            if (head.text.empty()) head.text = group[h].head;
            head.folded = key;
            head.order += static_cast<double>(h);
            ++head.areas;
            for (const auto& text : group[h].below)
                count(text, head);
            members.insert(key);
        }
        ++groups_[members];
    }

    /// The group with a known head, else the largest that reads like findings.
    std::vector<Candidate> main_group() {
        for (auto& [folded, head] : heads_)
            finish(head);
        std::vector<Candidate> heads;
        for (const auto& folded : heaviest())
            heads.push_back(heads_.at(folded));
        std::stable_sort(heads.begin(), heads.end(),
                         [](const Candidate& a, const Candidate& b) { return a.order < b.order; });
        return heads;
    }

private:
    using Members = std::set<std::string>;

    void count(const std::string& text, Candidate& head) const {
        ++head.items;
        head.words += text::tokens(text).size();
        head.odd += unicode::starts_with_lower(text) || all_figures(text) ? 1 : 0;
        head.lean += hints_.lean(text);
        head.lacking += words_of("weakness_cues", text, rules_) > 0 ? 1 : 0;
    }

    /// Sums become means.
    void finish(Candidate& head) const {
        const auto items = static_cast<double>(std::max<std::size_t>(1, head.items));
        head.known = list_by_rule(head.text, rules_);
        head.order /= static_cast<double>(head.areas);
        head.lean /= items;
        head.lacking /= items;
        for (std::size_t list = 0; list < kHeadWords.size(); ++list)
            head.by_words.at(list) = static_cast<double>(words_of(kHeadWords.at(list), head.text, rules_));
    }

    [[nodiscard]] std::size_t weight(const Members& members, std::size_t areas) const {
        if (members.size() > kLists.size()) return 0;
        std::size_t known = 0;
        for (const auto& folded : members) {
            const auto& head = heads_.at(folded);
            if (head.known == kNoList && !reads_like_findings(head)) return 0;
            known += head.known != kNoList ? 1 : 0;
        }
        return areas * (members.size() > 1 ? 3 : 1) + known * areas_;
    }

    [[nodiscard]] Members heaviest() const {
        std::size_t best = 0;
        Members chosen;
        for (const auto& [members, areas] : groups_)
            if (const auto w = weight(members, areas); w > best) {
                best = w;
                chosen = members;
            }
        // Areas that have none of one kind lack its head.
        for (const auto& [members, areas] : groups_)
            if (weight(members, areas) > 0 &&
                std::includes(members.begin(), members.end(), chosen.begin(), chosen.end()))
                chosen = members;
        return chosen;
    }

    std::size_t areas_; ///< of the report
    const rules::RuleSet& rules_;
    const layout::Hints& hints_;
    std::map<std::string, Candidate> heads_;
    std::map<Members, std::size_t> groups_; ///< how many areas have each
};

/// The group of heads that the areas have in common.
std::vector<Candidate> common_group(const Blocks& blocks, const std::vector<AreaSpan>& spans,
                                    const rules::RuleSet& rules, const layout::Hints& hints) {
    const auto recurring = recurring_texts(blocks, spans, rules);
    CommonHeads common(spans.size(), rules, hints);
    for (const auto& span : spans)
        for (const auto& group : AreaHeads(blocks, span, recurring, rules, hints).groups())
            common.take(group);
    return common.main_group();
}

} // namespace

FindingHeads::FindingHeads(const Blocks& blocks, const std::vector<AreaSpan>& spans,
                           const rules::RuleSet& rules, const layout::Hints& hints)
    : rules_(rules) {
    const auto heads = common_group(blocks, spans, rules, hints);
    const auto unknown = std::count_if(heads.begin(), heads.end(),
                                       [](const Candidate& head) { return head.known == kNoList; });
    const auto known = std::ssize(heads) - unknown;
    // One head alone may be anything.
    if (unknown == 0 || heads.size() < 2) return;
    const auto named = assigned(heads);
    if (!named) return;
    certain_ = named->certain;
    for (std::size_t h = 0; h < heads.size(); ++h) {
        if (heads[h].known != kNoList) continue;
        const auto list = static_cast<std::size_t>(named->lists[h]);
        // Beside two that are known only weaknesses are left, and the head may as well be no list's at all.
        if (known >= 2 && fit(heads[h], list) <= 0) continue;
        by_recurrence_[heads[h].folded] = kLists.at(list);
        inferred_[heads[h].text] = kNames.at(list);
    }
}

List FindingHeads::list_under(std::string_view head) const {
    if (const int list = list_by_rule(head, rules_); list != kNoList)
        return kLists.at(static_cast<std::size_t>(list));
    if (by_recurrence_.empty()) return nullptr;
    const auto found = by_recurrence_.find(key_of(head));
    return found == by_recurrence_.end() ? nullptr : found->second;
}

FindingHeads::Labelled FindingHeads::labelled(std::string_view text) const {
    constexpr std::size_t longest_label = 40; // bytes
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || colon > longest_label) return {};
    const auto rest = text::trimmed(text.substr(colon + 1));
    const auto list = rest.empty() ? nullptr : list_under(text.substr(0, colon));
    return list == nullptr ? Labelled{} : Labelled{list, rest};
}

} // namespace kompass
