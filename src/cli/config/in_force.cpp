#include "cli/config/in_force.h"

#include <algorithm>
#include <cstdlib>

namespace kompass::cli {
namespace {

struct Put {
    const std::vector<std::string>& values;

    void operator()(bool* /*flag*/) const {} // no flag can be set for good
    void operator()(int* number) const { *number = std::stoi(values.front()); }
    void operator()(std::string* text) const { *text = values.front(); }
    void operator()(std::vector<std::string>* list) const { *list = values; }
};

struct Get {
    std::vector<std::string> operator()(const bool* flag) const { return {*flag ? "yes" : "no"}; }
    std::vector<std::string> operator()(const int* number) const {
        if (*number == 0) return {};
        return {std::to_string(*number)};
    }
    std::vector<std::string> operator()(const std::string* text) const {
        if (text->empty()) return {};
        return {*text};
    }
    std::vector<std::string> operator()(const std::vector<std::string>* list) const { return *list; }
};

bool is_given(const Option& option, const std::vector<std::string>& words) {
    const auto end = std::find(words.begin(), words.end(), "--");
    return std::any_of(words.begin(), end, [&](const std::string& word) {
        return word == option.names || word.starts_with(option.names + "=");
    });
}

bool is_in_environment(const std::string& variable) {
    const char* value = variable.empty() ? nullptr : std::getenv(variable.c_str());
    return value != nullptr && *value != '\0';
}

} // namespace

bool take_from(const Config& config, const Option& option) {
    const auto* values = option.setting.empty() ? nullptr : config.find(option.setting);
    if (values == nullptr || values->empty()) return false;
    std::visit(Put{*values}, option.target);
    return true;
}

std::vector<SettingInForce> in_force(const std::vector<Option>& options,
                                     const std::vector<std::string>& words, const Config& config) {
    std::vector<SettingInForce> all;
    for (const auto& option : options) {
        if (option.setting.empty()) continue;
        const auto from = is_given(option, words)                  ? "option"
                          : is_in_environment(option.environment)  ? "$" + option.environment
                          : config.find(option.setting) != nullptr ? "file"
                                                                   : "default";
        all.push_back({option.setting, std::visit(Get{}, option.target), from});
    }
    return all;
}

} // namespace kompass::cli
