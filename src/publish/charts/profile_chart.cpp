#include "publish/charts/charts.h"

#include "text/fitting.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace kompass::publish::charts {
namespace {

// Pixels.
constexpr double legend_line = 20;
constexpr double row_height = 52;
constexpr double label_foot = 16; // below the row's top
constexpr double band_top = 24;
constexpr double band_height = 20;
constexpr double beside_band = 3; // of the grid's lines, above and below
constexpr double bar_top = 29;
constexpr double bar_height = 10;
constexpr double below_rows = 26; // the axis' figures

constexpr std::size_t longest_label = 46; // signs; what a telephone shows beside the figure

void draw_row(Svg& svg, const ProfileRow& row, const Scale& scale, double step, double top) {
    svg.text(0, top + label_foot, "label", text::shortened(row.label, longest_label));
    svg.text(100, top + label_foot, "strong end", row.own ? row.own->words : "–");
    draw_grid(svg, scale, step, top + band_top - beside_band, top + band_top + band_height + beside_band);
    if (row.band)
        svg.rect(scale.at(row.band->from), top + band_top, scale.at(row.band->to) - scale.at(row.band->from),
                 band_height, "band");
    if (row.own)
        svg.rect(0, top + bar_top, scale.at(row.own->number), bar_height,
                 row.own->unsure ? "unsure bar" : "bar");
    if (row.median) svg.tick(scale.at(*row.median), top + band_top - 2, top + band_top + band_height + 2);
}

bool has_unsure(const Profile& profile) {
    return std::any_of(profile.rows.begin(), profile.rows.end(),
                       [](const ProfileRow& row) { return row.own && row.own->unsure; });
}

} // namespace

std::string profile_chart(const Profile& profile) {
    Svg svg;
    double y = 0;
    for (const auto& [classes, words] :
         {std::pair{"bar", profile.own},
          std::pair{"unsure bar", has_unsure(profile) ? profile.unsure : std::string()},
          std::pair{"band", profile.band}, std::pair{"median", profile.median}})
        if (!words.empty()) svg.legend((y += legend_line) - 4, classes, words);
    const double top = y + 6;
    const double bottom = top + row_height * static_cast<double>(profile.rows.size());
    const Scale scale{0, profile.full};
    const double step = step_of(profile.full, 4);
    for (std::size_t i = 0; i < profile.rows.size(); ++i)
        draw_row(svg, profile.rows[i], scale, step, top + row_height * static_cast<double>(i));
    draw_axis(svg, scale, step, bottom, profile.frame.point);
    return std::move(svg).take(profile.frame, bottom + below_rows);
}

} // namespace kompass::publish::charts
