// What can be searched in reports: the table passage and its two full-text indexes, as SQL.
#pragma once

namespace kompass::archive {

extern const char* const schema_search;

} // namespace kompass::archive
