// Texts laid out for a screen: widths, padding, wrapping. Pure functions.
//
// Width is counted in code points, which is right for the Latin letters, figures and blocks that reports
// hold.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kompass::text {

[[nodiscard]] std::size_t width(std::string_view text);
[[nodiscard]] std::string padded_left(std::string_view text, std::size_t to);
[[nodiscard]] std::string padded_right(std::string_view text, std::size_t to);

/// At most `to` wide, with "…" where something was cut off.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t to);

/// The text broken at blanks into lines of at most `to`, which is at least 1; a longer word (the name of a
/// file) is broken behind its last sign that fits, or where the line ends.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t to);

[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view between);

} // namespace kompass::text
