#include "archive/evaluation/finding_figures.h"

#include <string_view>

namespace kompass::archive {
namespace {

constexpr std::string_view per_cent = " %";

/// Takes `end` off; false if the text does not end with it.
bool take_end(std::string_view& text, std::string_view end) {
    if (!text.ends_with(end)) return false;
    text.remove_suffix(end.size());
    return true;
}

/// What stands before the separator, which is taken off with it; nothing if it is not there.
std::optional<std::string_view> take_before(std::string_view& text, std::string_view separator) {
    const auto at = text.find(separator);
    if (at == std::string_view::npos) return std::nullopt;
    const auto before = text.substr(0, at);
    text.remove_prefix(at + separator.size());
    return before;
}

/// "9" or "9–10"; of "-1–1", where the arithmetic alone would go below, it is 0 to 1.
std::optional<Bounds> bounds_in(std::string_view text) {
    const auto first = take_before(text, "–");
    const auto from = first && first->starts_with('-') ? std::optional(Decimal(0))
                                                       : Decimal::from_text(first.value_or(text));
    const auto to = Decimal::from_text(text);
    if (!from || !to || *to < *from) return std::nullopt;
    return Bounds{*from, *to};
}

/// Maxima and percents are whole.
std::optional<Decimal> whole_in(std::string_view text) {
    const auto number = Decimal::from_text(text);
    return number && number->is_whole() ? number : std::nullopt;
}

std::optional<Bounds> whole_bounds_in(std::string_view text) {
    const auto bounds = bounds_in(text);
    return bounds && bounds->from.is_whole() && bounds->to.is_whole() ? bounds : std::nullopt;
}

/// "10 of 15, 65 %"
void read_row(std::string_view text, FindingFigures& figures) {
    const auto points = take_before(text, " of ");
    const auto max = take_before(text, ", ");
    if (!points || !max || !take_end(text, per_cent)) return;
    figures.points = Decimal::from_text(*points);
    figures.max = whole_in(*max);
    figures.percent = whole_in(text);
}

/// "9–10 of 15, or 65–68 %", "65 %", or the row as it stands.
void read_expected_row(std::string_view text, FindingFigures& figures) {
    if (!take_end(text, per_cent)) return;
    if (const auto points = take_before(text, " of ")) {
        const auto max = take_before(text, ", ");
        if (!max) return;
        constexpr std::string_view or_else = "or ";
        if (text.starts_with(or_else)) text.remove_prefix(or_else.size());
        figures.expected_points = bounds_in(*points);
        figures.expected_max = whole_bounds_in(*max);
    }
    figures.expected_percent = whole_bounds_in(text);
}

} // namespace

FindingFigures figures_of(const AuditFinding& finding) {
    FindingFigures figures;
    if (finding.kind == CheckKind::row) {
        read_row(finding.printed, figures);
        read_expected_row(finding.expected, figures);
        return figures;
    }
    if (finding.kind == CheckKind::maxima || finding.kind == CheckKind::hundred) {
        figures.max = whole_in(finding.printed);
        figures.expected_max = whole_bounds_in(finding.expected);
    } else {
        figures.points = Decimal::from_text(finding.printed);
        figures.expected_points = bounds_in(finding.expected);
    }
    return figures;
}

} // namespace kompass::archive
