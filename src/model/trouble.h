// Trouble with a document: a value that is collected, shown and stored, never printed and lost.
//
// An exception ends a command; a Trouble never does. Its `code` is stable and kebab-case, so that scripts
// can tell one from another; its `message` is English and says what to do where something can be done.
#pragma once

#include "model/place.h"

#include <optional>
#include <string>
#include <vector>

namespace kompass {

enum class Severity {
    note,    ///< nothing is lost; a reader may want to know
    warning, ///< something could not be read or understood; the rest of the report stands
    error,   ///< the report cannot be taken
};

struct Trouble {
    Severity severity = Severity::warning;
    std::string code;
    std::string message;
    std::string file;           ///< base name of the source
    std::optional<Place> place; ///< none: the file as a whole
    std::string rule;           ///< id of the rule concerned, or empty

    bool operator==(const Trouble&) const = default;
};

using Troubles = std::vector<Trouble>;

[[nodiscard]] const char* name_of(Severity severity);
[[nodiscard]] Severity severity_from(const std::string& name);

/// "file, page 3: message (code)", for people.
[[nodiscard]] std::string describe(const Trouble& trouble);

} // namespace kompass
