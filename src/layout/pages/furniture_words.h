// Words that are set over or beside the text and are no part of it: line numbers in a margin, and marks
// printed across the pages ("UTKAST").
//
// Marks of footnotes ("information?¹") are raised and small, directly behind a word.
// Line numbers stand in a column of their own, left or right of all text, and grow down the page; a watermark
// is set far larger than text, at one place of most pages. Pure; thread safe.
#pragma once

#include "model/document.h"

#include <vector>

namespace kompass::layout {

/// The number that calls a footnote: small and raised, directly behind `before`.
[[nodiscard]] bool calls_note(const Word& word, const Word& before);

/// The size that most words are set in, points; of two the smaller. 0 if there are no words.
[[nodiscard]] double text_size(const std::vector<Page>& pages);

/// The pages without them.
[[nodiscard]] std::vector<Page> without_furniture(const std::vector<Page>& pages);

} // namespace kompass::layout
