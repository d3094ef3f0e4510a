#include "publish/charts/charts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

namespace kompass::publish::charts {
namespace {

// Pixels.
constexpr double legend_line = 20;
constexpr double width = 340;
constexpr double height = 320;
constexpr double radius = 122;
constexpr double to_labels = 20; // from the end of an axis to the middle of what it is called
constexpr double half_line = 5;  // from the middle of a text to its foot
constexpr double dot = 4.5;

constexpr std::array rings{0.25, 0.5, 0.75, 1.0}; // shares of what is full

class Drawing {
public:
    explicit Drawing(const Profile& profile) : profile_(profile) {}

    std::string svg() {
        double y = 0;
        for (const auto& [classes, words] :
             {std::pair{"bar", profile_.own},
              std::pair{"unsure dot", has_unsure() ? profile_.unsure : std::string()},
              std::pair{"median line", profile_.median}})
            if (!words.empty()) svg_.legend((y += legend_line) - 4, classes, words);
        svg_.begin_picture(y + 4, width, height);
        draw_ground();
        draw_medians();
        draw_own();
        svg_.end_picture();
        return std::move(svg_).take(profile_.frame, y + 4 + height);
    }

private:
    [[nodiscard]] bool has_unsure() const {
        return std::any_of(profile_.rows.begin(), profile_.rows.end(),
                           [](const ProfileRow& row) { return row.own && row.own->unsure; });
    }

    /// The first axis points upwards, the others follow as a clock goes.
    [[nodiscard]] Point at(std::size_t axis, double share, double beyond = 0) const {
        const double turn = 2 * std::numbers::pi * static_cast<double>(axis) /
                            static_cast<double>(std::max<std::size_t>(profile_.rows.size(), 1));
        const double length = radius * share + beyond;
        return {width / 2 + length * std::sin(turn), height / 2 - length * std::cos(turn)};
    }
    static double across(double x) { return 100 * x / width; }

    void join(const Point& a, const Point& b, std::string_view classes) {
        svg_.line(across(a.x), a.y, across(b.x), b.y, classes);
    }

    void draw_ground() {
        for (const double ring : rings) {
            std::vector<Point> corners;
            for (std::size_t i = 0; i < profile_.rows.size(); ++i)
                corners.push_back(at(i, ring));
            svg_.polygon(corners, "ring");
        }
        for (std::size_t i = 0; i < profile_.rows.size(); ++i) {
            const auto& row = profile_.rows[i];
            join(at(i, 0), at(i, 1), "grid");
            const auto place = at(i, 1, to_labels);
            svg_.text(across(place.x), place.y, "small mid", row.label.substr(0, row.label.find(' ')));
            svg_.text(across(place.x), place.y + 3 * half_line, "strong mid", row.own ? row.own->words : "–");
        }
    }

    /// From each value to the next; the whole as a plane where all are there.
    template <typename Value>
    void outline(const Value& value_of, std::string_view plane, std::string_view line) {
        std::vector<Point> corners;
        for (std::size_t i = 0; i < profile_.rows.size(); ++i) {
            const std::size_t next = (i + 1) % profile_.rows.size();
            const auto here = value_of(profile_.rows[i]);
            const auto there = value_of(profile_.rows[next]);
            if (here) corners.push_back(at(i, *here / profile_.full));
            if (here && there)
                edges_.push_back({at(i, *here / profile_.full), at(next, *there / profile_.full)});
        }
        if (!plane.empty() && corners.size() == profile_.rows.size()) svg_.polygon(corners, plane);
        for (const auto& [from, to] : std::exchange(edges_, {}))
            join(from, to, line);
    }

    void draw_medians() {
        outline([](const ProfileRow& row) { return row.median; }, "", "median line");
    }

    void draw_own() {
        outline([](const ProfileRow& row) { return row.own ? std::optional(row.own->number) : std::nullopt; },
                "plane", "line");
        for (std::size_t i = 0; i < profile_.rows.size(); ++i) {
            const auto& row = profile_.rows[i];
            if (!row.own) continue;
            const auto place = at(i, row.own->number / profile_.full);
            svg_.circle(across(place.x), place.y, dot, row.own->unsure ? "unsure point" : "point",
                        row.label + ": " + row.own->words);
        }
    }

    const Profile& profile_;
    Svg svg_;
    std::vector<std::pair<Point, Point>> edges_;
};

} // namespace

std::string radar_chart(const Profile& profile) {
    return Drawing(profile).svg();
}

} // namespace kompass::publish::charts
