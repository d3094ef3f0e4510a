#include "publish/charts/svg.h"

#include "publish/assets.h"
#include "text/xml_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace kompass::publish::charts {
namespace {

using text::xml_escaped;

// Pixels; in a page the page says how wide.
constexpr int width_of_file = 720;
constexpr int margin_of_file = 20;

/// To a hundredth: "12.5", "40"
std::string number(double value) {
    constexpr double hundredths = 100;
    auto text = fmt::format("{}", std::round(value * hundredths) / hundredths);
    return text == "-0" ? "0" : text;
}

std::string share(double percent) {
    return number(percent) + "%";
}

} // namespace

void Svg::text(double x, double y, std::string_view classes, std::string_view text) {
    body_ += fmt::format(R"(<text x="{}" y="{}" class="{}">{}</text>)", share(x), number(y), classes,
                         xml_escaped(text));
}

void Svg::line(double x1, double y1, double x2, double y2, std::string_view classes) {
    body_ += fmt::format(R"(<line x1="{}" y1="{}" x2="{}" y2="{}" class="{}"/>)", share(x1), number(y1),
                         share(x2), number(y2), classes);
}

void Svg::tick(double x, double top, double bottom) {
    line(x, top, x, bottom, "halo");
    line(x, top, x, bottom, "median");
}

void Svg::rect(double x, double y, double width, double height, std::string_view classes) {
    body_ += fmt::format(R"(<rect x="{}" y="{}" width="{}" height="{}" class="{}"/>)", share(x), number(y),
                         share(width), number(height), classes);
}

void Svg::circle(double x, double y, double radius, std::string_view classes, std::string_view told) {
    body_ += fmt::format(R"(<circle cx="{}" cy="{}" r="{}" class="{}"><title>{}</title></circle>)", share(x),
                         number(y), number(radius), classes, xml_escaped(told));
}

void Svg::begin_picture(double top, double width, double height) {
    body_ += fmt::format(R"(<svg y="{0}" width="100%" height="{2}" viewBox="0 0 {1} {2}">)", number(top),
                         number(width), number(height));
}

void Svg::end_picture() {
    body_ += "</svg>";
}

void Svg::polygon(const std::vector<Point>& points, std::string_view classes) {
    std::string places;
    for (const auto& point : points)
        places += (places.empty() ? "" : " ") + number(point.x) + "," + number(point.y);
    body_ += fmt::format(R"(<polygon points="{}" class="{}"/>)", places, classes);
}

void Svg::legend(double y, std::string_view classes, std::string_view words) {
    const bool is_dot =
        classes.find("dot") != std::string_view::npos || classes.find("point") != std::string_view::npos;
    if (is_dot)
        body_ += fmt::format(R"(<circle cx="10" cy="{}" r="5" class="{}"/>)", number(y - 4), classes);
    else if (classes == "median line")
        body_ +=
            fmt::format(R"(<line x1="0" y1="{0}" x2="20" y2="{0}" class="median line"/>)", number(y - 5));
    else if (classes == "median")
        body_ += fmt::format(R"(<line x1="10" y1="{}" x2="10" y2="{}" class="median"/>)", number(y - 12),
                             number(y + 3));
    else
        body_ +=
            fmt::format(R"(<rect x="0" y="{}" width="20" height="10" class="{}"/>)", number(y - 10), classes);
    body_ += fmt::format(R"(<text x="28" y="{}" class="small">{}</text>)", number(y), xml_escaped(words));
}

std::string Svg::take(const Frame& frame, double height) && {
    const auto alternative = fmt::format(
        R"( role="img" aria-labelledby="{0}-title {0}-desc"><title id="{0}-title">{1}</title><desc id="{0}-desc">{2}</desc>)",
        frame.id, xml_escaped(frame.title), xml_escaped(frame.description));
    if (!frame.is_file)
        return fmt::format(R"(<svg class="chart" height="{}"{})", number(height), alternative) + body_ +
               "</svg>\n";
    return fmt::format(
               R"(<svg xmlns="http://www.w3.org/2000/svg" class="chart" width="{0}" height="{1}"{2}<style>{3}{4}</style><rect width="100%" height="100%" class="ground"/><svg x="{5}" y="{5}" width="{6}" height="{7}">)",
               width_of_file + 2 * margin_of_file, number(height + 2 * margin_of_file), alternative,
               assets::tokens_css, assets::charts_css, margin_of_file, width_of_file, number(height)) +
           body_ + "</svg></svg>\n";
}

double step_of(double length, int parts) {
    if (length <= 0) return 1;
    constexpr double ten = 10;
    const double least = length / parts;
    const double power = std::pow(ten, std::floor(std::log10(least)));
    for (const double factor : std::array{1.0, 2.0, 2.5, 5.0})
        if (factor * power >= least) return factor * power;
    return ten * power;
}

namespace {

template <typename Draw>
void each_step(const Scale& scale, double step, const Draw& draw) {
    constexpr double hair = 1e-9;
    const auto first = std::lround(std::ceil(scale.least / step));
    const auto last = std::lround(std::floor((scale.most + hair) / step));
    for (auto i = first; i <= last; ++i)
        draw(static_cast<double>(i) * step);
}

} // namespace

void draw_grid(Svg& svg, const Scale& scale, double step, double top, double bottom) {
    each_step(scale, step, [&](double at) { svg.line(scale.at(at), top, scale.at(at), bottom, "grid"); });
}

void draw_axis(Svg& svg, const Scale& scale, double step, double bottom, char point) {
    constexpr double below = 16; // pixels to the figures' foot
    each_step(scale, step, [&](double at) {
        const double x = scale.at(at);
        const auto* anchor = x < 1 ? "small" : x > 99 ? "small end" : "small mid";
        auto figure = number(at);
        std::replace(figure.begin(), figure.end(), '.', point);
        svg.text(x, bottom + below, anchor, figure);
    });
}

} // namespace kompass::publish::charts
