#include "model/printed_tokens.h"

#include "model/instrument.h"

#include <algorithm>
#include <cctype>

namespace kompass::printed {

namespace {

constexpr std::string_view kRules = "|[](){}!";

bool all_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

bool is_area_number(char digit) {
    return digit >= '1' && digit < '1' + area_count;
}

} // namespace

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
    constexpr std::size_t most_digits = 4; // of a year; no other figure has more
    if (!all_digits(token) || token.size() > most_digits) return std::nullopt;
    result.value = std::stoi(std::string(token));
    return result;
}

std::string question_number(std::string_view token) {
    constexpr std::size_t most_digits = 2; // of the number within the area
    token = without_rules(token);
    if (token.ends_with('.') || token.ends_with(':')) token.remove_suffix(1);
    const auto point = token.find_first_of(".:");
    if (point != 1 || !is_area_number(token.front())) return {};
    auto within_area = token.substr(point + 1);
    if (!all_digits(within_area) || within_area.size() > most_digits) return {};
    if (within_area.front() == '0') within_area.remove_prefix(1);
    if (within_area.empty() || within_area.front() == '0') return {};
    return std::string{token.front()} + '.' + std::string(within_area);
}

bool is_table_number(std::string_view token) {
    token = without_rules(token);
    if (token == ".") return true;
    const bool point = token.ends_with('.');
    if (point) token.remove_suffix(1);
    if (token.size() != 1) return false;
    return is_area_number(token.front()) || (point && token.front() == 'S');
}

std::optional<int> year(std::string_view token) {
    token = without_rules(token);
    constexpr std::size_t digits = 4;
    constexpr int first_year = 1990; // a decade before the first evaluation
    constexpr int last_year = 2099;
    if (token.size() != digits || !all_digits(token)) return std::nullopt;
    const int value = std::stoi(std::string(token));
    if (value < first_year || value > last_year) return std::nullopt;
    return value;
}

bool is_debris(std::string_view token) {
    return token.find_first_not_of("|[]{}.,;:'`_~!") == std::string_view::npos;
}

} // namespace kompass::printed
