// Version 19 of the schema: nothing is stored that follows from what is stored, and what is stored stands in
// columns of its own, within bounds.
#pragma once

namespace kompass::archive {

extern const char* const schema_atomic;

} // namespace kompass::archive
