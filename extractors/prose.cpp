#include "extractors/prose.h"

#include "text/tokens.h"

#include <algorithm>

namespace kompass {

namespace {

bool reads_like_prose(const Block& block) {
    constexpr std::size_t fewest_words = 6;
    return (block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item) &&
           text::tokens(block.text).size() >= fewest_words;
}

bool is_finding(const Block& block, const Area& area) {
    // Or all of it behind a label: "Styrka: …".
    const auto same = [&](const Finding& finding) {
        return finding.text == block.text || (block.text.ends_with(": " + finding.text));
    };
    return std::any_of(area.strengths.begin(), area.strengths.end(), same) ||
           std::any_of(area.improvements.begin(), area.improvements.end(), same) ||
           std::any_of(area.weaknesses.begin(), area.weaknesses.end(), same);
}

} // namespace

void extract_prose(const Blocks& blocks, const AreaSpan& span, Area& area) {
    for (std::size_t i = span.first + 1; i < span.last; ++i)
        if (reads_like_prose(blocks[i]) && !is_finding(blocks[i], area))
            area.prose.push_back(
                {blocks[i].text, blocks[i].places.empty() ? 1 : blocks[i].places.front().page});
}

} // namespace kompass
