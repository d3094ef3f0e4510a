#include "read/source_files.h"

#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace kompass::read {
namespace {

namespace fs = std::filesystem;

bool ends_like_a_source(const fs::path& file) {
    constexpr std::array<std::string_view, 7> endings{".pdf",  ".txt", ".png", ".jpg",
                                                      ".jpeg", ".tif", ".tiff"};
    const auto ending = unicode::lower(file.extension().string());
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

bool hidden(const fs::path& path) {
    return path.filename().string().starts_with('.');
}

std::vector<fs::path> sources_in(const fs::path& folder) {
    std::vector<fs::path> files;
    auto entries = fs::recursive_directory_iterator(folder);
    for (auto entry = begin(entries); entry != end(entries); ++entry) {
        if (hidden(entry->path())) {
            if (entry->is_directory()) entry.disable_recursion_pending();
        } else if (entry->is_regular_file() && ends_like_a_source(entry->path())) {
            files.push_back(entry->path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

std::vector<fs::path> source_files(const std::vector<fs::path>& paths) {
    std::vector<fs::path> files;
    std::set<fs::path> seen;
    const auto take = [&](const fs::path& file) {
        if (seen.insert(file.lexically_normal()).second) files.push_back(file);
    };
    for (const auto& path : paths) {
        if (!fs::is_directory(path)) {
            take(path);
            continue;
        }
        for (const auto& file : sources_in(path))
            take(file);
    }
    return files;
}

} // namespace kompass::read
