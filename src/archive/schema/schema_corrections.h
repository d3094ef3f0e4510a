// Version 3 of the schema: corrections keep what stood there before.
#pragma once

namespace kompass::archive {

extern const char* const schema_corrections;

} // namespace kompass::archive
