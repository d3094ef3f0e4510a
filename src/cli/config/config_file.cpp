#include "cli/config/config_file.h"

#include "cli/help/did_you_mean.h"
#include "read/file_bytes.h"
#include "read/unfinished_file.h"
#include "rules/rules_error.h"
#include "rules/toml_file.h"
#include "text/fitting.h"
#include "text/language.h"
#include "text/toml_string.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <system_error>

namespace kompass::cli {
namespace {

namespace fs = std::filesystem;
using rules::TomlNode;

fs::path folder_in_environment(const char* variable) {
    const char* value = std::getenv(variable);
    return value != nullptr && *value == '/' ? fs::path(value) : fs::path();
}

std::string bytes_of(const fs::path& file) {
    auto [bytes, error] = read::read_file(file);
    if (!error.empty()) throw ConfigError(fmt::format("{}: {}", file.string(), error));
    return std::move(bytes);
}

/// "~/arkiv.db", and what is of the config file's folder.
std::string whole_path(const std::string& path, const fs::path& config) {
    const auto home = folder_in_environment("HOME");
    if (path.starts_with("~/") && !home.empty()) return home / path.substr(2);
    return (config.parent_path() / path).lexically_normal();
}

std::vector<std::string> values_of(const TomlNode& node, const ConfigKey& key, const fs::path& config) {
    if (key.kind == ConfigKey::Kind::number) {
        if (node.number() < 1) node.fail(text::tr("{} is a whole number from 1 up", key.name));
        return {std::to_string(node.number())};
    }
    if (key.kind == ConfigKey::Kind::language) return {checked_language(key, node.text())};
    const bool several = key.kind == ConfigKey::Kind::paths && node.is_list();
    auto paths = several ? node.texts() : std::vector{node.text()};
    for (auto& path : paths)
        path = whole_path(path, config);
    return paths;
}

/// The table of the text, if it is TOML and no more.
TomlNode parsed(const std::string& text, const fs::path& config) {
    try {
        return TomlNode::parse_text(text, config.string());
    } catch (const rules::RulesError& error) {
        throw ConfigError(error.what());
    }
}

bool is_toml(const std::string& text) {
    try {
        static_cast<void>(TomlNode::parse_text(text, ""));
        return true;
    } catch (const rules::RulesError&) {
        return false;
    }
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

/// Takes the lines of the value that begins at `first`: a list may have several. As few as are TOML by
/// themselves.
void erase_value(std::vector<std::string>& lines, std::size_t first) {
    std::string text;
    auto last = first;
    do
        text += lines.at(last++) + '\n';
    while (last < lines.size() && !is_toml(text));
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(first),
                lines.begin() + static_cast<std::ptrdiff_t>(last));
}

std::string line_of(const ConfigKey& key, const std::vector<std::string>& values) {
    if (key.kind == ConfigKey::Kind::number) return fmt::format("{} = {}", key.name, values.front());
    if (key.kind == ConfigKey::Kind::path || key.kind == ConfigKey::Kind::language)
        return fmt::format("{} = {}", key.name, text::toml_string(values.front()));
    std::vector<std::string> quoted;
    std::transform(values.begin(), values.end(), std::back_inserter(quoted), text::toml_string);
    return fmt::format("{} = [{}]", key.name, text::joined(quoted, ", "));
}

/// A link, as to a folder that is kept elsewhere, stays one.
fs::path behind_links(const fs::path& file) {
    std::error_code ignored;
    const auto real = fs::canonical(file, ignored);
    return real.empty() ? file : real;
}

void write(const std::string& text, const fs::path& config) {
    try {
        fs::create_directories(config.parent_path());
        read::UnfinishedFile unfinished(behind_links(config));
        unfinished.write(text);
        unfinished.sync();
        unfinished.move_into_place();
    } catch (const std::ios_base::failure&) {
        throw ConfigError(text::tr("{}: cannot be written; check the disk", config.string()));
    } catch (const std::system_error& error) {
        throw ConfigError(text::tr("{}: cannot be written ({})", config.string(), error.code().message()));
    }
}

} // namespace

const std::vector<ConfigKey>& config_keys() {
    using Kind = ConfigKey::Kind;
    static const std::vector<ConfigKey> keys{
        {"archive", Kind::path, "the archive"},
        {"sources", Kind::paths, "files or folders with the reports' sources"},
        {"municipalities", Kind::paths, "further registers of municipalities"},
        {"rules", Kind::path, "directory of rules"},
        {"jobs", Kind::number, "worker processes that read at once"},
        {"max-pages", Kind::number, "pages of a document at most"},
        {"lang", Kind::language, "what the program speaks: en (English) or sv (Swedish)"}};
    return keys;
}

std::string checked_language(const ConfigKey& key, const std::string& name) {
    const auto& names = text::language_names();
    if (std::find(names.begin(), names.end(), name) == names.end())
        throw ConfigError(text::tr("{}: '{}' is none of {}", key.name, name, text::joined(names, ", ")));
    return name;
}

const ConfigKey& config_key(const std::string& name) {
    std::vector<std::string> names;
    for (const auto& key : config_keys()) {
        if (key.name == name) return key;
        names.push_back(key.name);
    }
    const auto meant = did_you_mean(name, names);
    throw ConfigError(text::tr("there is no setting '{}'{}", name,
                               meant.empty() ? text::tr(", only ") + text::joined(names, ", ") : meant));
}

fs::path Config::place() {
    const auto config = folder_in_environment("XDG_CONFIG_HOME");
    const auto home = folder_in_environment("HOME");
    if (config.empty() && home.empty()) return {};
    return (config.empty() ? home / ".config" : config) / "kompass" / "config.toml";
}

namespace {

std::map<std::string, std::vector<std::string>> values_in(const TomlNode& tree, const fs::path& file) {
    std::map<std::string, std::vector<std::string>> values;
    for (const auto& [name, node] : tree.table()) {
        try {
            values[name] = values_of(node, config_key(name), file);
        } catch (const rules::RulesError& error) {
            throw ConfigError(error.what());
        } catch (const ConfigError& error) {
            throw ConfigError(fmt::format("{}:{}: {}", file.string(), node.line(), error.what()));
        }
    }
    return values;
}

} // namespace

Config Config::load() {
    Config config;
    const auto file = place();
    std::error_code ignored;
    if (file.empty() || !fs::exists(file, ignored)) return config;
    config.values_ = values_in(parsed(bytes_of(file), file), file);
    return config;
}

const std::vector<std::string>* Config::find(const std::string& key) const {
    const auto found = values_.find(key);
    return found == values_.end() ? nullptr : &found->second;
}

bool is_in_config(const std::string& name) {
    const auto file = Config::place();
    std::error_code ignored;
    return !file.empty() && fs::exists(file, ignored) && parsed(bytes_of(file), file).find(name) != nullptr;
}

void set_in_config(const ConfigKey& key, const std::vector<std::string>& values) {
    const auto file = Config::place();
    if (file.empty())
        throw ConfigError(
            text::tr("there is no place for a config file: neither XDG_CONFIG_HOME nor HOME is set"));
    std::error_code ignored;
    const auto before = fs::exists(file, ignored) ? bytes_of(file) : std::string();
    const auto tree = parsed(before, file);
    auto lines = lines_of(before);
    auto place = lines.size();
    if (const auto* there = tree.find(key.name)) {
        place = static_cast<std::size_t>(there->line()) - 1;
        erase_value(lines, place);
    }
    if (!values.empty())
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(place), line_of(key, values));
    const auto after = text::joined(lines, "\n") + (lines.empty() ? "" : "\n");
    const auto written = parsed(after, file);                         // nothing that is no TOML is written
    if (!values.empty()) static_cast<void>(values_in(written, file)); // nor beside what is wrong
    write(after, file);
}

} // namespace kompass::cli
