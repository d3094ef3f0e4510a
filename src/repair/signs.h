// Signs that a scanner without Swedish put in the place of others, told by what stands around them: the
// letter I read as a bar or a bracket ("| kommunen finns", "|T-frågor"), and quotation marks. Pure; thread
// safe.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kompass::repair {

/// The byte of the line's bar that is the word "I", if there is one. At the beginning of a line it is one
/// only if the line above is blank or ends a sentence: else it parts columns.
[[nodiscard]] std::optional<std::size_t> lone_bar(std::string_view line, std::string_view above);

/// The byte of a bar that is the first letter of an abbreviation ("|T-stöd", "|SO"), if there is one.
[[nodiscard]] std::optional<std::size_t> bar_in_abbreviation(std::string_view line);

/// The line with Swedish quotation marks, which are the same before and after: an English OCR tells them
/// apart by their place, and takes some for a trade mark sign. For text that such an OCR left.
[[nodiscard]] std::string with_swedish_quotes(std::string_view line);

} // namespace kompass::repair
