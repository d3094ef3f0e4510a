// What is in effect in an archive, as text that can be compared.
#pragma once

#include <filesystem>
#include <string>

namespace kompass::archive::samples {

/// Everything that the views say, which documents are evidence of what, what can be found and which decisions
/// count; but for the numbers that are of one file.
[[nodiscard]] std::string all_in_effect(const std::filesystem::path& file);

} // namespace kompass::archive::samples
