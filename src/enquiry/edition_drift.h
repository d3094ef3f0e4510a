// Where archived reports of an edition print something else than its rules file has: titles, questions,
// wordings, maxima. That is no fault of theirs: what a report prints counts, and the edition is a hint.
//
// Pure functions, thread safe.
#pragma once

#include "enquiry/edition_lessons.h"
#include "rules/edition.h"

#include <string>
#include <vector>

namespace kompass::enquiry {

enum class DriftKind {
    title,    ///< the area is titled otherwise
    wording,  ///< the question is put otherwise
    question, ///< another question is asked under that number, or one that the edition does not have
    maximum
};

struct Drift {
    DriftKind kind = DriftKind::wording;
    std::string number;  ///< of the area, "4", or the question, "4.2"
    std::string defined; ///< empty: the edition has none
    std::string printed;
    int reports = 0, of = 0; ///< so many print it, of so many that print the area or question
    std::string first;       ///< the key of one evaluation whose report does
};

[[nodiscard]] const char* name_of(DriftKind kind);

/// Against the definition; where that knows no questions of an area, against what most reports print.
[[nodiscard]] std::vector<Drift> drifts(const EditionLessons& lessons, const rules::Edition& edition);

} // namespace kompass::enquiry
