#include "cli/terminal/figures.h"

#include "cli/terminal/bar.h"
#include "model/instrument.h"

#include <fmt/format.h>

#include <cmath>

namespace kompass::cli {

std::string title_of(const enquiry::ReportName& report) {
    const auto name = report.municipality.empty() ? "unknown municipality" : report.municipality;
    return report.year ? fmt::format("{} {}", name, *report.year) : name;
}

std::string points_text(const enquiry::Figures& figures) {
    return (figures.points ? figures.points->text() : "–") + (figures.doubtful ? "?" : "");
}

text::Value figure_value(const std::optional<Decimal>& figure) {
    if (!figure) return {};
    return figure->is_whole() ? text::Value{figure->whole()} : text::Value{text::Tenths{figure->tenths()}};
}

std::string bar_of(const enquiry::Figures& figures, std::size_t columns, const Terminal& terminal) {
    if (!figures.points) return {};
    return coloured(bar(*figures.points, figures.max.value_or(points_an_area), columns), Colour::green,
                    terminal);
}

/// Rounded as the view edition_means does: a half goes up.
std::string mean_text(const enquiry::Mean& mean) {
    constexpr double tenths = 10;
    return fmt::format("{:.1f}{}", std::round(mean.points * tenths) / tenths, mean.doubtful > 0 ? "?" : "");
}

text::Value doubtful_value(const enquiry::Figures& figures) {
    return figures.doubtful ? text::Value{"yes"} : text::Value{};
}

} // namespace kompass::cli
