// The views: the questions people ask, as SQL; docs/schema.md explains them.
//
// One row is one thing; areas and totals never stand in one view, rows of several editions each say which.
// Each view but the means has the evaluation's key, the edition, how sure the row is (of documents and of
// known totals how they stand to it) and the document it is from, and is quick to be asked by key. None
// orders its rows. Views hold nothing: they are made anew with each new version of the schema.
#pragma once

#include <array>

namespace kompass::archive {

extern const char* const schema_views;

/// Those of this version and of earlier ones. Others are a person's own, and stay.
inline constexpr std::array views_ever{"scores",
                                       "area_totals",
                                       "grand_totals",
                                       "findings",
                                       "history",
                                       "history_totals",
                                       "reports",
                                       "completeness",
                                       "role_models",
                                       "inconsistencies",
                                       "figures",
                                       "other_scores",
                                       "other_area_totals",
                                       "other_grand_totals",
                                       "other_history",
                                       "chapters",
                                       "area_means",
                                       "edition_means",
                                       "documents",
                                       "evaluators",
                                       "known_totals",
                                       "comparable_scores",
                                       "question_versions",
                                       "sources_of_values",
                                       "notable_figures",
                                       "findings_list",
                                       "history_list",
                                       "role_models_list",
                                       "correction_in_force",
                                       "report_in_force",
                                       "passage_text"};

} // namespace kompass::archive
