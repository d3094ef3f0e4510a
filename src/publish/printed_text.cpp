#include "publish/printed_text.h"

#include "layout/text_line.h"

#include <cmath>
#include <utility>

namespace kompass::publish {
namespace {

bool parts(const layout::TextLine& upper, const layout::TextLine& lower) {
    return layout::gap_between(upper, lower) > 0.6 * lower.size ||
           std::abs(upper.size - lower.size) > 0.2 * lower.size;
}

PrintedPage printed(const Page& page) {
    PrintedPage blocks;
    const auto lines = layout::text_lines(page);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i == 0 || parts(lines[i - 1], lines[i])) blocks.emplace_back();
        blocks.back().push_back(lines[i].words);
    }
    return blocks;
}

void append(std::string& text, const PrintedLine& line) {
    for (std::size_t i = 0; i < line.size(); ++i)
        text.append(i > 0 ? " " : "").append(line[i].text);
    text += '\n';
}

} // namespace

std::vector<PrintedPage> printed_pages(const Document& document) {
    std::vector<PrintedPage> pages;
    for (const auto& page : document.pages)
        pages.push_back(printed(page));
    return pages;
}

std::string plain_text(const Document& document) {
    std::string text;
    for (const auto& page : document.pages) {
        if (page.number > 1) text += '\f';
        for (const auto& line : page.lines)
            text.append(line).append("\n");
        const auto blocks = printed(page);
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            if (i > 0) text += '\n';
            for (const auto& line : blocks[i])
                append(text, line);
        }
    }
    return text;
}

} // namespace kompass::publish
