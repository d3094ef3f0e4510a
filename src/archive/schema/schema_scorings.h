// Version 14 of the schema: scores by another edition of the instrument, that a report prints beside its own.
//
// They stand in tables of their own, so that no query of the report's own scores meets them. All rows of a
// scoring, of the questions, the areas and all areas together, are in one table: what of them is printed
// differs from report to report.
#pragma once

namespace kompass::archive {

extern const char* const schema_scorings;

} // namespace kompass::archive
