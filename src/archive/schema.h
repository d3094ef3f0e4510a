// The archive's tables, views and search indexes, as SQL; docs/schema.md explains them to people.
//
// `schema_version_1` is what a new archive is made of. Once a version has been released its text is never
// changed: a later version is a further script in migrations.cpp that alters what stands here.
#pragma once

namespace kompass::archive {

extern const char* const schema_version_1;

} // namespace kompass::archive
