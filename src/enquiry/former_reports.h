// Several files of one evaluation: which report stands in for which, and why (archive/evaluation/preference.h
// decides), and which of them may be of the same evaluation.
//
// Each function is part of the caller's transaction.
#pragma once

#include "archive/connection.h"
#include "enquiry/reports.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kompass::enquiry {

/// A report that another source of the same evaluation stands in for.
struct FormerReport : ReportIdentity {
    std::optional<Decimal> points; ///< as ReportSummary
    int doubtful = 0;
    std::string parts;        ///< as ReportSummary
    std::string current_file; ///< whose report is current
    std::string reason, why;  ///< what decided: a code, and words
};

/// What was decided between a source and another of the same evaluation.
struct Succession {
    bool current = false;   ///< the one asked about is current
    std::string other_file; ///< the other
    std::string reason, why;
};

/// Two evaluations that may be one, by their keys.
struct UnsureMatch {
    std::string one, other, why;
};

/// In the order of their numbers, as they were read; without a county.
[[nodiscard]] std::vector<ReportIdentity> former_identities(const archive::Connection& connection);
/// The same with what each holds, for which each record is read.
[[nodiscard]] std::vector<FormerReport> list_former_reports(const archive::Connection& connection);

/// What was decided between the source of this hash and others.
[[nodiscard]] std::vector<Succession> list_successions(const archive::Connection& connection,
                                                       const std::string& sha256);

[[nodiscard]] std::vector<UnsureMatch> list_unsure_matches(const archive::Connection& connection);

/// By report, current or former: what it lacks of what another file of its evaluation has, in words: "no
/// strengths in areas 2–8: found in b.pdf". Those that lack nothing, or are not accounted for, are left out.
[[nodiscard]] std::map<std::int64_t, std::string> list_lacks(const archive::Connection& connection);

} // namespace kompass::enquiry
