// Published reports used as samples, where they are at hand: $KOMPASS_SHARED, or beside the source tree.
#pragma once

#include <filesystem>
#include <optional>

namespace kompass::testing {

/// The file of that name below the folder, or nullopt (and a message) if it is missing.
[[nodiscard]] std::optional<std::filesystem::path> shared_file(const std::filesystem::path& name);

} // namespace kompass::testing
