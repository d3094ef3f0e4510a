#include "extractors/identity_words.h"

#include "text/likeness.h"
#include "text/unicode.h"

#include <string>
#include <vector>

namespace kompass {

std::optional<int> whole_number(std::string_view digits) {
    if (digits.empty() || digits.size() > 4 ||
        digits.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    return std::stoi(std::string(digits));
}

namespace {

/// The place of the one word that begins as the one cut short does ("okt.").
std::optional<int> place_of_cut_short(const std::vector<std::string>& words, std::string_view word) {
    constexpr std::size_t fewest_letters = 3;
    auto start = unicode::folded(word);
    if (start.ends_with('.')) start.pop_back();
    if (start.size() < fewest_letters) return std::nullopt;
    std::optional<int> place;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!unicode::folded(words[i]).starts_with(start)) continue;
        if (place) return std::nullopt;
        place = static_cast<int>(i) + 1;
    }
    return place;
}

} // namespace

std::optional<int> place_in_list(const rules::RuleSet& rules, std::string_view list, std::string_view word) {
    constexpr double alike = 0.6;
    double best = alike;
    std::optional<int> place;
    int i = 0;
    for (const auto& known : rules.list(list)) {
        ++i;
        const double likeness = text::likeness(known, word);
        if (likeness > best) {
            best = likeness;
            place = i;
        }
    }
    return place ? place : place_of_cut_short(rules.list(list), word);
}

} // namespace kompass
