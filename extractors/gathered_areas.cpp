#include "extractors/gathered_areas.h"

#include "model/instrument.h"
#include "text/tokens.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

namespace kompass {

namespace {

using Series = std::vector<AreaSpan>;

bool is_headed(const Block& block, std::string_view role, const rules::RuleSet& rules) {
    if (block.kind != BlockKind::table) return rules.matches(role, text::trimmed(block.text));
    if (!block.table.has_head || block.table.rows.empty()) return false;
    const auto& head = block.table.rows.front();
    return std::any_of(head.begin(), head.end(),
                       [&](const TableCell& cell) { return rules.matches(role, text::trimmed(cell.text)); });
}

/// In how many of the areas a head of the role stands.
std::size_t areas_with(std::string_view role, const Series& series, const Blocks& blocks,
                       const rules::RuleSet& rules) {
    return static_cast<std::size_t>(std::count_if(series.begin(), series.end(), [&](const AreaSpan& span) {
        return std::any_of(blocks.begin() + static_cast<std::ptrdiff_t>(span.first),
                           blocks.begin() + static_cast<std::ptrdiff_t>(span.last),
                           [&](const Block& block) { return is_headed(block, role, rules); });
    }));
}

/// The other series has what every report has, and the first has nothing of it.
bool adds_parts(const Series& other, const Series& spans, const Blocks& blocks, const rules::RuleSet& rules) {
    constexpr std::array roles = {"box_topics_head", "strengths_head", "improvements_head"};
    return std::any_of(roles.begin(), roles.end(), [&](const char* role) {
        return areas_with(role, other, blocks, rules) * 2 >= area_count &&
               areas_with(role, spans, blocks, rules) == 0;
    });
}

/// The spans, none of which reaches into the other series: nothing else need end the last one.
Series ended_before(const Series& other, Series spans) {
    for (auto& span : spans)
        if (span.first < other.front().first) span.last = std::min(span.last, other.front().first);
    return spans;
}

} // namespace

std::vector<AreaSpan> gather_areas(Blocks& blocks, const rules::Knowledge& knowledge) {
    const auto headed = headed_spans(blocks, knowledge);
    auto spans = outline(blocks, headed, knowledge);
    if (spans.size() != area_count) return spans;
    std::multimap<std::size_t, AreaSpan> moved; // by the block before which they are put
    for (const auto& other : other_series(headed, spans)) {
        const auto own = ended_before(other, spans);
        if (!moved.empty() || !adds_parts(other, own, blocks, knowledge.rules)) continue;
        for (std::size_t area = 0; area < area_count; ++area) {
            const bool stands_before = other[area].first < own[area].first;
            moved.emplace(stands_before ? own[area].first : own[area].last, other[area]);
        }
    }
    if (moved.empty()) return spans;
    std::vector<bool> taken(blocks.size(), false);
    for (const auto& [before, span] : moved)
        std::fill(taken.begin() + static_cast<std::ptrdiff_t>(span.first),
                  taken.begin() + static_cast<std::ptrdiff_t>(span.last), true);
    Blocks gathered;
    gathered.reserve(blocks.size());
    for (std::size_t i = 0; i <= blocks.size(); ++i) {
        for (auto [part, end] = moved.equal_range(i); part != end; ++part)
            std::move(blocks.begin() + static_cast<std::ptrdiff_t>(part->second.first),
                      blocks.begin() + static_cast<std::ptrdiff_t>(part->second.last),
                      std::back_inserter(gathered));
        if (i < blocks.size() && !taken[i]) gathered.push_back(std::move(blocks[i]));
    }
    blocks = std::move(gathered);
    return outline(blocks, knowledge);
}

} // namespace kompass
