// What is asked of the archive for the pages that are about one report. Part of the caller's transaction.
#pragma once

#include "archive/connection.h"
#include "publish/site/evaluation_rows.h"
#include "publish/site/pages.h"

namespace kompass::publish::site {

/// Without pictures of pages.
[[nodiscard]] ReportDetails report_details(const archive::Connection& connection, const EvaluationRows& rows,
                                           const enquiry::ReportIdentity& report);

} // namespace kompass::publish::site
