// Version 9 of the schema: what people decided of an evaluation, and which files took another's place.
#pragma once

namespace kompass::archive {

extern const char* const schema_evaluations;

} // namespace kompass::archive
