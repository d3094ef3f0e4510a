// Where a file came from, in a line for people.
//
// Pure.
#pragma once

#include "model/record.h"

#include <string>

namespace kompass::cli {

/// "https://skr.se/a.pdf (SKR, retrieved 2024-05-01, licence CC0; the second printing)"; what was not said is
/// left out.
[[nodiscard]] std::string origin_text(const FileOrigin& origin);

} // namespace kompass::cli
