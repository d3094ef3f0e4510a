// A seal that only this user can put on: HMAC-SHA-256 under a key of 32 random bytes.
//
// The folder of kept pages may be shared, carried about or written by another program; a checksum that stands
// beside what it is of can be made by anybody. The key lies elsewhere: $XDG_STATE_HOME/kompass/seal.key, else
// ~/.local/state/kompass/seal.key, readable by its user alone, made when it is first needed. Without it
// nothing is lost but that pages are read again.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace kompass::read {

class Seal {
public:
    /// The key in this file, made if the file is missing. Throws std::runtime_error where it can be neither
    /// read nor made, or others may read it.
    [[nodiscard]] static Seal with_key_in(const std::filesystem::path& file);
    /// Empty if neither XDG_STATE_HOME nor HOME is set.
    [[nodiscard]] static std::filesystem::path usual_file();

    /// 64 hexadecimal digits.
    [[nodiscard]] std::string on(std::string_view bytes) const;

private:
    explicit Seal(std::string key) : key_(std::move(key)) {}

    std::string key_;
};

} // namespace kompass::read
