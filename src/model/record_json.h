// The report record as JSON, in the shape of record.schema.json, and back.
//
// Key order is fixed and figures are whole, so that the same record gives the same bytes. What a report does
// not state is null; the report's own lists are always there, even if empty; notes about a value (doubtful,
// candidates, repairs, places, raw) are left out where there are none. Coordinates are rounded to 0.1 point,
// so record_from_json(to_json(r)) == r holds for records whose boxes are rounded already and whose key facts
// have different labels (the values of a label met twice are joined by "; ").
//
// Beside the schema's keys there are: `evaluator_details` of a record that has them, one for each evaluator;
// `doubtful` and `troubles` of the whole record, `candidates` of a score, `candidates`, `repairs` `places`
// and `prose` of an area, these and `doubtful` of a history column, `chapters` and `corrections` where there
// are any; `provenance` (of the identity, titles, headings, role models and key facts: `of` names the cell,
// `item` which of its list, `rule` what found it, `places` where), `checks` of a repair, and `extracted_by`,
// the version and rules that made the record, where a record has them. `account` is left out of a record that
// has none; one whose words do not sum is an error. When reading, unknown keys are ignored and an optional
// key may be null. Pure functions, thread safe.
#pragma once

#include "model/record.h"

#include <optional>
#include <string>
#include <string_view>

namespace kompass {

/// One line of JSON without a line end. Ill-formed UTF-8 becomes U+FFFD. `key` is the lasting name of the
/// evaluation in an archive; it is left out if it is empty, and passed over in reading: what it is follows
/// from what the archive holds.
[[nodiscard]] std::string to_json(const Record& record, const std::string& key = "");

/// An account alone, in the same form.
[[nodiscard]] std::string to_json(const Account& account);

/// The line of a record with what was read of its source under the key `reading`, so that what loads it can
/// apply other rules.
[[nodiscard]] std::string with_reading(std::string record, const Document& document);

/// What was read of the source, of such a line; nullopt: the line has none. Throws std::runtime_error if it
/// is no document, or another source's than the record.
[[nodiscard]] std::optional<Document> reading_in(std::string_view json);

/// Throws std::runtime_error saying what is wrong and at which key, if `json` is no report record:
/// "areas[3].total.points: expected a whole number or null, found \"x\"".
[[nodiscard]] Record record_from_json(std::string_view json);

} // namespace kompass
