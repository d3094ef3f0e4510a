// The evaluations that documents are evidence of, what people decided of them, and what is in effect: the
// tables that every view, search and export reads, as SQL.
//
// What is in effect follows from the documents' reports and the decisions alone
// (archive/evaluation/evaluations.h); it is written anew whenever one of these changes.
#pragma once

namespace kompass::archive {

extern const char* const schema_evaluations;
extern const char* const schema_evaluation_views;

} // namespace kompass::archive
