// The one report that a person means.
#pragma once

#include "archive/archive.h"

#include <string>
#include <vector>

namespace kompass::cli {

/// `words` joined by blanks are a reference as in Archive::find. Throws std::runtime_error if no report fits,
/// or if several do: it then lists them.
[[nodiscard]] archive::ReportSummary find_report(const archive::Archive& archive,
                                                 const std::vector<std::string>& words);

} // namespace kompass::cli
