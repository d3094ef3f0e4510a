// The bytes of a source file, read at once: they are hashed and parsed from the same memory, so that what is
// archived under a hash is what was read, even if the file is being replaced meanwhile.
//
// Never throws for a bad file (std::bad_alloc aside). Thread safe.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace kompass::read {

struct FileBytes {
    std::string bytes;
    std::string error; ///< why the file cannot be read, for people; empty if it was
};

/// Larger files are refused: published reports have a few megabytes, and Poppler takes 31 bits of length.
inline constexpr std::size_t largest_file = std::size_t{512} << 20;

[[nodiscard]] FileBytes read_file(const std::filesystem::path& file);

} // namespace kompass::read
