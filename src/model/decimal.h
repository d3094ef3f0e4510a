// A figure of a report: a whole number, or one with a single decimal ("9", "9.5", "426.5").
//
// It counts tenths, so that sums and comparisons are exact. A whole number is one without further ado, and
// is written as such: "9", never "9.0". Plain values; a sum of figures never overflows. No errors: what is no
// such number is nullopt.
#pragma once

#include <fmt/format.h>

#include <compare>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kompass {

class Decimal {
public:
    constexpr Decimal() = default;
    constexpr Decimal(std::integral auto whole) : tenths_(std::int64_t{whole} * 10) {}

    [[nodiscard]] static constexpr Decimal from_tenths(std::int64_t tenths) {
        Decimal number;
        number.tenths_ = tenths;
        return number;
    }
    /// Of 9.5 as JSON and SQLite hold it; nullopt if it has more decimals, or is beyond any figure.
    [[nodiscard]] static std::optional<Decimal> from_real(double number);
    /// Of "9", "9.5" or "9,5": four digits at most and one decimal at most.
    [[nodiscard]] static std::optional<Decimal> from_text(std::string_view text);

    [[nodiscard]] constexpr std::int64_t tenths() const { return tenths_; }
    [[nodiscard]] constexpr bool is_whole() const { return tenths_ % 10 == 0; }
    /// The whole number below or at it, towards nought.
    [[nodiscard]] constexpr std::int64_t whole() const { return tenths_ / 10; }
    [[nodiscard]] constexpr double real() const { return static_cast<double>(tenths_) / 10; }
    /// "9.5", "9"
    [[nodiscard]] std::string text() const;

    constexpr Decimal& operator+=(Decimal other) {
        tenths_ += other.tenths_;
        return *this;
    }
    friend constexpr Decimal operator+(Decimal a, Decimal b) { return from_tenths(a.tenths_ + b.tenths_); }
    friend constexpr Decimal operator-(Decimal a, Decimal b) { return from_tenths(a.tenths_ - b.tenths_); }
    friend constexpr bool operator==(Decimal, Decimal) = default;
    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes the 0 it compares with for a pointer
    friend constexpr auto operator<=>(Decimal, Decimal) = default;

private:
    std::int64_t tenths_ = 0;
};

} // namespace kompass

template <>
struct fmt::formatter<kompass::Decimal> : fmt::formatter<std::string> {
    template <typename Context>
    auto format(kompass::Decimal number, Context& context) const {
        return fmt::formatter<std::string>::format(number.text(), context);
    }
};
