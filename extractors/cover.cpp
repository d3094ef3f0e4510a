#include "extractors/cover.h"

#include "layout/text_line.h"
#include "text/tokens.h"
#include "text/unicode.h"

#include <algorithm>

namespace kompass {

namespace {

std::vector<std::string> lines_of(const Page& page) {
    std::vector<std::string> lines;
    for (const auto& line : page.lines)
        if (const auto bare = text::trimmed(line); !bare.empty()) lines.emplace_back(bare);
    for (const auto& line : layout::text_lines(page))
        lines.push_back(line.text);
    return lines;
}

/// Transcripts may have lost their page breaks; a cover is short.
constexpr std::size_t kLongestCover = 60;

} // namespace

std::vector<std::string> cover_lines(const Document& document) {
    std::vector<std::string> cover;
    for (std::size_t p = 0; p < document.pages.size() && p < 2; ++p)
        for (auto& line : lines_of(document.pages[p])) {
            const auto folded = unicode::folded(line);
            if (folded == "innehall" || folded.starts_with("innehallsforteckning")) return cover;
            cover.push_back(std::move(line));
            if (cover.size() >= kLongestCover) return cover;
        }
    return cover;
}

std::vector<std::string> margin_lines(const Document& document) {
    std::vector<std::string> margins;
    for (const auto& page : document.pages) {
        // Transcripts keep running heads wherever their page broke.
        if (document.kind == SourceKind::transcript) {
            for (const auto& line : page.lines)
                if (line.size() < 120) margins.emplace_back(text::trimmed(line));
            continue;
        }
        const auto lines = layout::text_lines(page);
        for (std::size_t i = 0; i < std::min<std::size_t>(lines.size(), 2); ++i)
            margins.push_back(lines[i].text);
        if (lines.size() > 2) margins.push_back(lines.back().text);
        if (page.number >= 3) break;
    }
    return margins;
}

} // namespace kompass
