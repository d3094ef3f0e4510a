// CSV as RFC 4180 has it. Pure.
#pragma once

#include <string>

namespace kompass::cli {

/// Quoted where it must be.
[[nodiscard]] std::string csv_field(const std::string& text);

} // namespace kompass::cli
