// The report or reports that a person means.
#pragma once

#include "archive/archive.h"
#include "enquiry/reports.h"

#include <string>
#include <vector>

namespace kompass::cli {

/// `words` joined by blanks are a reference as in enquiry::find_reports. Throws std::runtime_error if no
/// report fits, or if several do: it then lists them.
[[nodiscard]] enquiry::ReportIdentity find_report(const archive::Archive& archive,
                                                  const std::vector<std::string>& words);

/// As find_report, but of a municipality with several reports the latest is taken.
[[nodiscard]] enquiry::ReportIdentity find_latest_report(const archive::Archive& archive,
                                                         const std::vector<std::string>& words);

/// The reports that `words` name one after the other: each word is a reference as for find_latest_report, a
/// year belongs to the name before it.
[[nodiscard]] std::vector<enquiry::ReportIdentity> find_reports(const archive::Archive& archive,
                                                                const std::vector<std::string>& words);

/// All that one reference names: of a municipality each of its reports. Throws as find_latest_report.
[[nodiscard]] std::vector<enquiry::ReportIdentity> find_all_reports(const archive::Archive& archive,
                                                                    const std::string& reference);

} // namespace kompass::cli
