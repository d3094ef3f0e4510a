#include "cli/terminal/figures.h"

#include "cli/terminal/bar.h"
#include "enquiry/distribution.h"
#include "model/instrument.h"
#include "text/language.h"

#include <fmt/format.h>

namespace kompass::cli {

std::string spoken(const Decimal& figure) {
    return text::number(figure.real(), figure.is_whole() ? 0 : 1);
}

std::string title_of(const enquiry::ReportName& report) {
    const auto name = report.municipality.empty() ? text::tr("unknown municipality") : report.municipality;
    return report.year ? fmt::format("{} {}", name, *report.year) : name;
}

std::string figure_text(const std::optional<Decimal>& figure, const std::optional<archive::State>& state,
                        StateMarks& marks) {
    return (figure ? spoken(*figure) : "–") + marks.of(state);
}

std::string points_text(const enquiry::Figures& figures, StateMarks& marks) {
    return figure_text(figures.points, figures.points_state, marks);
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

std::string mean_text(const enquiry::Mean& mean, StateMarks& marks) {
    if (mean.reports == 0) return "–";
    return text::number(enquiry::to_a_tenth(mean.points).real(), 1) + marks.of(mean.state());
}

text::Value mean_value(const enquiry::Mean& mean) {
    return mean.reports == 0 ? text::Value{}
                             : text::Value{text::Tenths{enquiry::to_a_tenth(mean.points).tenths()}};
}

std::string unsound_text(const enquiry::Mean& mean) {
    if (mean.left_out > 0)
        return text::tr_many(mean.left_out, "{} doubtful or inconsistent left out", mean.left_out);
    return mean.unsound() > 0 ? text::tr_many(mean.unsound(), "{} doubtful or inconsistent", mean.unsound())
                              : "";
}

text::Value state_value(const std::optional<archive::State>& state) {
    return state ? text::told(archive::name_of(*state)) : text::Value{};
}

} // namespace kompass::cli
