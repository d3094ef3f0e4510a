#include "publish/site/site_folder.h"

#include "read/file_bytes.h"
#include "read/sha256.h"
#include "read/unfinished_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <system_error>

namespace kompass::publish::site {
namespace {

namespace fs = std::filesystem;

constexpr auto list = "kompass-site.json";
constexpr auto begun = "kompass-site.begun"; ///< names of files that a run may have made, a line each

std::string hash_of(const fs::path& file) {
    const auto read = read::read_file(file);
    return read.error.empty() ? read::sha256_hex(read.bytes) : std::string();
}

/// A list that was tampered with leads nowhere else.
bool is_inside(const fs::path& name) {
    return name.is_relative() && std::find(name.begin(), name.end(), "..") == name.end();
}

void replace(const fs::path& file, std::string_view content) {
    try {
        fs::create_directories(file.parent_path());
        read::UnfinishedFile unfinished(file);
        unfinished.write(content);
        unfinished.move_into_place();
    } catch (const std::system_error& error) {
        throw std::runtime_error(fmt::format("cannot write {}: {}", file.string(), error.code().message()));
    }
}

/// The folders above that are empty now, up to the site's own.
void remove_empty_above(fs::path folder, const fs::path& top) {
    std::error_code ignored;
    for (; folder != top && fs::is_empty(folder, ignored) && !ignored; folder = folder.parent_path())
        if (!fs::remove(folder, ignored)) return;
}

} // namespace

SiteFolder::SiteFolder(fs::path folder) : folder_(std::move(folder)) {
    std::error_code error;
    if (fs::exists(folder_, error) && !fs::is_directory(folder_, error))
        throw std::runtime_error(fmt::format("{} is there already, and is no folder", folder_.string()));
    fs::create_directories(folder_, error);
    if (error)
        throw std::runtime_error(
            fmt::format("cannot make the folder {}: {}", folder_.string(), error.message()));
    const bool is_site = fs::exists(folder_ / list, error) || fs::exists(folder_ / begun, error);
    if (!is_site && !fs::is_empty(folder_, error))
        throw std::runtime_error(
            fmt::format("{} holds other files, and no site that kompass wrote; name a new or empty folder",
                        folder_.string()));
    read_list();
    if (!is_site) write_list();
}

void SiteFolder::read_list() {
    if (const auto read = read::read_file(folder_ / list); read.error.empty()) {
        const auto json = nlohmann::json::parse(read.bytes, nullptr, false);
        if (!json.is_object() || !json.contains("files") || !json["files"].is_object())
            throw std::runtime_error(
                fmt::format("{} is no list of a site's files; name a new folder", (folder_ / list).string()));
        for (const auto& [name, hash] : json["files"].items())
            if (hash.is_string() && is_inside(name)) before_.emplace(name, hash.get<std::string>());
        const auto made = json.value("made_of", nlohmann::json::object());
        for (const auto& [name, hash] : made.items())
            if (hash.is_string()) made_before_.emplace(name, hash.get<std::string>());
    }
    std::ifstream lines(folder_ / begun);
    for (std::string name; std::getline(lines, name);)
        before_.emplace(name, "");
}

void SiteFolder::write_list() {
    nlohmann::ordered_json json;
    json["about"] = "What kompass site wrote here. It writes over these files, and removes them, alone.";
    json["files"] = now_;
    if (!made_now_.empty()) json["made_of"] = made_now_;
    replace(folder_ / list, json.dump(1) + "\n");
}

void SiteFolder::put_on_list(const std::string& name) {
    if (before_.contains(name)) return;
    std::ofstream lines(folder_ / begun, std::ios::app);
    lines << name << '\n';
    lines.close();
    if (!lines)
        throw std::runtime_error(
            fmt::format("cannot write {}: check the folder's rights and the disk's free space",
                        (folder_ / begun).string()));
}

void SiteFolder::write(const std::string& name, std::string_view content) {
    const auto file = folder_ / name;
    const auto hash = read::sha256_hex(content);
    const auto there = hash_of(file);
    std::error_code ignored;
    if (there != hash) {
        if (fs::exists(fs::symlink_status(file, ignored)) && !before_.contains(name))
            throw std::runtime_error(fmt::format(
                "{} is there already, and kompass did not write it; move it away or name another folder",
                file.string()));
        const auto known = before_.find(name);
        if (!there.empty() && known != before_.end() && !known->second.empty() && known->second != there)
            changes_.written_over.push_back(name);
        put_on_list(name);
        replace(file, content);
    }
    ++(there == hash ? changes_.unchanged : changes_.written);
    now_[name] = hash;
}

void SiteFolder::write_made(const std::string& name, std::string_view made_of,
                            const std::function<std::string()>& make) {
    const auto source = read::sha256_hex(made_of);
    const auto known = made_before_.find(name);
    const bool is_the_same = known != made_before_.end() && known->second == source && keep(name);
    if (!is_the_same) write(name, make());
    made_now_[name] = source;
}

bool SiteFolder::keep(const std::string& name) {
    const auto known = before_.find(name);
    if (known == before_.end() || known->second.empty() || hash_of(folder_ / name) != known->second)
        return false;
    if (now_.emplace(name, known->second).second) ++changes_.unchanged;
    return true;
}

void SiteFolder::remove_old() {
    std::error_code ignored;
    for (const auto& [name, hash] : before_) {
        const auto file = folder_ / name;
        if (now_.contains(name) || !fs::exists(file, ignored)) continue;
        if (hash.empty() || hash_of(file) != hash) {
            changes_.left.push_back(name);
            continue;
        }
        fs::remove(file, ignored);
        ++changes_.removed;
        remove_empty_above(file.parent_path(), folder_);
    }
}

SiteChanges SiteFolder::finish() {
    remove_old();
    write_list();
    std::error_code ignored;
    fs::remove(folder_ / begun, ignored);
    return changes_;
}

} // namespace kompass::publish::site
