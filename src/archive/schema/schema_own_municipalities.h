// Version 18 of the schema: which municipalities are of registers of the user's own.
#pragma once

namespace kompass::archive {

extern const char* const schema_own_municipalities;

} // namespace kompass::archive
