// Texts for files of TOML: rules and editions that are proposed. Pure and thread safe.
#pragma once

#include <string>

namespace kompass::text {

/// In quotes and on one line: quotes, backslashes and control characters are escaped.
[[nodiscard]] std::string toml_string(const std::string& text);

} // namespace kompass::text
