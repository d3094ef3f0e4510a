// The catalogues of translations as GNU gettext compiles them: po/sv.po becomes sv_mo, embedded at build.
#pragma once

#include <string_view>

namespace kompass::text::catalogues {

extern const std::string_view sv_mo;

} // namespace kompass::text::catalogues
