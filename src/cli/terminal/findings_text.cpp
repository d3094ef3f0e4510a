#include "cli/terminal/findings_text.h"

#include "text/fitting.h"
#include "text/language.h"
#include "text/retelling.h"

namespace kompass::cli {

std::string finding_text(const AuditFinding& finding, const Terminal& terminal, std::string_view stands) {
    const auto colour = finding.verdict == Verdict::inconsistent ? Colour::yellow : Colour::plain;
    const auto width = static_cast<std::size_t>(terminal.width);
    const auto head = text::tr("{} [{}, {}]: {} {}, expected {}", name_of(finding.cell),
                               name_of(finding.kind), text::tr(name_of(finding.verdict)), text::tr(stands),
                               text::retold(finding.printed), text::retold(finding.expected));
    std::string text;
    for (const auto& line : text::wrapped(head, width - 2))
        text += "  " + coloured(line, colour, terminal) + '\n';
    for (const auto& line : text::wrapped(text::retold(finding.explanation), width - 4))
        text += "    " + line + '\n';
    return text;
}

} // namespace kompass::cli
