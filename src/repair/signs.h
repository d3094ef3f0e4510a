// The word "I" that a scanner read as a bar or a bracket ("| kommunen finns"): told from the bars of tables
// by what stands around it. Pure; thread safe.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace kompass::repair {

/// The byte of the line's bar that is the word "I", if there is one. At the beginning of a line it is one
/// only if the line above is blank or ends a sentence: else it parts columns.
[[nodiscard]] std::optional<std::size_t> lone_bar(std::string_view line, std::string_view above);

} // namespace kompass::repair
