// A report about one evaluation for a municipality's management group: one HTML file with all in it, in
// Swedish, that prints on four to eight pages of A4.
//
// Profile against the edition's median and quartiles, position, change since the evaluation before, questions
// to look at, strengths and improvements by area, sources and the state of the figures. Figures, statistics
// and signs are those of the site (publish/site). Without a script; the same archive gives the same bytes.
#pragma once

#include "archive/connection.h"
#include "enquiry/reports.h"
#include "publish/site/pages.h"
#include "publish/site/report_details.h"

#include <string>

namespace kompass::publish::report {

[[nodiscard]] std::string management_report(const site::Site& site, const site::ReportContent& report,
                                            const site::ReportDetails& details);

/// The same, with what it needs asked of the archive. Part of the caller's transaction.
[[nodiscard]] std::string management_report(const archive::Connection& connection,
                                            const enquiry::ReportIdentity& report, site::Deciders deciders);

} // namespace kompass::publish::report
