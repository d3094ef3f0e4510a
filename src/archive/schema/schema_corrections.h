// The part of the schema that lays corrections over what was read (schema.h): the table of corrections, and
// the views that tell of every figure what was read, what the archive makes of it and what a person decided.
#pragma once

namespace kompass::archive {

extern const char* const schema_corrections;

} // namespace kompass::archive
