#include "publish/release/checksums.h"

#include "read/file_bytes.h"
#include "read/sha256.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <stdexcept>
#include <vector>

namespace kompass::publish {
namespace {

namespace fs = std::filesystem;

/// "hash  name", of a file of plain name.
std::string line_of(const fs::path& file, const std::string& name) {
    return read::sha256_hex(bytes_of(file)) + "  " + name + "\n";
}

void require_there(const fs::path& folder, const std::string& file) {
    if (!fs::is_regular_file(folder / file))
        throw std::runtime_error(
            fmt::format("{} is no release: it lacks {}; name the folder of the release before this one",
                        folder.string(), file));
}

[[noreturn]] void raise_changed(const fs::path& file) {
    throw std::runtime_error(
        fmt::format("{} is not as it was released: {}; take an unchanged copy of that release", file.string(),
                    fs::exists(file) ? "its checksum in SHA256SUMS is another"
                                     : "SHA256SUMS has it, and it is not there"));
}

/// The lines by the files that they are of.
std::map<std::string, std::string> listed_files(const std::string& checksums) {
    std::map<std::string, std::string> files;
    std::istringstream lines(checksums);
    for (std::string line; std::getline(lines, line);)
        if (const auto name = line.find("  "); name != std::string::npos)
            files[line.substr(name + 2)] = line + '\n';
    return files;
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

void require_as_made(const fs::path& folder, const std::vector<std::string>& files) {
    for (const auto& file : files)
        require_there(folder, file);
    require_there(folder, checksums_file);
    const auto listed = listed_files(bytes_of(folder / checksums_file));
    for (const auto& file : files)
        if (listed.count(file) == 0) raise_changed(folder / file);
    for (const auto& [file, line] : listed)
        if (fs::path(file).extension() == ".csv" ||
            std::find(files.begin(), files.end(), file) != files.end())
            if (!fs::is_regular_file(folder / file) || line_of(folder / file, file) != line)
                raise_changed(folder / file);
}

} // namespace kompass::publish
