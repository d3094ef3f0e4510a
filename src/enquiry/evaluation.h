// Which evaluation a document is evidence of.
#pragma once

#include "archive/connection.h"

#include <cstdint>
#include <string>

namespace kompass::enquiry {

struct EvaluationName {
    std::string key;                                      ///< the lasting name
    std::int64_t report = 0;                              ///< of the document that is preferred
    std::string municipality, municipality_code, edition; ///< empty where unknown
    int of_edition = 0; ///< how many evaluations there are of that edition, with this one
};

/// Throws ArchiveError if there is no such report. Part of the caller's transaction.
[[nodiscard]] EvaluationName evaluation_of(const archive::Connection& connection, std::int64_t report);

} // namespace kompass::enquiry
