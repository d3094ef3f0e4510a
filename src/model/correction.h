// What a person decided about a cell of a report: an overlay that leaves what was published as it stands.
//
// Plain values. The cell is a figure (model/figures.h) or a text: the municipality, year, month, ordinal,
// interviewees, document date or edition, a question's text, an area's title, one of its findings. It is kept
// by name, since what a person decided stays even if no cell is called so any more.
#pragma once

#include <optional>
#include <string>

namespace kompass {

struct Correction {
    std::string sha256;               ///< of the source
    std::string cell;                 ///< its name (model/cell.h)
    std::optional<std::string> was;   ///< what the archive held when it was made; none: nothing
    std::optional<std::string> value; ///< none: the report does not state it
    std::string author, why;
    std::string made_at;    ///< UTC, ISO 8601
    bool withdrawn = false; ///< it takes back the one of its cell that counted until then; it has no value

    bool operator==(const Correction&) const = default;
};

} // namespace kompass
