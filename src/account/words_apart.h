// What stands on pages without being text of them, told: a person who sees it there should know that it was
// seen and why it was not taken. One note a kind, with examples and pages. Pure; thread safe.
#pragma once

#include "model/document.h"

namespace kompass::account {

[[nodiscard]] Troubles told_words_apart(const Document& document);

/// How many there are.
[[nodiscard]] int count_words_apart(const Document& document);

} // namespace kompass::account
