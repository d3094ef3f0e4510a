// Which questions of the editions texts are, for tables whose rows bear no numbers.
//
// Numbers are those of one edition for all rows of an area together: a wording may have stood under another
// number in an earlier one. Pure functions, thread safe, no errors.
#pragma once

#include "rules/edition.h"

#include <cstddef>
#include <string>
#include <vector>

namespace kompass {

/// What one edition makes of the wordings of an area's questions.
struct QuestionPlaces {
    std::vector<int> of_wordings; ///< the number within the area ("4.2": 2) for each; 0: unknown
    std::size_t known = 0;        ///< how many are not 0
};

/// By the edition that knows the wordings best; where several do, by the one that misses none between them.
[[nodiscard]] QuestionPlaces places_of_questions(const std::vector<std::string>& wordings, int area,
                                                 const rules::Editions& editions);

struct AskedArea {
    int number = 0;        ///< 0: none
    std::size_t known = 0; ///< how many of the wordings an edition asks in it
};

/// The area to which most of the questions belong, whichever edition asks them; none if fewer than two are
/// known.
[[nodiscard]] AskedArea area_of_questions(const std::vector<std::string>& wordings,
                                          const rules::Editions& editions);

} // namespace kompass
