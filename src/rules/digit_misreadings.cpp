#include "rules/digit_misreadings.h"

#include "rules/toml_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

namespace kompass::rules {
namespace {

constexpr double rate_unit = 10'000;

std::size_t index(char digit) {
    return static_cast<std::size_t>(digit - '0');
}

double rate_of(const TomlNode& node, std::string_view key) {
    const auto& rate = node.at(key);
    if (rate.number() < 1 || rate.number() >= rate_unit) rate.fail("a rate is from 1 to 9999");
    return rate.number() / rate_unit;
}

constexpr char comma = '.'; ///< as figures are written here

/// The digit or comma that `lacking` is `whole` without; none if it is not.
std::optional<char> lacking_sign(const std::string& lacking, const std::string& whole) {
    if (lacking.size() + 1 != whole.size()) return std::nullopt;
    for (std::size_t i = 0; i < whole.size(); ++i)
        if (std::string(whole).erase(i, 1) == lacking) return whole[i];
    return std::nullopt;
}

} // namespace

DigitMisreadings DigitMisreadings::load(const std::filesystem::path& path) {
    const auto file = TomlNode::parse(path);
    file.allow_only({"lost", "added", "comma", "other", "odds", "sure", "published", "confusion"});
    DigitMisreadings misreadings;
    misreadings.lost_ = rate_of(file, "lost");
    misreadings.added_ = rate_of(file, "added");
    misreadings.comma_ = rate_of(file, "comma");
    misreadings.other_ = rate_of(file, "other");
    misreadings.sure_error_ = rate_of(file, "sure");
    misreadings.published_error_ = rate_of(file, "published");
    misreadings.odds_ = std::max(1, file.at("odds").number());
    for (const auto& node : file.at("confusion").list()) {
        node.allow_only({"digits", "rate"});
        const auto& digits = node.at("digits").text();
        const bool two = digits.size() == 2 && digits.find_first_not_of("0123456789") == std::string::npos;
        if (!two || digits[0] == digits[1]) node.at("digits").fail("two different digits are wanted here");
        auto& confusion = misreadings.confusion_;
        if (confusion.at(index(digits[0])).at(index(digits[1])) > 0)
            node.fail(fmt::format("\"{}\" is listed twice", digits));
        confusion.at(index(digits[0])).at(index(digits[1])) = rate_of(node, "rate");
        confusion.at(index(digits[1])).at(index(digits[0])) = rate_of(node, "rate");
    }
    return misreadings;
}

bool DigitMisreadings::looks_alike(char printed, char read) const {
    return confusion_.at(index(printed)).at(index(read)) > 0;
}

double DigitMisreadings::exchange_rate(char printed, char read) const {
    return looks_alike(printed, read) ? confusion_.at(index(printed)).at(index(read)) : other_;
}

double DigitMisreadings::rate_of_loss(char sign) const {
    return sign == comma ? comma_ : lost_;
}

/// A mark that is taken for a digit may be taken for any of ten.
double DigitMisreadings::rate_of_addition(char sign) const {
    return sign == comma ? added_ : added_ / 10;
}

std::vector<MisreadFigure> DigitMisreadings::printed_for(Decimal read, Decimal greatest, Decimal step) const {
    const auto seen = read.text();
    std::vector<MisreadFigure> figures;
    for (Decimal value; value <= greatest; value += step) {
        const auto printed = value.text();
        if (value == read) continue;
        if (const auto lost = lacking_sign(seen, printed))
            figures.push_back({value, true, rate_of_loss(*lost)});
        if (const auto added = lacking_sign(printed, seen))
            figures.push_back({value, true, rate_of_addition(*added)});
        if (printed.size() != seen.size() || printed.find(comma) != seen.find(comma)) continue;
        double probability = 1;
        int exchanged = 0;
        bool alike = true;
        for (std::size_t i = 0; i < printed.size(); ++i) {
            if (printed[i] == seen[i]) continue;
            ++exchanged;
            probability *= exchange_rate(printed[i], seen[i]);
            alike = alike && looks_alike(printed[i], seen[i]);
        }
        if (exchanged == 1 || (exchanged == 2 && alike))
            figures.push_back({value, exchanged == 1 && alike, probability});
    }
    return figures;
}

} // namespace kompass::rules
