// What all charts are drawn with: SVG whose places across are per cent of its width and whose heights are
// pixels, so that it fills what there is and its texts keep their size on a telephone.
//
// A chart is a picture with a text alternative (<title>, <desc>); what it shows stands in a table beside it.
// In a page its style is the page's (assets/tokens.css, charts.css); a file of its own carries it. Texts are
// escaped. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kompass::publish::charts {

/// What a chart is called and where it goes.
struct Frame {
    std::string id{};          ///< of the element; no other of the page may have it
    std::string title{};       ///< in a few words
    std::string description{}; ///< what it shows, for those who do not see it
    bool is_file = false;      ///< a file of its own; else a part of a page
    char point = '.';          ///< of the axis' figures
};

struct Point {
    double x = 0, y = 0;
};

class Svg {
public:
    void text(double x, double y, std::string_view classes, std::string_view text);
    void line(double x1, double y1, double x2, double y2, std::string_view classes);
    /// A stroke that stands out from whatever lies under it.
    void tick(double x, double top, double bottom);
    void rect(double x, double y, double width, double height, std::string_view classes);
    /// With what it stands for, which a pointer shows.
    void circle(double x, double y, double radius, std::string_view classes, std::string_view told);
    /// What follows up to end_picture() keeps its proportions: places across are per cent of `width` pixels,
    /// from `top` on; it is never larger, and smaller where there is no room.
    void begin_picture(double top, double width, double height);
    void end_picture();
    /// Within a picture, in pixels: joined in their order, and closed.
    void polygon(const std::vector<Point>& points, std::string_view classes);
    /// The sign of an entry of a legend, and its words; `shape`: "bar", "band", "median", "dot" …
    void legend(double y, std::string_view classes, std::string_view words);

    /// The whole chart, so many pixels high.
    [[nodiscard]] std::string take(const Frame& frame, double height) &&;

private:
    std::string body_{};
};

/// Where a number stands on an axis, in per cent of the width.
struct Scale {
    double least = 0, most = 100;
    double from = 0, to = 100; ///< the part of the width that the axis takes

    [[nodiscard]] double at(double number) const {
        return most <= least ? (from + to) / 2 : from + (to - from) * (number - least) / (most - least);
    }
};

/// The step of an axis that divides its length into at most `parts`: 1, 2, 2.5 or 5 with noughts.
[[nodiscard]] double step_of(double length, int parts);

/// The lines of an axis across, behind what is drawn from `top` to `bottom`: never through a text.
void draw_grid(Svg& svg, const Scale& scale, double step, double top, double bottom);
/// Its figures, below `bottom`, with this decimal point.
void draw_axis(Svg& svg, const Scale& scale, double step, double bottom, char point);

} // namespace kompass::publish::charts
