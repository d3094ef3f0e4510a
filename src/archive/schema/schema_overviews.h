// Views of the archive as a whole (reports, means, role models, history), as SQL.
#pragma once

namespace kompass::archive {

extern const char* const schema_overviews;

} // namespace kompass::archive
