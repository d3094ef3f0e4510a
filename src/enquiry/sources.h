// Sources that are no report, or no whole one: those that failed, those whose reading is not kept.
//
// Each function is part of the caller's transaction.
#pragma once

#include "archive/connection.h"
#include "archive/failed_source.h"

#include <cstddef>
#include <vector>

namespace kompass::enquiry {

/// In the order they were kept.
[[nodiscard]] std::vector<archive::FailedSource> list_failures(const archive::Connection& connection);

/// How many reports, current or former, cannot be extracted anew, since what was read is not kept.
[[nodiscard]] std::size_t reports_without_reading(const archive::Connection& connection);

} // namespace kompass::enquiry
