// Transcripts from a raw string, as the reader would give them.
#pragma once

#include "model/block.h"
#include "model/document.h"

#include <string_view>
#include <vector>

namespace kompass::testing {

/// A line end at the very beginning of `text` is left out.
[[nodiscard]] Document transcript(std::string_view text);

/// The text's lines on page 1; a blank line becomes the gap before the next.
[[nodiscard]] std::vector<SourceLine> source_lines(std::string_view text);

} // namespace kompass::testing
