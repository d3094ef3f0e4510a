// Blanks and tokens of a line. UTF-8; pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kompass::text {

[[nodiscard]] std::string_view trimmed(std::string_view text);

/// The runs of non-blanks (blank, tab, no-break space).
[[nodiscard]] std::vector<std::string> tokens(std::string_view line);

[[nodiscard]] std::string with_blanks(const std::vector<std::string>& tokens, std::size_t first,
                                      std::size_t last);

} // namespace kompass::text
