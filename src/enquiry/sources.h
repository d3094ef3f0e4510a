// Sources as such: their names, those that failed, those whose reading is not kept, where they lay.
//
// Each function is part of the caller's transaction.
#pragma once

#include "archive/connection.h"
#include "archive/failed_source.h"

#include <cstddef>
#include <string>
#include <vector>

namespace kompass::enquiry {

/// A file that was taken or failed; the hash is empty where its bytes could not be read.
struct SourceName {
    std::string file, sha256;
};

/// By name.
[[nodiscard]] std::vector<SourceName> list_sources(const archive::Connection& connection);

/// In the order they were kept.
[[nodiscard]] std::vector<archive::FailedSource> list_failures(const archive::Connection& connection);

/// How many reports, current or former, cannot be extracted anew, since what was read is not kept.
[[nodiscard]] std::size_t reports_without_reading(const archive::Connection& connection);

/// A file that was taken, and where it lay; none of its places may hold it still.
struct TakenSource {
    std::string sha256;
    std::vector<std::string> paths; ///< as text (text/file_name.h)
};

/// By hash.
[[nodiscard]] std::vector<TakenSource> taken_sources(const archive::Connection& connection);

/// Where the sources of the reports lay when they were taken, as text (text/file_name.h).
[[nodiscard]] std::vector<std::string> source_paths(const archive::Connection& connection);

} // namespace kompass::enquiry
