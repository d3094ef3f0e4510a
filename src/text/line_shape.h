// What a line looks like apart from its figures: lines that count pages, chapters or years have one shape.
//
// Pure and thread safe.
#pragma once

#include <string>
#include <string_view>

namespace kompass::text {

/// The text with every run of digits made one "#": "3 (24)" and "14 (24)" are "# (#)".
[[nodiscard]] std::string line_shape(std::string_view text);

} // namespace kompass::text
