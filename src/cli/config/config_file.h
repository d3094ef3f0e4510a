// The config file: what a person sets once for every command.
//
// $XDG_CONFIG_HOME/kompass/config.toml, else ~/.config/kompass/config.toml. It is flat TOML, written by hand
// or by `kompass config`, which leaves the lines of other keys and comments on lines of their own as they
// are. A path may begin with ~/, and is else of the file's own folder. A file that cannot be read, a key that
// there is not and a value of the wrong kind are a ConfigError that names file and line: a setting that is
// passed over in silence would be worse than none. Plain values.
#pragma once

#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace kompass::cli {

struct ConfigError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// What may be set.
struct ConfigKey {
    enum class Kind { path, paths, number, language };

    std::string name;
    Kind kind;
    std::string help;
};

[[nodiscard]] const std::vector<ConfigKey>& config_keys();

/// Throws ConfigError, with what may be meant, if there is no such key.
[[nodiscard]] const ConfigKey& config_key(const std::string& name);

/// The name of a language that there is; throws ConfigError for another.
[[nodiscard]] std::string checked_language(const ConfigKey& key, const std::string& name);

class Config {
public:
    /// Empty if there is no file.
    [[nodiscard]] static Config load();
    /// Where the file is, or would be; empty: neither $XDG_CONFIG_HOME nor $HOME is set.
    [[nodiscard]] static std::filesystem::path place();

    /// As the file has it, paths whole; null if it has not.
    [[nodiscard]] const std::vector<std::string>* find(const std::string& key) const;

private:
    std::map<std::string, std::vector<std::string>> values_;
};

/// True if the file has a key of that name, whatever stands there.
[[nodiscard]] bool is_in_config(const std::string& name);

/// Writes the key's values in place of those there; none: takes the key out. The file is made if missing, and
/// changed wholly or not at all.
void set_in_config(const ConfigKey& key, const std::vector<std::string>& values);

} // namespace kompass::cli
