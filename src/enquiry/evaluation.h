// Which evaluation a document is evidence of.
#pragma once

#include "archive/connection.h"

#include <cstdint>
#include <string>

namespace kompass::enquiry {

struct EvaluationName {
    std::string key;         ///< the lasting name
    std::int64_t report = 0; ///< of the document that is preferred
};

/// Throws ArchiveError if there is no such report. Part of the caller's transaction.
[[nodiscard]] EvaluationName evaluation_of(const archive::Connection& connection, std::int64_t report);

} // namespace kompass::enquiry
