// SHA256SUMS of a folder, as `sha256sum -c` takes it.
//
// Throws std::runtime_error, naming the file.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace kompass::publish {

inline constexpr auto checksums_file = "SHA256SUMS";

/// The whole file.
[[nodiscard]] std::string bytes_of(const std::filesystem::path& file);

/// Of every file in the folder and below but that one, by name.
[[nodiscard]] std::string checksums_of(const std::filesystem::path& folder);

/// Throws unless the folder's SHA256SUMS has these files, and they and its other CSV files are what stands
/// there.
void require_as_made(const std::filesystem::path& folder, const std::vector<std::string>& files);

} // namespace kompass::publish
