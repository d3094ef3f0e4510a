// What is asked of the archive for the pages that are about one report. Part of the caller's transaction.
#pragma once

#include "archive/connection.h"
#include "publish/site/evaluation_rows.h"
#include "publish/site/pages.h"

namespace kompass::publish::site {

/// Who may be named of those who decided.
enum class Deciders { unnamed, named };

/// Without pictures of pages. Unless `deciders` are named, they are called as in copies for others
/// (archive/others).
[[nodiscard]] ReportDetails report_details(const archive::Connection& connection, const EvaluationRows& rows,
                                           const enquiry::ReportIdentity& report, Deciders deciders);

} // namespace kompass::publish::site
