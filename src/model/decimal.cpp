#include "model/decimal.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace kompass {

std::optional<Decimal> Decimal::from_real(double number) {
    constexpr double greatest = 1e9; // no figure comes near it
    constexpr double binary = 1e-6;  // 0.1 has no exact double
    const double tenths = std::round(number * 10);
    if (!(std::abs(number) <= greatest) || std::abs(number * 10 - tenths) > binary) return std::nullopt;
    return from_tenths(static_cast<std::int64_t>(tenths));
}

std::optional<Decimal> Decimal::from_text(std::string_view text) {
    constexpr std::size_t most_digits = 4; // of a year; no other figure has more
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto mark = std::min(text.find_first_of(",."), text.size());
    const auto whole = text.substr(0, mark);
    const auto decimal = text.substr(mark);
    if (whole.empty() || whole.size() > most_digits || !std::all_of(whole.begin(), whole.end(), is_digit))
        return std::nullopt;
    if (!decimal.empty() && (decimal.size() != 2 || !is_digit(decimal.back()))) return std::nullopt;
    std::int64_t number = 0;
    std::from_chars(whole.data(), whole.data() + whole.size(), number);
    return from_tenths(10 * number + (decimal.empty() ? 0 : decimal.back() - '0'));
}

std::string Decimal::text() const {
    const auto size = std::abs(tenths_);
    const auto* const sign = tenths_ < 0 ? "-" : "";
    if (is_whole()) return fmt::format("{}{}", sign, size / 10);
    return fmt::format("{}{}.{}", sign, size / 10, size % 10);
}

} // namespace kompass
