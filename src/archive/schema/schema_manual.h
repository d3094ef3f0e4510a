// docs/schema.md as the program was built with it. The source is made by the build (cmake/embed.cmake).
#pragma once

#include <string_view>

namespace kompass::archive::manual {

extern const std::string_view schema_md;

} // namespace kompass::archive::manual
