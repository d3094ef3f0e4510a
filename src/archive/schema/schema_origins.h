// Version 15 of the schema: what is told from outside the reports, where files came from and what other
// publications give; and of which instrument an edition is.
#pragma once

namespace kompass::archive {

extern const char* const schema_origins;

} // namespace kompass::archive
