#include "cli/terminal/figure_text.h"

#include "text/fitting.h"

#include <fmt/format.h>

namespace kompass::cli {
namespace {

std::string number_or_dash(const std::optional<Decimal>& number) {
    return number ? number->text() : "–";
}

/// "68, 63" as "68 or 63".
std::string with_or(const std::string& candidates) {
    const auto last = candidates.rfind(", ");
    if (last == std::string::npos) return candidates;
    return candidates.substr(0, last) + " or " + candidates.substr(last + 2);
}

} // namespace

std::string figure_outcome(const enquiry::FigureRow& row) {
    if (row.status == "decided") return number_or_dash(row.corrected);
    if (row.status == "repaired") return number_or_dash(row.effective);
    return row.candidates.empty() ? "–" : with_or(row.candidates);
}

std::string figure_story(const enquiry::FigureRow& row) {
    if (row.status == "repaired") return row.why + ".";
    if (row.status == "decided") {
        const auto value = number_or_dash(row.value);
        const auto also = value == row.read ? "" : fmt::format(", taken as {}", value);
        return fmt::format("Read {}{}; {} decided: {}", row.read.empty() ? "nothing" : row.read, also,
                           row.author, row.why);
    }
    const auto read = row.read.empty() ? std::string("It could not be read") : "It reads " + row.read;
    if (row.candidates.empty()) return read + "; nothing in the report settles what it is.";
    return fmt::format("{}; by the report's other figures it is {}.", read, with_or(row.candidates));
}

std::string figure_text(const AuditFinding& figure, const std::string& status, const Terminal& terminal) {
    const auto width = static_cast<std::size_t>(terminal.width);
    const bool doubtful = status == "doubtful";
    const auto head = fmt::format("{} [{}]: read {}, {} {}", name_of(figure.cell), status, figure.printed,
                                  doubtful ? "may be" : "is", figure.expected);
    std::string text;
    for (const auto& line : text::wrapped(head, width - 2))
        text += "  " + coloured(line, doubtful ? Colour::yellow : Colour::plain, terminal) + '\n';
    for (const auto& line : text::wrapped(figure.explanation, width - 4))
        text += "    " + line + '\n';
    return text;
}

} // namespace kompass::cli
