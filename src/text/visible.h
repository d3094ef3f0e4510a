// Control characters made visible, so that a text from outside cannot steer a terminal.
//
// A control character (see unicode::is_control) is written as JSON would escape it, \u001b, which is right
// inside JSON too; an ill-formed byte as U+FFFD. Everything else stays. Pure functions.
#pragma once

#include <string>
#include <string_view>

namespace kompass::text {

/// Keeps what parts lines, columns and pages: \n, \r\n, \t and \f.
[[nodiscard]] std::string visible(std::string_view text);

/// Of a text that must stay one line: keeps no control character at all.
[[nodiscard]] std::string visible_line(std::string_view text);

} // namespace kompass::text
