// Version 5 of the schema: areas' own text (paragraph), and an end to the search indexes of version 1.
#pragma once

namespace kompass::archive {

extern const char* const schema_search;

} // namespace kompass::archive
