// Version 13 of the schema: a decision can be taken back.
#pragma once

namespace kompass::archive {

extern const char* const schema_withdrawals;

} // namespace kompass::archive
