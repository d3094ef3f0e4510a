#include "extractors/identity_words.h"

#include "text/likeness.h"

#include <string>

namespace kompass {

std::optional<int> whole_number(std::string_view digits) {
    if (digits.empty() || digits.size() > 4 ||
        digits.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    return std::stoi(std::string(digits));
}

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
    return place;
}

} // namespace kompass
