#include "read/kept/seal.h"

#include "read/sha256.h"
#include "read/unfinished_file.h"

#include <fmt/format.h>

#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>

namespace kompass::read {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t key_size = 32;

std::string random_key() {
    std::string key(key_size, '\0');
    if (::getrandom(key.data(), key.size(), 0) != static_cast<ssize_t>(key.size()))
        throw std::runtime_error("the system gives no random numbers");
    return key;
}

/// Another process may make it at the same moment: then its key is the key.
void make_key(const fs::path& file) {
    fs::create_directories(file.parent_path());
    try {
        UnfinishedFile unfinished(file);
        fs::permissions(unfinished.path(), fs::perms::owner_read | fs::perms::owner_write);
        unfinished.write(random_key());
        unfinished.move_to_free_place();
    } catch (const std::system_error& error) {
        if (error.code() != std::errc::file_exists) throw;
    }
}

} // namespace

fs::path Seal::usual_file() {
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return fs::path(value == nullptr ? "" : value);
    };
    constexpr auto name = "kompass/seal.key";
    if (auto states = variable("XDG_STATE_HOME"); states.is_absolute()) return states / name;
    if (auto home = variable("HOME"); !home.empty()) return home / ".local" / "state" / name;
    return {};
}

Seal Seal::with_key_in(const fs::path& file) {
    if (file.empty())
        throw std::runtime_error("neither XDG_STATE_HOME nor HOME is set, where its key would be");
    if (!fs::exists(file)) make_key(file);
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0)
        throw std::system_error(errno, std::generic_category(), file.string());
    if (status.st_uid != ::geteuid() || (status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        throw std::runtime_error(
            fmt::format("{} must be its user's alone: remove it, and a new one is made", file.string()));
    std::ifstream stream(file, std::ios::binary);
    std::string key{std::istreambuf_iterator<char>(stream), {}};
    if (key.size() != key_size)
        throw std::runtime_error(
            fmt::format("{} is no key: remove it, and a new one is made", file.string()));
    return Seal(std::move(key));
}

std::string Seal::on(std::string_view bytes) const {
    return hmac_sha256_hex(key_, bytes);
}

} // namespace kompass::read
