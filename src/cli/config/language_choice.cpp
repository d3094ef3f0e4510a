#include "cli/config/language_choice.h"

#include "cli/config/config_file.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace kompass::cli {
namespace {

std::optional<text::Language> language_named(const std::string& name) {
    const auto& names = text::language_names();
    if (std::find(names.begin(), names.end(), name) == names.end()) return std::nullopt;
    return text::language_from(name);
}

/// The last one counts, as with every option.
std::optional<text::Language> language_in(const std::vector<std::string>& words) {
    constexpr std::string_view option = "--lang";
    std::optional<text::Language> found;
    const auto end = std::find(words.begin(), words.end(), "--");
    for (auto word = words.begin(); word != end; ++word) {
        if (*word == option && word + 1 != end)
            found = language_named(*(word + 1));
        else if (word->starts_with(option) && word->substr(option.size()).starts_with('='))
            found = language_named(word->substr(option.size() + 1));
    }
    return found;
}

std::optional<text::Language> language_in_config() {
    try {
        const auto config = Config::load();
        const auto* values = config.find("lang");
        if (values != nullptr && !values->empty()) return language_named(values->front());
    } catch (const ConfigError&) { // told by who parses the options
    }
    return std::nullopt;
}

} // namespace

text::Language chosen_language(const std::vector<std::string>& words) {
    if (const auto language = language_in(words)) return *language;
    if (const auto language = language_in_config()) return *language;
    return text::language_of_locale();
}

} // namespace kompass::cli
