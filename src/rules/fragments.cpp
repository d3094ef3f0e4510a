#include "rules/fragments.h"

#include "rules/pattern.h"

#include <algorithm>

namespace kompass::rules {
namespace {

/// The name in braces at the head of `text`; empty if none stands there.
std::string_view name_at(std::string_view text) {
    constexpr std::string_view name_signs = "abcdefghijklmnopqrstuvwxyz_";
    if (!text.starts_with('{')) return {};
    const auto end = text.find_first_not_of(name_signs, 1);
    return end != std::string_view::npos && text[end] == '}' ? text.substr(1, end - 1) : std::string_view();
}

} // namespace

bool Fragments::add(const std::string& name, const std::string& expression) {
    return expressions_.emplace(name, expression).second;
}

void Fragments::add_list(const std::string& name, const std::vector<std::string>& words) {
    lists_[name] = words;
}

std::string Fragments::expanded(std::string_view pattern) const {
    std::vector<std::string> open;
    return expanded(pattern, open);
}

// NOLINTNEXTLINE(misc-no-recursion): as deep as fragments stand in each other
std::string Fragments::expanded(std::string_view pattern, std::vector<std::string>& open) const {
    std::string result;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (pattern[at] == '\\' && at + 1 < pattern.size()) { // what is escaped, a class by name too
            result += pattern.substr(at, 2);
            ++at;
            const bool is_class = pattern[at] == 'p' || pattern[at] == 'P';
            if (is_class && at + 1 < pattern.size()) result += pattern[++at];
            continue;
        }
        const std::string name(name_at(pattern.substr(at)));
        if (name.empty()) {
            result += pattern[at];
            continue;
        }
        if (std::find(open.begin(), open.end(), name) != open.end())
            throw PatternError("the fragment {" + name + "} holds itself");
        open.push_back(name);
        result += "(?:" + expanded(expression_of(name), open) + ")";
        open.pop_back();
        at += name.size() + 1;
    }
    return result;
}

std::string Fragments::expression_of(const std::string& name) const {
    if (const auto found = expressions_.find(name); found != expressions_.end()) return found->second;
    const auto list = lists_.find(name);
    if (list == lists_.end()) throw PatternError("there is no fragment {" + name + "}");
    std::string any;
    for (const auto& word : list->second)
        any += (any.empty() ? "" : "|") + rules::quoted(word);
    return any;
}

} // namespace kompass::rules
