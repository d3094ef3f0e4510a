// Words of a page that are painted over in part. They are text, and unsure: the reader warns of each at its
// place, and the account knows by the warnings which values they stand in.
#pragma once

namespace kompass {

/// Code of the warning (trouble.h), whose place is the word's.
inline constexpr const char* kPartlyHidden = "partly-painted-over";

} // namespace kompass
