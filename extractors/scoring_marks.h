// What texts and heads of columns say of the model by which the scores below them are scored.
//
// When the instrument was revised, reports printed scores by both models. A text that names both compares
// them and decides nothing. Pure functions, thread safe.
#pragma once

#include "model/block.h"
#include "rules/rule_set.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace kompass {

enum class ScoringMark { none, former, revised };

/// Of a heading, a caption or a sentence above a table.
[[nodiscard]] ScoringMark scoring_mark(std::string_view text, const rules::RuleSet& rules);

/// The year of the evaluation that the head of a column names, if it names one; not that of a model.
[[nodiscard]] std::optional<int> evaluation_year(std::string_view head, const rules::RuleSet& rules);

/// Of the text blocks; of tables, what their heads' wordings say. Parallel to `blocks`.
[[nodiscard]] std::vector<ScoringMark> scoring_marks(const Blocks& blocks, const rules::RuleSet& rules);

/// Of each column of the table at `at`, by its head or by a line above that names the models one after the
/// other: none where they do not name both a former and a revised model, or a former one in so many words.
[[nodiscard]] std::vector<ScoringMark> marks_of_columns(const Blocks& blocks, std::size_t at,
                                                        const rules::RuleSet& rules);

} // namespace kompass
