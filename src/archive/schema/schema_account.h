// Version 8 of the schema: the account of a report, its words and its parts.
#pragma once

namespace kompass::archive {

extern const char* const schema_account;

} // namespace kompass::archive
