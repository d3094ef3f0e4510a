// Archives of invented reports, as large as one likes, for tests of scale.
//
// The same arguments give the same archive. Municipalities are "Kommun 0001" and so on; texts are strung
// together from invented compounds, so that a word such as "medborgardialog" stands in about one passage of
// 150.
#pragma once

#include "archive/connection.h"
#include "model/record.h"

#include <filesystem>

namespace kompass::testing {

enum class ReportSize {
    full, ///< as a published report: some 45 questions, 80 findings
    slim, ///< the areas' totals; area 3 has one question
};

[[nodiscard]] Record synthetic_record(int number, ReportSize size);

/// A new archive of `reports` such records, stored in one transaction.
[[nodiscard]] archive::Connection synthetic_archive(const std::filesystem::path& file, int reports,
                                                    ReportSize size);

} // namespace kompass::testing
