// The content of a small file that a person gives by its name, a sheet of some kind; "-" is standard input.
#pragma once

#include <string>

namespace kompass::cli {

/// Throws std::runtime_error naming the file, if it cannot be opened.
[[nodiscard]] std::string content_of_file(const std::string& name);

} // namespace kompass::cli
