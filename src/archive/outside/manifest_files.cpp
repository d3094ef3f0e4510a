#include "archive/outside/manifest_files.h"

#include "read/file_bytes.h"
#include "read/sha256.h"
#include "text/file_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>
#include <system_error>

namespace kompass::archive {
namespace {

namespace fs = std::filesystem;

using Hashes = std::set<std::string>;

/// "reports/a.pdf" is an end of "/home/anna/reports/a.pdf", "orts/a.pdf" is none.
bool is_end_of(const std::string& name, const std::string& path) {
    return path == name || (path.ends_with(name) && path[path.size() - name.size() - 1] == '/');
}

std::string plain(const fs::path& path) {
    return text::file_name_text(path.lexically_normal().string());
}

bool is_known(const Connection& connection, const std::string& sha256) {
    return connection.number("SELECT 1 FROM source WHERE sha256 = ?", {sha256}).has_value();
}

class Finder {
public:
    Finder(fs::path folder, const std::vector<PresentFile>& present, const Connection& connection)
        : folder_(std::move(folder)), present_(present), connection_(connection) {}

    /// The hash of the file that the row means. Throws std::runtime_error, saying what to do, if it means
    /// none.
    [[nodiscard]] std::string hash_of(const std::string& file) const {
        const auto name = text::file_name_bytes(file);
        for (const auto& place : {folder_ / name, fs::path(name)}) {
            std::error_code ignored;
            if (fs::is_regular_file(place, ignored)) return hash_at(place, file);
        }
        if (const auto found = among_present(plain(name)); !found.empty()) return one_of(found, file);
        if (const auto found = among_known(plain(name)); !found.empty()) return one_of(found, file);
        throw std::runtime_error(
            fmt::format("there is no file {}, neither beside the manifest nor in the archive; mend its name, "
                        "or take the line out",
                        file));
    }

private:
    [[nodiscard]] std::string hash_at(const fs::path& place, const std::string& file) const {
        const auto content = read::read_file(place);
        if (!content.error.empty())
            throw std::runtime_error(fmt::format("{} cannot be read: {}", file, content.error));
        auto hash = read::sha256_hex(content.bytes);
        if (!is_present(hash) && !is_known(connection_, hash))
            throw std::runtime_error(fmt::format("{} is neither among the files of this run nor in the "
                                                 "archive as it is; ingest it, or take the line out",
                                                 file));
        return hash;
    }

    [[nodiscard]] bool is_present(const std::string& sha256) const {
        return std::any_of(present_.begin(), present_.end(),
                           [&](const PresentFile& one) { return one.sha256 == sha256; });
    }

    [[nodiscard]] Hashes among_present(const std::string& name) const {
        Hashes found;
        for (const auto& one : present_)
            if (!one.sha256.empty() && is_end_of(name, plain(one.path))) found.insert(one.sha256);
        return found;
    }

    /// By where they lay; by the bare name also those of which the archive never knew where they lay.
    [[nodiscard]] Hashes among_known(const std::string& name) const {
        Hashes found;
        connection_.each("SELECT file, sha256 FROM source WHERE sha256 IS NOT NULL UNION ALL "
                         "SELECT path, sha256 FROM source_path WHERE sha256 IN (SELECT sha256 FROM source)",
                         {}, [&](const Row& row) {
                             if (is_end_of(name, row.text("file"))) found.insert(row.text("sha256"));
                         });
        return found;
    }

    static std::string one_of(const Hashes& found, const std::string& file) {
        if (found.size() == 1) return *found.begin();
        throw std::runtime_error(
            fmt::format("{} different files are called {}; name it with its folder", found.size(), file));
    }

    fs::path folder_;
    const std::vector<PresentFile>& present_;
    const Connection& connection_;
};

/// Rows by the content that they are of.
using RowsByHash = std::map<std::string, std::vector<const ManifestRow*>>;

/// The first of those that say the same; none where they do not.
const ManifestRow* agreed(const std::vector<const ManifestRow*>& rows, SheetFaults& faults) {
    const auto& first = *rows.front();
    const bool same = std::all_of(rows.begin(), rows.end(),
                                  [&](const ManifestRow* row) { return row->origin == first.origin; });
    for (const auto* row : rows)
        if (row != &first)
            faults.push_back(
                {row->line, fmt::format("{} is the file of line {} again, {}", row->file, first.line,
                                        same ? "and it says the same; take one of them out"
                                             : "and they differ, so neither counts; take one "
                                               "of them out")});
    return same ? &first : nullptr;
}

} // namespace

ToldOrigins origins_told(const Manifest& manifest, const fs::path& folder,
                         const std::vector<PresentFile>& present, const Connection& connection) {
    const Finder finder(folder, present, connection);
    ToldOrigins told;
    RowsByHash rows;
    for (const auto& row : manifest.rows) {
        try {
            rows[finder.hash_of(row.file)].push_back(&row);
        } catch (const std::runtime_error& error) {
            told.faults.push_back({row.line, error.what()});
        }
    }
    for (const auto& [sha256, those] : rows)
        if (const auto* row = agreed(those, told.faults))
            told.origins.push_back({row->line, sha256, row->origin});
    const auto by_line = [](const auto& a, const auto& b) { return a.line < b.line; };
    std::stable_sort(told.origins.begin(), told.origins.end(), by_line);
    std::stable_sort(told.faults.begin(), told.faults.end(), by_line);
    return told;
}

} // namespace kompass::archive
