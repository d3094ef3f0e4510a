// The rules that the program ships, loaded once.
#pragma once

#include "layout/hints.h"
#include "model/block.h"
#include "model/document.h"
#include "model/record.h"
#include "pipeline/understand.h"
#include "rules/knowledge.h"

#include <string_view>

namespace kompass::testing {

[[nodiscard]] const rules::Knowledge& knowledge();
[[nodiscard]] const layout::Hints& hints();

/// Laid out, and understood, by those rules.
[[nodiscard]] Blocks laid_out(const Document& document);
[[nodiscard]] pipeline::Understanding understood(const Document& document);
[[nodiscard]] Record extracted(const Document& document);

/// The blocks of a transcript.
[[nodiscard]] Blocks blocks_of(std::string_view text);

} // namespace kompass::testing
