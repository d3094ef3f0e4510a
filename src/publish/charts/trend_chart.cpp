#include "publish/charts/charts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace kompass::publish::charts {
namespace {

// Pixels.
constexpr double legend_line = 20;
constexpr double label_line = 18; // of the editions, above
constexpr double plot_height = 200;
constexpr double beside_points = 26; // room for figures above and below them
constexpr double below_plot = 28;
constexpr double radius = 6;

constexpr double from_edge = 7; // per cent of the width: half a figure, on a telephone

class Drawing {
public:
    explicit Drawing(const Trend& trend) : trend_(trend) {
        for (const auto& line : trend.lines)
            for (const auto& point : line.points)
                years_.insert(point.year), amounts_.insert(point.amount.number);
    }

    std::string svg() {
        for (const auto& [classes, words] :
             {std::pair{"point", trend_.own}, std::pair{"unsure point", trend_.unsure},
              std::pair{"told point", trend_.told}})
            if (!words.empty()) svg_.legend((y_ += legend_line) - 4, classes, words);
        if (years_.empty()) return std::move(svg_).take(trend_.frame, y_ + 1);
        across_ = {static_cast<double>(*years_.begin()), static_cast<double>(*years_.rbegin()), from_edge,
                   100 - from_edge};
        top_ = y_ + 2 * label_line + 10;
        bottom_ = top_ + plot_height;
        choose_heights();
        draw_years();
        for (std::size_t i = 0; i < trend_.lines.size(); ++i)
            draw(trend_.lines[i], i);
        draw_breaks();
        return std::move(svg_).take(trend_.frame, bottom_ + below_plot);
    }

private:
    void choose_heights() {
        const double spread = std::max(*amounts_.rbegin() - *amounts_.begin(), trend_.most / 10);
        const double middle = (*amounts_.rbegin() + *amounts_.begin()) / 2;
        up_ = {middle - spread / 2, middle + spread / 2, bottom_ - beside_points, top_ + beside_points};
    }

    void draw_years() {
        svg_.line(0, bottom_, 100, bottom_, "axis");
        for (const int year : years_)
            svg_.text(across_.at(year), bottom_ + 18, "small mid", std::to_string(year));
    }

    void draw(const TrendLine& line, std::size_t number) {
        for (std::size_t i = 1; line.joined && i < line.points.size(); ++i)
            svg_.line(x(line.points[i - 1]), y(line.points[i - 1]), x(line.points[i]), y(line.points[i]),
                      "line");
        for (const auto& point : line.points) {
            const auto* classes = point.told ? "told point" : point.amount.unsure ? "unsure point" : "point";
            svg_.circle(x(point), y(point), radius, classes,
                        fmt::format("{}: {}", point.year, point.amount.words));
            const bool below = has_higher(point);
            svg_.text(x(point), y(point) + (below ? 22 : -12), point.told ? "small mid" : "strong mid",
                      point.amount.words);
        }
        if (line.points.empty() || line.label.empty()) return;
        const double middle = (x(line.points.front()) + x(line.points.back())) / 2;
        const auto* anchor = middle < 15 ? "small" : middle > 85 ? "small end" : "small mid";
        svg_.text(middle < 15   ? 0
                  : middle > 85 ? 100
                                : middle,
                  y_ + label_line * (number % 2 == 0 ? 1 : 2), anchor, line.label);
    }

    /// Where one edition ends and the next begins.
    void draw_breaks() {
        const TrendLine* before = nullptr;
        for (const auto& line : trend_.lines) {
            if (!line.joined || line.points.empty()) continue;
            if (before != nullptr && before->points.back().year < line.points.front().year) {
                const double middle = (x(before->points.back()) + x(line.points.front())) / 2;
                svg_.line(middle, top_ - 4, middle, bottom_, "break");
            }
            before = &line;
        }
    }

    /// Of the same year: its figure stands above both.
    [[nodiscard]] bool has_higher(const TrendPoint& point) const {
        return std::any_of(trend_.lines.begin(), trend_.lines.end(), [&](const TrendLine& line) {
            return std::any_of(line.points.begin(), line.points.end(), [&](const TrendPoint& other) {
                return other.year == point.year && other.amount.number > point.amount.number;
            });
        });
    }

    [[nodiscard]] double x(const TrendPoint& point) const { return across_.at(point.year); }
    [[nodiscard]] double y(const TrendPoint& point) const { return up_.at(point.amount.number); }

    const Trend& trend_;
    Svg svg_;
    std::set<int> years_;
    std::set<double> amounts_;
    Scale across_, up_;
    double y_ = 0, top_ = 0, bottom_ = 0;
};

} // namespace

std::string trend_chart(const Trend& trend) {
    return Drawing(trend).svg();
}

} // namespace kompass::publish::charts
