#include "tests/support/shared_folder.h"

#include <doctest/doctest.h>

#include <cstdlib>

namespace kompass::testing {

std::optional<std::filesystem::path> shared_file(const std::filesystem::path& name) {
    const char* folder = std::getenv("KOMPASS_SHARED"); // NOLINT(concurrency-mt-unsafe): single-threaded
    const auto beside = std::filesystem::path(KOMPASS_SOURCE_DIR) / ".." / "shared";
    auto file = (folder != nullptr ? std::filesystem::path(folder) : beside) / name;
    if (std::filesystem::exists(file)) return file;
    MESSAGE("skipped: no " << file.string());
    return std::nullopt;
}

} // namespace kompass::testing
