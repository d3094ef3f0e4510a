#include "layout/pages/running_heads.h"

#include "layout/measures.h"
#include "text/line_shape.h"
#include "text/tokens.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>

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

/// The lines that lie at the head or foot of some page: their heights there by their shapes, and how often
/// each text stands there.
struct Heights {
    std::map<std::string, std::vector<double>> of_shape;
    std::map<std::string, std::size_t> times;
};

Heights heights_by_shape(const std::vector<std::vector<TextLine>>& pages,
                         const std::vector<double>& page_heights) {
    Heights heights;
    for (std::size_t p = 0; p < pages.size(); ++p)
        for (const auto& line : pages[p])
            if (in_margin(line, page_heights[p])) {
                heights.of_shape[text::line_shape(line.text)].push_back(line.box.y0);
                ++heights.times[line.text];
            }
    for (auto& [shape, list] : heights.of_shape)
        std::sort(list.begin(), list.end());
    return heights;
}

/// Whether several pages have such a line at this height.
bool is_repeated(const TextLine& line, const Heights& heights, std::size_t pages) {
    const auto found = heights.of_shape.find(text::line_shape(line.text));
    if (found == heights.of_shape.end()) return false;
    const auto& list = found->second;
    const double slack = kSameHeight * line.size;
    const auto from = std::lower_bound(list.begin(), list.end(), line.box.y0 - slack);
    const auto to = std::upper_bound(from, list.end(), line.box.y0 + slack);
    const auto times = static_cast<std::size_t>(to - from);
    // Bullets and table heads may well stand at the head of a few pages.
    return times >= kFewestPages && times * kLeastShare >= pages;
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

/// Where text stands on most pages, points from the top. What comes back within it heads text, wherever pages
/// break; running heads and feet stand outside.
struct TextArea {
    double top = 0, bottom = 0;

    [[nodiscard]] bool holds(const TextLine& line) const {
        const double slack = kSameHeight * line.size;
        return line.box.y1 > top + slack && line.box.y0 < bottom - slack;
    }
};

TextArea text_area(const std::vector<std::vector<TextLine>>& pages, const Heights& heights,
                   const Hints& hints) {
    constexpr std::size_t of_pages = 5; // one in so many may begin higher: a cover, a stamp
    std::vector<double> tops;
    std::vector<double> bottoms;
    for (const auto& lines : pages) {
        const auto is_text = [&](const TextLine& line) {
            return !is_repeated(line, heights, pages.size()) && !hints.is_running_head(line.text) &&
                   !is_page_number(line);
        };
        const auto first = std::find_if(lines.begin(), lines.end(), is_text);
        if (first == lines.end()) continue;
        tops.push_back(first->box.y0);
        bottoms.push_back(std::find_if(lines.rbegin(), lines.rend(), is_text)->box.y1);
    }
    if (tops.empty()) return {};
    std::sort(tops.begin(), tops.end());
    std::sort(bottoms.rbegin(), bottoms.rend());
    return {tops[tops.size() / of_pages], bottoms[bottoms.size() / of_pages]};
}

/// The heads of a table's columns, which may well stand at the top of many pages.
bool heads_columns(const TextLine& line, const Hints& hints) {
    const auto segments = line.segments(measures::between_cells);
    return std::all_of(segments.begin(), segments.end(), [&](const Segment& segment) {
        return hints.is_column_head(segment.text) || hints.is_box_head(segment.text) ||
               hints.is_figure_head(segment.text);
    });
}

/// The lines of one page that are its running head and foot.
class PageMargins {
public:
    PageMargins(const std::vector<TextLine>& lines, double page_height, const Heights& heights,
                const TextArea& area, std::size_t pages, const Hints& hints)
        : lines_(lines), page_height_(page_height), heights_(heights), area_(area), pages_(pages),
          hints_(hints) {}

    [[nodiscard]] std::vector<bool> running() const {
        std::vector<bool> running(lines_.size());
        // What stands between a section's head and the text below is no running head, however often it
        // recurs.
        std::optional<bool> section_above;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const auto& line = lines_[i];
            const bool below_head = section_above.value_or(false) && line.box.y1 < kMargin * page_height_;
            running[i] = !below_head && is_running(i);
            if (!running[i] && !section_above) section_above = hints_.is_section_head(line.text);
        }
        return running;
    }

private:
    [[nodiscard]] bool is_running(std::size_t i) const {
        const auto& line = lines_[i];
        const bool outermost = i == 0 || i + 1 == lines_.size();
        return in_margin(line, page_height_) &&
               ((is_repeated(line, heights_, pages_) && !area_.holds(line) && !heads_columns(line, hints_) &&
                 !opens_section(line) && stands_apart(line)) ||
                hints_.is_running_head(line.text) || (outermost && is_page_number(line)));
    }

    /// No text of the page's own is as close as the next line of a paragraph, or of a box, would be.
    [[nodiscard]] bool stands_apart(const TextLine& line) const {
        constexpr double closest = 0.5; // ems
        const double reach = closest * line.size;
        return std::none_of(lines_.begin(), lines_.end(), [&](const TextLine& other) {
            const bool close = other.box.y1 > line.box.y0 - reach && other.box.y0 < line.box.y1 + reach;
            const bool beside = other.box.y0 < line.box.y1 && other.box.y1 > line.box.y0;
            return close && !beside && !is_repeated(other, heights_, pages_);
        });
    }

    /// The head of a section that only counts on from page to page: "Område 3", each once.
    [[nodiscard]] bool opens_section(const TextLine& line) const {
        return hints_.is_section_head(line.text) && heights_.times.find(line.text)->second == 1;
    }

    const std::vector<TextLine>& lines_;
    double page_height_;
    const Heights& heights_;
    const TextArea& area_;
    std::size_t pages_;
    const Hints& hints_;
};

} // namespace

std::vector<TextLine> without_running_heads(std::vector<std::vector<TextLine>> pages,
                                            const std::vector<double>& page_heights, const Hints& hints) {
    const auto heights = heights_by_shape(pages, page_heights);
    const auto area = text_area(pages, heights, hints);
    std::vector<TextLine> kept;
    for (std::size_t p = 0; p < pages.size(); ++p) {
        const auto running =
            PageMargins(pages[p], page_heights[p], heights, area, pages.size(), hints).running();
        for (std::size_t i = 0; i < pages[p].size(); ++i)
            if (!running[i]) kept.push_back(std::move(pages[p][i]));
    }
    return kept;
}

} // namespace kompass::layout
