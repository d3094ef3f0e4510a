// All texts of one evaluation that a search finds, for an index of its own: what kompass search would find
// there, no more and no less.
//
// Part of the caller's transaction; one thread uses it.
#pragma once

#include "archive/connection.h"
#include "archive/evaluation/states.h"

#include <optional>
#include <string>
#include <vector>

namespace kompass::enquiry {

struct PassageText {
    std::string kind;           ///< one of passage_kinds()
    std::optional<int> area;    ///< none: it stands in a chapter outside the areas
    std::optional<int> chapter; ///< its number in the report
    std::string number;         ///< of a question: "4.2"
    std::string text;
    std::optional<archive::State> state;
};

/// Of the evaluation with this key, by area, then by chapter, in the report's order.
[[nodiscard]] std::vector<PassageText> passages_of(const archive::Connection& connection,
                                                   const std::string& evaluation);

} // namespace kompass::enquiry
