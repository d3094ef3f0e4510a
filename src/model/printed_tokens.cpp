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

constexpr auto a_half = Decimal::from_tenths(5);

std::string_view take_digits(std::string_view& rest) {
    const auto* const end =
        std::find_if(rest.begin(), rest.end(), [](unsigned char c) { return std::isdigit(c) == 0; });
    const auto digits = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
    rest.remove_prefix(digits.size());
    return digits;
}

/// What stands behind a decimal comma, or behind a point that makes no question's number of it.
std::string_view take_decimals(std::string_view& rest, std::string_view whole) {
    const bool of_question = whole.size() == 1 && is_area_number(whole.front());
    if (!rest.starts_with(',') && (!rest.starts_with('.') || of_question)) return {};
    auto behind = rest.substr(1);
    const auto decimals = take_digits(behind);
    if (!decimals.empty()) rest = behind;
    return decimals;
}

/// nullopt if that is neither whole nor a half.
std::optional<Decimal> with_decimals(Decimal whole, std::string_view decimals) {
    if (decimals.substr(1).find_first_not_of('0') != std::string_view::npos) return std::nullopt;
    if (decimals.front() == '5') return whole + a_half;
    return decimals.front() == '0' ? std::optional(whole) : std::nullopt;
}

} // namespace

std::string_view without_rules(std::string_view token) {
    while (!token.empty() && kRules.find(token.front()) != std::string_view::npos)
        token.remove_prefix(1);
    while (!token.empty() && kRules.find(token.back()) != std::string_view::npos)
        token.remove_suffix(1);
    return token;
}

Number take_number(std::string_view& text) {
    constexpr std::size_t most_digits = 4; // of a year; no other figure has more
    constexpr std::string_view half = "½";
    auto rest = text;
    const auto digits = take_digits(rest);
    const auto behind_blanks = rest.substr(std::min(rest.find_first_not_of(' '), rest.size()));
    const bool is_half = behind_blanks.starts_with(half);
    if (digits.size() > most_digits || (digits.empty() && !is_half)) return {};
    const Decimal whole = digits.empty() ? 0 : std::stoi(std::string(digits));
    Number number{true, whole};
    if (is_half) {
        rest = behind_blanks.substr(half.size());
        number.value = whole + a_half;
    } else if (const auto decimals = take_decimals(rest, digits); !decimals.empty()) {
        number.value = with_decimals(whole, decimals);
    }
    text = rest;
    return number;
}

std::optional<Figure> figure(std::string_view token) {
    token = without_rules(token);
    Figure result;
    if (token.ends_with('%')) {
        result.percent = true;
        token.remove_suffix(1);
    }
    const auto number = take_number(token);
    if (!number.value || !token.empty() || (result.percent && !number.value->is_whole())) return std::nullopt;
    result.value = *number.value;
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

std::optional<int> year_in(std::string_view text) {
    constexpr std::size_t digits = 4;
    for (std::size_t i = 0; i + digits <= text.size(); ++i)
        if (const auto found = year(text.substr(i, digits))) return found;
    return std::nullopt;
}

std::optional<int> only_year_in(std::string_view text) {
    const auto found = year_in(text);
    constexpr std::size_t digits = 4;
    for (std::size_t i = 0; i + digits <= text.size(); ++i)
        if (const auto other = year(text.substr(i, digits)); other && other != found) return std::nullopt;
    return found;
}

bool is_debris(std::string_view token) {
    return token.find_first_not_of("|[]{}.,;:'`_~!") == std::string_view::npos;
}

} // namespace kompass::printed
