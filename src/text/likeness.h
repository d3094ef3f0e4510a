// How alike two texts read, whatever a scanner made of their å ä ö. Pure and thread safe.
#pragma once

#include <string_view>

namespace kompass::text {

/// How alike two texts read, 0 to 1, after folding: 1 is equal but for case, diacritics, blanks, hyphens.
/// What an OCR makes of å ä ö counts little. Below 0.6 the figure is rough.
[[nodiscard]] double likeness(std::string_view a, std::string_view b);

} // namespace kompass::text
