#include "model/trouble.h"

#include <stdexcept>

namespace kompass {

const char* name_of(Severity severity) {
    switch (severity) {
    case Severity::note:
        return "note";
    case Severity::warning:
        return "warning";
    case Severity::error:
        return "error";
    }
    return "error";
}

Severity severity_from(const std::string& name) {
    for (auto severity : {Severity::note, Severity::warning, Severity::error})
        if (name == name_of(severity)) return severity;
    throw std::invalid_argument("unknown severity '" + name + "'");
}

std::string describe(const Trouble& trouble) {
    std::string text = trouble.file;
    if (trouble.place) text += (text.empty() ? "page " : ", page ") + std::to_string(trouble.place->page);
    if (!text.empty()) text += ": ";
    return text + trouble.message + " (" + trouble.code + ")";
}

} // namespace kompass
