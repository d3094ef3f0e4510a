#include "archive/evaluation/key.h"

#include "model/record_facts.h"
#include "text/unicode.h"

#include <fmt/format.h>

#include <array>
#include <map>
#include <string_view>
#include <utility>

namespace kompass::archive {
namespace {

constexpr std::size_t hash_digits = 8;

std::string start_of(const std::string& hash) {
    return hash.substr(0, hash_digits);
}

/// Håbo is not Habo.
std::string without_rings(std::string name) {
    constexpr auto letters =
        std::to_array<std::pair<std::string_view, std::string_view>>({{"å", "aa"}, {"ä", "ae"}, {"ö", "oe"}});
    for (const auto& [letter, plain] : letters)
        for (auto at = name.find(letter); at != std::string::npos; at = name.find(letter, at))
            name.replace(at, letter.size(), plain);
    return name;
}

/// "Upplands Väsby" gives "upplands-vaesby".
std::string slug(const std::string& name) {
    std::string text;
    for (const char letter : unicode::folded(without_rings(unicode::lower(name)))) {
        const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (plain) text += letter;
        if (!plain && !text.empty() && text.back() != '-') text += '-';
    }
    while (text.ends_with('-'))
        text.pop_back();
    return text;
}

std::string base_of(const Named& named) {
    const auto& record = *named.record;
    const auto& country = named.country;
    const auto place =
        record.municipality_code.empty() ? slug(record.municipality) : record.municipality_code;
    if (place.empty() || !record.year) {
        const auto what = place.empty() ? country : fmt::format("{}-{}", country, place);
        return fmt::format("{}-{}", what, start_of(named.hash));
    }
    auto key = fmt::format("{}-{}-{}", country, place, *record.year);
    if (record.month) key += fmt::format("-{:02}", *record.month);
    // What is not sure is held against no other document (same_evaluation.h): nobody knows who else is called
    // so.
    const bool unsure = is_doubtful(record.doubtful, "municipality") || is_doubtful(record.doubtful, "year");
    return unsure ? fmt::format("{}-{}", key, start_of(named.hash)) : key;
}

/// Adds to the keys that several have what `distinction` says of each.
template <typename Distinction>
void tell_apart(std::vector<std::string>& keys, const Distinction& distinction) {
    std::map<std::string, int> uses;
    for (const auto& key : keys)
        ++uses[key];
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (uses[keys[i]] > 1) keys[i] += distinction(i);
}

} // namespace

std::vector<std::string> evaluation_keys(const std::vector<Named>& evaluations) {
    std::vector<std::string> keys;
    keys.reserve(evaluations.size());
    for (const auto& named : evaluations)
        keys.push_back(base_of(named));
    tell_apart(keys, [&](std::size_t i) {
        const auto& ordinal = evaluations[i].record->ordinal;
        return ordinal ? fmt::format("-no{}", *ordinal) : "";
    });
    tell_apart(keys, [&](std::size_t i) { return "-" + start_of(evaluations[i].hash); });
    return keys;
}

} // namespace kompass::archive
