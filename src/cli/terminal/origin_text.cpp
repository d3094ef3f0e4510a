#include "cli/terminal/origin_text.h"

#include "text/fitting.h"
#include "text/language.h"

#include <vector>

namespace kompass::cli {

std::string origin_text(const FileOrigin& origin) {
    std::vector<std::string> parts;
    const auto add = [&](const std::string& label, const std::string& said) {
        if (!said.empty()) parts.push_back(label + said);
    };
    add("", origin.publisher);
    add(text::tr("retrieved "), origin.retrieved);
    add(text::tr("licence "), origin.licence);
    auto details = text::joined(parts, ", ");
    if (!origin.note.empty()) details += (details.empty() ? "" : "; ") + origin.note;
    if (origin.url.empty()) return details;
    return details.empty() ? origin.url : origin.url + " (" + details + ")";
}

} // namespace kompass::cli
