// Addresses of the web, as people give them. Pure functions, no errors.
#pragma once

#include <string_view>

namespace kompass::text {

/// "https://skr.se/rapport.pdf": whole, with its scheme and host, and without blanks.
[[nodiscard]] bool is_address(std::string_view text);

} // namespace kompass::text
