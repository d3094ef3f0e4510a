// The reports of an archive: which there are, how many, and the one that a person means.
//
// Lists are ordered by municipality (Swedish collation), year and key; those without a municipality or year
// come last. What a person decided goes before what was read. Each function is part of the caller's
// transaction.
#pragma once

#include "archive/connection.h"
#include "model/decimal.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kompass::enquiry {

/// What a report, and the source it is of, is told from others by.
struct ReportIdentity {
    std::int64_t id = 0;
    std::string municipality, municipality_code, county; ///< empty where unknown
    std::optional<int> year;
    std::string edition, file, sha256;
    std::string key = {};        ///< the evaluation's lasting name
    std::string instrument = {}; ///< name of the one that the edition is of; empty: the edition is not known
    bool is_former = false;      ///< another document of the evaluation is preferred
    std::string code_now = {};   ///< of the municipality as it is registered now; empty where unknown
    std::string name_now = {};   ///< else as it is named

    /// Whatever it was called then and here.
    [[nodiscard]] bool is_of_same_municipality(const ReportIdentity& other) const {
        return !name_now.empty() && code_now == other.code_now &&
               (!code_now.empty() || name_now == other.name_now);
    }
};

struct ReportSummary : ReportIdentity {
    std::optional<Decimal> points; ///< sum of the eight areas' totals, if all are there
    int questions = 0, findings = 0, inconsistencies = 0, doubtful = 0;
    std::string parts; ///< what of it was found, in one line
};

[[nodiscard]] int count_reports(const archive::Connection& connection);

[[nodiscard]] std::vector<ReportIdentity> list_reports(const archive::Connection& connection);

/// With what each holds, which takes counting.
[[nodiscard]] std::vector<ReportSummary> summarize_reports(const archive::Connection& connection);

/// Of the evaluation that this report is preferred of; nullopt: not stated.
[[nodiscard]] std::optional<int> month_of(const archive::Connection& connection, std::int64_t report);

/// The number of the report of a source that was taken.
[[nodiscard]] std::int64_t report_of_source(const archive::Connection& connection, const std::string& sha256);

/// The reports that `reference` names: an evaluation's key, an id, a file name, the start of a hash (6 digits
/// or more), a municipality by any name or code that it has borne (any case, with or without diacritics,
/// "kommun" or "stad" behind its name or its genitive), or "municipality year". Former ones are found where
/// no current one is. Where a name with the same diacritics is there, those that are only alike without them
/// are left out: "Habo" is not Håbo; and a number that is an id or a key is no code.
[[nodiscard]] std::vector<ReportIdentity> find_reports(const archive::Connection& connection,
                                                       std::string_view reference);

} // namespace kompass::enquiry
