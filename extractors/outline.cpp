#include "extractors/outline.h"

#include "text/tokens.h"

#include <algorithm>
#include <map>

namespace kompass {

namespace {

constexpr std::size_t kLongestHeading = 160; ///< bytes

bool may_be_heading(const Block& block) {
    return block.kind != BlockKind::table && !block.text.empty() && block.text.size() < kLongestHeading;
}

/// A title of an edition that is not known: short, and no sentence.
bool reads_like_a_title(std::string_view title) {
    constexpr std::size_t longest_title = 80; // bytes
    return title.size() <= longest_title && title.find(". ") == std::string_view::npos;
}

/// The area that the block heads: its number and title, if it does.
std::optional<AreaSpan> headed_area(const Block& block, const rules::Knowledge& knowledge) {
    if (!may_be_heading(block) || knowledge.rules.matches("toc_line", block.text)) return std::nullopt;
    AreaSpan area;
    area.places = block.places;
    if (const auto match = knowledge.rules.match("area_head", block.text)) {
        area.number = std::stoi(match->group("number"));
        area.title = match->group("title");
        const bool known = knowledge.editions.area_of_title(area.title) == area.number;
        if (known || (block.kind == BlockKind::heading && reads_like_a_title(area.title))) return area;
        return std::nullopt;
    }
    if (const auto match = knowledge.rules.match("area_section_head", block.text)) {
        area.number = std::stoi(match->group("number"));
        area.title = match->group("title");
        if (knowledge.editions.area_of_title(area.title) == area.number) return area;
    }
    return std::nullopt;
}

/// The first block after `from` that begins another chapter.
std::size_t chapter_after(const Blocks& blocks, std::size_t from, const rules::Knowledge& knowledge) {
    for (std::size_t i = from + 1; i < blocks.size(); ++i) {
        if (!may_be_heading(blocks[i]) || blocks[i].lines.size() > 2) continue;
        if (knowledge.rules.matches("area_section_head", blocks[i].text)) continue;
        const bool section = knowledge.rules.matches("section_head", blocks[i].text);
        if (!section && (knowledge.rules.matches("chapter_head", blocks[i].text) ||
                         knowledge.rules.matches("key_facts_head", blocks[i].text)))
            return i;
    }
    return blocks.size();
}

/// Each span ends where the next in the text, or another chapter, begins.
void end_spans(std::vector<AreaSpan>& spans, const Blocks& blocks, const rules::Knowledge& knowledge) {
    for (auto& span : spans) {
        span.last = chapter_after(blocks, span.first, knowledge);
        for (const auto& other : spans)
            if (other.first > span.first) span.last = std::min(span.last, other.first);
    }
}

} // namespace

std::vector<AreaSpan> outline(const Blocks& blocks, const rules::Knowledge& knowledge) {
    std::vector<AreaSpan> found;
    for (std::size_t i = 0; i < blocks.size(); ++i)
        if (auto area = headed_area(blocks[i], knowledge)) {
            area->first = i;
            found.push_back(std::move(*area));
        }
    // Of several headings of one area (a table of contents without page numbers, a mention), the true one has
    // the most below it.
    end_spans(found, blocks, knowledge);
    std::map<int, AreaSpan> areas;
    for (auto& area : found) {
        const auto known = areas.find(area.number);
        if (known == areas.end() || known->second.last - known->second.first < area.last - area.first)
            areas[area.number] = std::move(area);
    }
    std::vector<AreaSpan> spans;
    spans.reserve(areas.size());
    for (auto& [number, area] : areas)
        spans.push_back(std::move(area));
    // A mention inside an area does not end it.
    end_spans(spans, blocks, knowledge);
    return spans;
}

} // namespace kompass
