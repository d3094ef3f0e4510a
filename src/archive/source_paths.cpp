#include "archive/source_paths.h"

#include "text/file_name.h"

namespace kompass::archive {
namespace {

std::string key_of(const std::filesystem::path& path) {
    return text::file_name_text(std::filesystem::absolute(path).lexically_normal().string());
}

std::string found_at(const Connection& connection, const std::string& key) {
    std::string sha256;
    connection.each("SELECT sha256 FROM source_path WHERE path = ?", {key},
                    [&](const Row& row) { sha256 = row.text("sha256"); });
    return sha256;
}

} // namespace

std::string move_in(Connection& connection, const std::filesystem::path& path, const std::string& sha256) {
    if (path.empty()) return {};
    const auto key = key_of(path);
    auto before = found_at(connection, key);
    if (before == sha256) return {};
    connection.run("INSERT OR REPLACE INTO source_path (path, sha256, seen_at) "
                   "VALUES (?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))",
                   {key, sha256});
    return before;
}

bool lies_at(const Connection& connection, const std::filesystem::path& path, const std::string& sha256) {
    return path.empty() || found_at(connection, key_of(path)) == sha256;
}

} // namespace kompass::archive
