// The evaluations that documents are evidence of and what is in effect of each: the tables that every view,
// search and export reads, as SQL.
//
// What they hold follows from the documents' reports and the decisions alone
// (archive/evaluation/evaluations.h), so they have no versions: with each new version of the schema they are
// dropped and written anew, as the program of that day has them.
#pragma once

#include <array>

namespace kompass::archive {

extern const char* const schema_in_effect;

/// Those tables, what refers to another before that.
inline constexpr std::array tables_in_effect{"passage_word",
                                             "passage_search",
                                             "passage_search_folded",
                                             "passage",
                                             "settled_figure_check",
                                             "settled_figure",
                                             "evaluator_result",
                                             "part_result",
                                             "check_result",
                                             "history_result",
                                             "scoring_past_result",
                                             "scoring_row_result",
                                             "scoring_result",
                                             "question_result",
                                             "area_result",
                                             "fact",
                                             "decision_in_force",
                                             "unsure_match",
                                             "evidence",
                                             "evaluation"};

} // namespace kompass::archive
