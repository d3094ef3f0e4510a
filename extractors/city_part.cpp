#include "extractors/city_part.h"

#include "text/tokens.h"
#include "text/unicode.h"

#include <algorithm>

namespace kompass {
namespace {

/// Every word begins with a capital, and none is of a title or a label.
bool may_be_place(const std::string& phrase, const rules::RuleSet& rules) {
    const auto words = text::tokens(phrase);
    return !words.empty() && std::all_of(words.begin(), words.end(), [&](const std::string& word) {
        return unicode::starts_with_upper(word) && !rules.matches("no_name_word", word);
    });
}

/// Without the sign or the "i" that parts it from its city.
std::string without_separator(std::string phrase) {
    constexpr std::string_view signs = " \n\t,(–—";
    phrase.erase(phrase.find_last_not_of(signs) + 1);
    for (const std::string_view word : {" i", "\ni"})
        if (phrase.ends_with(word)) phrase.resize(phrase.size() - word.size());
    return phrase;
}

} // namespace

std::optional<CityPart> part_of_city_in(std::string_view front, const rules::Knowledge& knowledge) {
    constexpr std::string_view blanks = " \n\t";
    const auto found = knowledge.rules.match("front_part_and_city", front);
    if (!found) return std::nullopt;
    const auto phrase = found->group("phrase");
    if (knowledge.municipalities.named(phrase) != nullptr) return std::nullopt;
    for (auto at = phrase.find_last_of(blanks); at != std::string::npos && at > 0;
         at = phrase.find_last_of(blanks, at - 1)) {
        const auto city = phrase.substr(at + 1);
        if (knowledge.municipalities.named(city.substr(city.find_first_not_of("("))) == nullptr) continue;
        auto part = without_separator(phrase.substr(0, at));
        const bool is_part =
            may_be_place(part, knowledge.rules) && knowledge.municipalities.named(part) == nullptr;
        if (!is_part) return std::nullopt;
        return CityPart{std::move(part), found->rule->id};
    }
    return std::nullopt;
}

bool speaks_of_districts(std::string_view front) {
    return unicode::folded(front).find("stadsdel") != std::string::npos;
}

} // namespace kompass
