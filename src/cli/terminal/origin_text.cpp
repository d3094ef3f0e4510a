#include "cli/terminal/origin_text.h"

#include "text/fitting.h"

#include <vector>

namespace kompass::cli {

std::string origin_text(const FileOrigin& origin) {
    std::vector<std::string> parts;
    const auto add = [&](const char* label, const std::string& said) {
        if (!said.empty()) parts.push_back(label + said);
    };
    add("", origin.publisher);
    add("retrieved ", origin.retrieved);
    add("licence ", origin.licence);
    auto details = text::joined(parts, ", ");
    if (!origin.note.empty()) details += (details.empty() ? "" : "; ") + origin.note;
    if (origin.url.empty()) return details;
    return details.empty() ? origin.url : origin.url + " (" + details + ")";
}

} // namespace kompass::cli
