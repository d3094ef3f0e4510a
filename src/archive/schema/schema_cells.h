// Version 7 of the schema: the parts of cells' names as columns, so that no SQL builds or splits a name.
#pragma once

namespace kompass::archive {

extern const char* const schema_cells;

} // namespace kompass::archive
