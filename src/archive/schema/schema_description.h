// Version 17 of the schema: an archive says of itself what it is, whose, and what its tables mean.
#pragma once

namespace kompass::archive {

extern const char* const schema_description;

} // namespace kompass::archive
