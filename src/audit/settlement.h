// Settles the figures that OCR may have misread, by all that the report's arithmetic says.
//
// A figure is changed only if every explanation of its area's figures (solver.h) gives it the same other
// value, and all checks are there to witness it; what was read is kept as a repair, with the reason in words.
// Where explanations differ the figure is doubtful, with their values as candidates, best first. Where there
// is none the figures stay and the area is named unexplained. An area that holds as it was read is not
// touched, but for figures that OCR was not sure of: those are confirmed, replaced or left doubtful. Text
// that no OCR read is never changed. A figure that is printed and was not read (doubtful, without value) is
// filled if one value alone fits.
//
// Of a history column only a figure that OCR was not sure of is replaced, since a sum alone cannot tell which
// of its nine figures was misread; in the column of the report's own year the areas bear witness too. Pure,
// thread safe, no errors.
#pragma once

#include "audit/evidence.h"
#include "model/record.h"
#include "rules/digit_misreadings.h"
#include "rules/edition.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace kompass::audit {

struct Settlement {
    std::set<int> explained;            ///< areas whose misreadings were found, be they settled or open
    std::set<int> unexplained;          ///< areas read by OCR that no likely misreading makes hold
    std::map<int, std::string> remarks; ///< by area: what the open explanations are, in words
};

/// `edition` (may be null) tells usual maxima and how many questions an area has: evidence, not law.
Settlement settle(Record& record, const Evidence& evidence, const rules::DigitMisreadings& misreadings,
                  const rules::Edition* edition);

/// What the audit finds of an area whose misreadings stay open says also what they may be.
void add_remarks(const Settlement& settlement, std::vector<AuditFinding>& findings);

} // namespace kompass::audit
