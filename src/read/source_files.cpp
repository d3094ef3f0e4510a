#include "read/source_files.h"

#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

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

/// What `path` is once links are followed; not_found, too, where that cannot be learnt.
fs::file_type type_of(const fs::path& path) {
    std::error_code error;
    return fs::status(path, error).type();
}

bool is_real_folder(const fs::directory_entry& entry) {
    std::error_code error;
    return entry.symlink_status(error).type() == fs::file_type::directory;
}

/// A socket, a pipe or a link to a folder is none; a link that leads nowhere is, for it was meant to be one.
bool may_be_a_source(const fs::path& path) {
    if (!ends_like_a_source(path)) return false;
    const auto type = type_of(path);
    return type == fs::file_type::regular || type == fs::file_type::none ||
           type == fs::file_type::not_found || type == fs::file_type::unknown;
}

/// Adds what is in `folder`. One folder is open at a time, however deep they lie.
void add_sources_in(const fs::path& folder, SourceFiles& sources) {
    std::vector<fs::path> folders;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        if (hidden(entry->path())) continue;
        if (is_real_folder(*entry))
            folders.push_back(entry->path());
        else if (may_be_a_source(entry->path()))
            sources.files.push_back(entry->path());
    }
    if (error) sources.unlisted.push_back({folder, error.message()});
    for (const auto& inner : folders)
        add_sources_in(inner, sources);
}

SourceFiles sources_in(const fs::path& folder) {
    SourceFiles sources;
    add_sources_in(folder, sources);
    std::sort(sources.files.begin(), sources.files.end());
    std::sort(sources.unlisted.begin(), sources.unlisted.end(),
              [](const auto& a, const auto& b) { return a.folder < b.folder; });
    return sources;
}

} // namespace

SourceFiles source_files(const std::vector<fs::path>& paths) {
    SourceFiles sources;
    std::set<fs::path> seen;
    const auto is_new = [&](const fs::path& path) { return seen.insert(path.lexically_normal()).second; };
    for (const auto& path : paths) {
        if (type_of(path) != fs::file_type::directory) {
            if (is_new(path)) sources.files.push_back(path);
            continue;
        }
        auto inside = sources_in(path);
        std::copy_if(inside.files.begin(), inside.files.end(), std::back_inserter(sources.files), is_new);
        for (auto& unlisted : inside.unlisted)
            if (is_new(unlisted.folder)) sources.unlisted.push_back(std::move(unlisted));
    }
    return sources;
}

} // namespace kompass::read
