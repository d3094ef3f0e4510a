#include "cli/figures.h"

#include "cli/bar.h"

#include <fmt/format.h>

namespace kompass::cli {

std::string title_of(const archive::ReportName& report) {
    const auto name = report.municipality.empty() ? "unknown municipality" : report.municipality;
    return report.year ? fmt::format("{} {}", name, *report.year) : name;
}

std::string points_text(const archive::Figures& figures) {
    return (figures.points ? std::to_string(*figures.points) : "–") + (figures.doubtful ? "?" : "");
}

std::string bar_of(const archive::Figures& figures, std::size_t columns, const Terminal& terminal) {
    if (!figures.points) return {};
    return coloured(bar(*figures.points, figures.max.value_or(100), columns), Colour::green, terminal);
}

std::string mean_text(const archive::Mean& mean) {
    return fmt::format("{:.1f}{}", mean.points, mean.doubtful > 0 ? "?" : "");
}

Value doubtful_value(const archive::Figures& figures) {
    return figures.doubtful ? Value{"yes"} : Value{};
}

} // namespace kompass::cli
