// The report record as JSON, in the shape of record.schema.json, and back.
//
// Key order is fixed and figures are whole, so that the same record gives the same bytes.
#pragma once

#include "model/record.h"

#include <string>
#include <string_view>

namespace kompass {

/// One line of JSON without a line end.
[[nodiscard]] std::string to_json(const Record& record);

/// Throws std::runtime_error saying what is wrong and at which key, if `json` is no report record.
[[nodiscard]] Record record_from_json(std::string_view json);

} // namespace kompass
