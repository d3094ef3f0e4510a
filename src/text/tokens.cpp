#include "text/tokens.h"

#include <algorithm>
#include <cctype>

namespace kompass::text {

namespace {

constexpr std::string_view kNoBreakSpace = "\u00a0";
constexpr std::string_view kRules = "|[](){}!";

bool all_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

} // namespace

std::string_view trimmed(std::string_view text) {
    for (bool again = true; again;) {
        again = false;
        while (!text.empty() && (std::isspace(static_cast<unsigned char>(text.front())) != 0)) {
            text.remove_prefix(1);
            again = true;
        }
        while (!text.empty() && (std::isspace(static_cast<unsigned char>(text.back())) != 0)) {
            text.remove_suffix(1);
            again = true;
        }
        if (text.starts_with(kNoBreakSpace)) {
            text.remove_prefix(kNoBreakSpace.size());
            again = true;
        }
        if (text.ends_with(kNoBreakSpace)) {
            text.remove_suffix(kNoBreakSpace.size());
            again = true;
        }
    }
    return text;
}

std::vector<std::string> tokens(std::string_view line) {
    std::vector<std::string> found;
    std::string token;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool wide_blank = line.substr(i).starts_with(kNoBreakSpace);
        if (!wide_blank && std::isspace(static_cast<unsigned char>(line[i])) == 0) {
            token += line[i];
            continue;
        }
        if (wide_blank) i += kNoBreakSpace.size() - 1;
        if (!token.empty()) found.push_back(std::move(token));
        token.clear();
    }
    if (!token.empty()) found.push_back(std::move(token));
    return found;
}

std::string with_blanks(const std::vector<std::string>& tokens, std::size_t first, std::size_t last) {
    std::string text;
    for (std::size_t i = first; i < last && i < tokens.size(); ++i) {
        if (!text.empty()) text += ' ';
        text += tokens[i];
    }
    return text;
}

std::string_view without_rules(std::string_view token) {
    while (!token.empty() && kRules.find(token.front()) != std::string_view::npos)
        token.remove_prefix(1);
    while (!token.empty() && kRules.find(token.back()) != std::string_view::npos)
        token.remove_suffix(1);
    return token;
}

std::optional<Figure> figure(std::string_view token) {
    token = without_rules(token);
    Figure result;
    if (token.ends_with('%')) {
        result.percent = true;
        token.remove_suffix(1);
    }
    if (!all_digits(token) || token.size() > 4) return std::nullopt;
    result.value = std::stoi(std::string(token));
    return result;
}

std::string question_number(std::string_view token) {
    token = without_rules(token);
    if (token.ends_with('.')) token.remove_suffix(1);
    const auto point = token.find('.');
    if (point != 1 || token.front() < '1' || token.front() > '8') return {};
    const auto after = token.substr(point + 1);
    if (!all_digits(after) || after.size() > 2 || after.front() == '0') return {};
    return std::string(token);
}

bool is_table_number(std::string_view token) {
    token = without_rules(token);
    if (token == ".") return true;
    const bool point = token.ends_with('.');
    if (point) token.remove_suffix(1);
    if (token.size() != 1) return false;
    return (token.front() >= '1' && token.front() <= '8') || (point && token.front() == 'S');
}

std::optional<int> year(std::string_view token) {
    token = without_rules(token);
    if (token.size() != 4 || !all_digits(token)) return std::nullopt;
    const int value = std::stoi(std::string(token));
    if (value < 1990 || value > 2099) return std::nullopt;
    return value;
}

bool is_debris(std::string_view token) {
    return token.find_first_not_of("|[]{}.,;:'`_~!") == std::string_view::npos;
}

} // namespace kompass::text
