#include "publish/release/checksums.h"

#include "read/file_bytes.h"
#include "read/sha256.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace kompass::publish {
namespace {

namespace fs = std::filesystem;

/// "hash  name", of a file of plain name.
std::string line_of(const fs::path& file, const std::string& name) {
    return read::sha256_hex(bytes_of(file)) + "  " + name + "\n";
}

} // namespace

std::string bytes_of(const fs::path& file) {
    auto read = read::read_file(file);
    if (!read.error.empty()) throw std::runtime_error(file.string() + ": " + read.error);
    return std::move(read.bytes);
}

std::string checksums_of(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) names.push_back(fs::relative(entry.path(), folder).generic_string());
    std::sort(names.begin(), names.end());
    std::string lines;
    for (const auto& name : names)
        if (name != checksums_file) lines += line_of(folder / name, name);
    return lines;
}

void require_as_made(const fs::path& folder, const std::string& file) {
    if (!fs::is_regular_file(folder / checksums_file) || !fs::is_regular_file(folder / file))
        throw std::runtime_error(
            fmt::format("{} is no release: it lacks {}; name the folder of the release before this one",
                        folder.string(), fs::is_regular_file(folder / file) ? checksums_file : file));
    const auto lines = "\n" + bytes_of(folder / checksums_file);
    if (lines.find("\n" + line_of(folder / file, file)) == std::string::npos)
        throw std::runtime_error(
            fmt::format("{} is not as it was released: its checksum in {} is another; take "
                        "an unchanged copy of that release",
                        (folder / file).string(), checksums_file));
}

} // namespace kompass::publish
