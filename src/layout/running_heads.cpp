#include "layout/running_heads.h"

#include "layout/measures.h"
#include "text/tokens.h"

#include <algorithm>
#include <cctype>
#include <map>

namespace kompass::layout {

namespace {

/// Of the page's height, at its head and foot: margins of 2.5 cm and a head of two lines in them.
constexpr double kMargin = 0.13;

/// Ems. Scanned pages lie higher or lower by half a line at most.
constexpr double kSameHeight = 0.5;

/// A head stands on three pages at least, and on a third of them: each chapter may have its own.
constexpr std::size_t kFewestPages = 3;
constexpr std::size_t kLeastShare = 3;

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

/// Heights on the page of lines of one shape that lie at the head or foot of some page.
using Heights = std::map<std::string, std::vector<double>>;

Heights heights_by_shape(const std::vector<std::vector<TextLine>>& pages,
                         const std::vector<double>& page_heights) {
    Heights heights;
    for (std::size_t p = 0; p < pages.size(); ++p)
        for (const auto& line : pages[p])
            if (in_margin(line, page_heights[p])) heights[shape_of(line.text)].push_back(line.box.y0);
    for (auto& [shape, list] : heights)
        std::sort(list.begin(), list.end());
    return heights;
}

/// Whether several pages have such a line at this height.
bool is_repeated(const TextLine& line, const Heights& heights, std::size_t pages) {
    const auto found = heights.find(shape_of(line.text));
    if (found == heights.end()) return false;
    const auto& list = found->second;
    const double slack = kSameHeight * line.size;
    const auto from = std::lower_bound(list.begin(), list.end(), line.box.y0 - slack);
    const auto to = std::upper_bound(from, list.end(), line.box.y0 + slack);
    const auto times = static_cast<std::size_t>(to - from);
    // Bullets and table heads may well stand at the head of a few pages.
    return times >= kFewestPages && times * kLeastShare >= pages;
}

/// The heads of a table's columns, which may well stand at the top of many pages.
bool heads_columns(const TextLine& line, const Hints& hints) {
    const auto segments = line.segments(measures::between_cells);
    return std::all_of(segments.begin(), segments.end(), [&](const Segment& segment) {
        return hints.is_column_head(segment.text) || hints.is_box_head(segment.text) ||
               hints.is_figure_head(segment.text);
    });
}

/// The page's number alone, as its first or last line. Printed numbers leave out covers, so that they lag.
bool is_page_number(const TextLine& line) {
    constexpr int most_ahead = 1;  // a report cut from a larger file lacks its first page
    constexpr int most_behind = 4; // cover, its back, title and contents
    constexpr int longest = 4;     // digits
    const auto& text = line.text;
    const bool digits =
        !text.empty() && text.size() <= longest &&
        std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
    if (!digits) return false;
    const int lag = line.page - std::stoi(text);
    return lag >= -most_ahead && lag <= most_behind;
}

} // namespace

std::vector<TextLine> without_running_heads(std::vector<std::vector<TextLine>> pages,
                                            const std::vector<double>& page_heights, const Hints& hints) {
    const auto heights = heights_by_shape(pages, page_heights);
    std::vector<TextLine> kept;
    for (std::size_t p = 0; p < pages.size(); ++p)
        for (auto& line : pages[p]) {
            const bool outermost = &line == &pages[p].front() || &line == &pages[p].back();
            const bool running = in_margin(line, page_heights[p]) &&
                                 ((is_repeated(line, heights, pages.size()) && !heads_columns(line, hints)) ||
                                  hints.is_running_head(line.text) || (outermost && is_page_number(line)));
            if (!running) kept.push_back(std::move(line));
        }
    return kept;
}

} // namespace kompass::layout
