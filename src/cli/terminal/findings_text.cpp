#include "cli/terminal/findings_text.h"

#include "cli/terminal/figures.h"
#include "text/fitting.h"
#include "text/language.h"
#include "text/retelling.h"

namespace kompass::cli {

namespace {

/// "59.5", or "3 of 20, 40 %".
std::string figures_in(const std::string& text) {
    const auto figure = Decimal::from_text(text);
    return figure ? spoken(*figure) : text::retold(text);
}

} // namespace

std::string finding_text(const AuditFinding& finding, const Terminal& terminal, std::string_view stands) {
    const auto colour = finding.verdict == Verdict::inconsistent ? Colour::yellow : Colour::plain;
    const auto width = static_cast<std::size_t>(terminal.width);
    const auto head = text::tr("{} [{}, {}]: {} {}, expected {}", name_of(finding.cell),
                               name_of(finding.kind), text::tr(name_of(finding.verdict)), text::tr(stands),
                               figures_in(finding.printed), figures_in(finding.expected));
    std::string text;
    for (const auto& line : text::wrapped(head, width - 2))
        text += "  " + coloured(line, colour, terminal) + '\n';
    for (const auto& line : text::wrapped(text::retold(finding.explanation), width - 4))
        text += "    " + line + '\n';
    return text;
}

} // namespace kompass::cli
