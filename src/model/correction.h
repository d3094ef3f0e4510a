// What a person decided about a cell of a report: an overlay that leaves what was published as it stands.
//
// Plain values. A cell is a figure (model/figures.h) or a text: "municipality", "year", "month", "ordinal",
// "interviewees", "document date", "edition", "4.4 text", "area 4 title", "area 4 strength 2" (improvement,
// weakness).
#pragma once

#include <optional>
#include <string>

namespace kompass {

struct Correction {
    std::string sha256; ///< of the source
    std::string cell;
    std::optional<std::string> was; ///< what the archive held when it was made; none: nothing
    std::string value;
    std::string author, why;
    std::string made_at; ///< UTC, ISO 8601

    bool operator==(const Correction&) const = default;
};

} // namespace kompass
