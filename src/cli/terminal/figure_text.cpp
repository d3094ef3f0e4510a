#include "cli/terminal/figure_text.h"

#include "cli/terminal/figures.h"
#include "text/fitting.h"
#include "text/language.h"
#include "text/retelling.h"

namespace kompass::cli {
namespace {

std::string number_or_dash(const std::optional<Decimal>& number) {
    return number ? spoken(*number) : "–";
}

/// "68, 63" as "68 or 63".
std::string with_or(const std::string& candidates) {
    const auto last = candidates.rfind(", ");
    if (last == std::string::npos) return candidates;
    return candidates.substr(0, last) + text::tr(" or ") + candidates.substr(last + 2);
}

} // namespace

std::string figure_outcome(const enquiry::FigureRow& row) {
    if (row.status == "decided") return number_or_dash(row.corrected);
    if (row.status == "repaired") return number_or_dash(row.effective);
    return row.candidates.empty() ? "–" : with_or(row.candidates);
}

std::string figure_story(const enquiry::FigureRow& row) {
    if (row.status == "repaired") return text::retold(row.why) + ".";
    if (row.status == "decided") {
        const auto value = number_or_dash(row.value);
        const auto also = value == row.read ? "" : text::tr(", taken as {}", value);
        return text::tr("Read {}{}; {} decided: {}", row.read.empty() ? text::tr("nothing") : row.read, also,
                        row.author, row.why);
    }
    const auto read = row.read.empty() ? text::tr("It could not be read") : text::tr("It reads ") + row.read;
    if (row.candidates.empty()) return read + text::tr("; nothing in the report settles what it is.");
    return text::tr("{}; by the report's other figures it is {}.", read, with_or(row.candidates));
}

std::string figure_text(const AuditFinding& figure, const std::string& status, const Terminal& terminal) {
    const auto width = static_cast<std::size_t>(terminal.width);
    const bool doubtful = status == "doubtful";
    const auto head = text::tr("{} [{}]: read {}, {} {}", name_of(figure.cell), status, figure.printed,
                               doubtful ? text::tr("may be") : text::tr("is"), figure.expected);
    std::string text;
    for (const auto& line : text::wrapped(head, width - 2))
        text += "  " + coloured(line, doubtful ? Colour::yellow : Colour::plain, terminal) + '\n';
    for (const auto& line : text::wrapped(figure.explanation, width - 4))
        text += "    " + line + '\n';
    return text;
}

} // namespace kompass::cli
