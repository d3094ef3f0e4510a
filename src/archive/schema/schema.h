// The archive's tables, views and search indexes, as SQL; docs/schema.md explains them to people.
//
// A new archive is made by all of these, in order. Once a version has been released its text is never
// changed: a later version is a further script, listed in migrations.cpp, that alters what stands here.
#pragma once

namespace kompass::archive {

extern const char* const schema_version_1; ///< runs, definitions, sources, reports, views
extern const char* const schema_version_2; ///< what OCR read

} // namespace kompass::archive
