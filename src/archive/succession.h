// Several sources of one evaluation: which report is current, and why.
//
// Two reports are of one evaluation if municipality and year are the same and neither is doubtful (an ordinal
// that differs parts them), or if one source lay where the other does now and nothing they state of
// themselves differs. The report that stands in the tables of reports is the current one; the others are
// rows of `former_report`, whole, so that no query counts an evaluation twice. What decides, in this order:
// the file that replaced another; the later date of the document; more parts found, by their accounts; more
// figures; fewer doubts and faulty parts; a source nearer to the print (born digital, then OCR, then a
// transcript); the one taken first.
//
// Each function is part of the caller's transaction and leaves every former report with a current one.
#pragma once

#include "archive/connection.h"
#include "model/record.h"
#include "rules/edition.h"

#include <cstdint>
#include <string>
#include <vector>

namespace kompass::archive {

/// Decides between the report of `source`, which was just written, and the current ones of the same
/// evaluation. `replaced` is the hash of what lay at the source's path before; empty: nothing known.
void settle(Connection& connection, std::int64_t source, const std::string& replaced);

/// Writes `record` in place of the stored report of `source`, current or former, and decides anew between it
/// and all that were decided by it.
void replace_report(Connection& connection, std::int64_t source, const Record& record,
                    const std::vector<rules::Edition>& editions);

/// The stored report of a taken source, current or former.
[[nodiscard]] Record report_of(const Connection& connection, std::int64_t source);

/// The report of this number, current or former. Throws ArchiveError if there is none.
[[nodiscard]] Record report_numbered(const Connection& connection, std::int64_t report);

} // namespace kompass::archive
