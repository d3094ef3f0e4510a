// What can be searched in reports: areas' own text (paragraph), all texts (passage) and their two full-text
// indexes, as SQL.
#pragma once

namespace kompass::archive {

extern const char* const schema_search;

} // namespace kompass::archive
