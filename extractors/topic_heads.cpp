#include "extractors/topic_heads.h"

#include "text/tokens.h"
#include "text/unicode.h"

#include <cstddef>
#include <map>

namespace kompass {

namespace {

/// A topic names what the area is about; a sentence tells of it.
bool may_be_topics(const Block& block) {
    if (block.kind == BlockKind::list_item) return true;
    const auto text = text::trimmed(block.text);
    return block.kind == BlockKind::paragraph && !text.ends_with('.') && !text.ends_with(':') &&
           unicode::starts_with_upper(text);
}

std::string key_of(std::string_view text) {
    return unicode::folded(text::trimmed(text));
}

/// The first head of the area that a list or short lines follow; empty if prose or a table comes before.
std::string_view first_list_head(const Blocks& blocks, const AreaSpan& span, const FindingHeads& findings,
                                 const rules::RuleSet& rules) {
    for (std::size_t i = span.first + 1; i + 1 < span.last; ++i) {
        const auto& block = blocks[i];
        if (block.kind == BlockKind::table || rules.matches("general_head", block.text)) break;
        if (block.kind != BlockKind::heading) continue;
        if (!may_be_topics(blocks[i + 1])) continue;
        const bool known = findings.list_under(block.text) != nullptr ||
                           rules.matches("inspiration_head", block.text) ||
                           rules.matches("points_line", block.text);
        return known ? std::string_view() : text::trimmed(block.text);
    }
    return {};
}

} // namespace

TopicHeads::TopicHeads(const Blocks& blocks, const std::vector<AreaSpan>& spans, const FindingHeads& findings,
                       const rules::RuleSet& rules)
    : rules_(rules) {
    constexpr std::size_t fewest = 3; // areas: two may have the same by chance
    std::map<std::string, std::vector<std::string_view>> areas;
    for (const auto& span : spans)
        if (const auto head = first_list_head(blocks, span, findings, rules); !head.empty())
            areas[key_of(head)].push_back(head);
    for (const auto& [key, heads] : areas)
        if (heads.size() >= fewest && heads.size() * 2 >= spans.size())
            recurring_.emplace(key, heads.front());
}

bool TopicHeads::contains(std::string_view text) const {
    return rules_.matches("box_topics_head", text) || recurring_.contains(key_of(text));
}

std::vector<std::string> TopicHeads::inferred() const {
    std::vector<std::string> heads;
    for (const auto& [key, head] : recurring_)
        if (!rules_.matches("box_topics_head", head)) heads.push_back(head);
    return heads;
}

} // namespace kompass
