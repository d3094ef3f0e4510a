// Which report a figure is of.
#pragma once

#include "archive/connection.h"
#include "enquiry/reports.h"

#include <cstdint>
#include <optional>
#include <string>

namespace kompass::enquiry {

struct ReportName {
    std::int64_t id = 0;
    std::string municipality; ///< empty where unknown
    std::optional<int> year;
    std::string edition; ///< empty where unknown
    std::string key;     ///< the evaluation's lasting name
};

/// Of a row with the columns `report`, `municipality`, `year`, `edition` and `evaluation`, as the views have
/// them.
[[nodiscard]] inline ReportName report_name_of(const archive::Row& row) {
    return {row.id("report"), row.text("municipality"), row.optional_integer("year"), row.text("edition"),
            row.text("evaluation")};
}

[[nodiscard]] inline ReportName name_of(const ReportIdentity& report) {
    return {report.id, report.municipality, report.year, report.edition, report.key};
}

} // namespace kompass::enquiry
