#include "archive/evaluation/key.h"

#include "model/record_facts.h"
#include "text/slug.h"

#include <fmt/format.h>

#include <map>

namespace kompass::archive {
namespace {

constexpr std::size_t hash_digits = 8;

std::string start_of(const std::string& hash) {
    return hash.substr(0, hash_digits);
}

std::string base_of(const Named& named) {
    const auto& record = *named.record;
    const auto& country = named.country;
    const auto place =
        record.municipality_code.empty() ? text::slug(record.municipality) : record.municipality_code;
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
