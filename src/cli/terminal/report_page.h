// A report as a page to read in a terminal: identity, the eight areas as a bar chart, then each area's
// questions, headings, findings and role models; history, key facts, what does not add up, what went wrong.
//
// A figure that a person should check bears a "?". Pure; depends on the terminal's width and colours only.
#pragma once

#include "cli/terminal/terminal.h"
#include "model/record.h"

#include <string>

namespace kompass::cli {

/// With its corrections in force. `key`: the lasting name of the evaluation it is of.
[[nodiscard]] std::string report_page(const Record& record, const std::string& key, const Terminal& terminal);
/// `in_effect` is shown; `as_read` says what its corrections changed.
[[nodiscard]] std::string report_page(const Record& as_read, const Record& in_effect, const std::string& key,
                                      const Terminal& terminal);

} // namespace kompass::cli
