#include "layout/running_heads.h"

#include "layout/tokens.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <set>

namespace kompass::layout {

namespace {

/// The part of the page, at its head and foot, where running heads stand.
constexpr double kMargin = 0.13;

bool in_margin(const TextLine& line, double page_height) {
    return line.box.y1 < kMargin * page_height || line.box.y0 > (1 - kMargin) * page_height;
}

/// The text with every run of digits made one, so that page numbers do not tell lines apart.
std::string shape_of(const std::string& text) {
    std::string shape;
    for (const unsigned char c : text) {
        if (std::isdigit(c) == 0)
            shape += static_cast<char>(c);
        else if (shape.empty() || shape.back() != '#')
            shape += '#';
    }
    return shape;
}

/// A line's shape and height on the page: pages that share it have it as a running head.
using Mark = std::pair<std::string, long>;

Mark mark_of(const TextLine& line) {
    return {shape_of(line.text), std::lround(line.box.y0 / 3)};
}

std::set<Mark> repeated_marks(const std::vector<std::vector<TextLine>>& pages,
                              const std::vector<double>& heights) {
    std::map<Mark, std::size_t> seen;
    for (std::size_t p = 0; p < pages.size(); ++p) {
        std::set<Mark> marks;
        for (const auto& line : pages[p])
            if (in_margin(line, heights[p])) marks.insert(mark_of(line));
        for (const auto& mark : marks)
            ++seen[mark];
    }
    std::set<Mark> repeated;
    for (const auto& [mark, times] : seen) {
        // Bullets and table heads may well stand at the head of a few pages.
        const bool often = times >= 3 && times * 3 >= pages.size();
        if (often) repeated.insert(mark);
    }
    return repeated;
}

} // namespace

std::vector<TextLine> without_running_heads(std::vector<std::vector<TextLine>> pages,
                                            const std::vector<double>& page_heights, const Hints& hints) {
    const auto repeated = repeated_marks(pages, page_heights);
    std::vector<TextLine> kept;
    for (std::size_t p = 0; p < pages.size(); ++p)
        for (auto& line : pages[p]) {
            const bool running = in_margin(line, page_heights[p]) &&
                                 (repeated.contains(mark_of(line)) || hints.is_running_head(line.text));
            if (!running) kept.push_back(std::move(line));
        }
    return kept;
}

} // namespace kompass::layout
