// Characters that a web page names: "&auml;", "&#228;", "&#xE4;". The names are HTML 4's, as libxml2 knows
// them.
//
// "&lt;" and "&gt;" stay, for what they stand for would be read as tags; so does what is no reference to a
// character, or to a control character. Pure and thread safe.
#pragma once

#include <string>
#include <string_view>

namespace kompass::text {

[[nodiscard]] std::string without_html_entities(std::string_view text);

} // namespace kompass::text
