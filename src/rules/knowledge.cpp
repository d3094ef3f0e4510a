#include "rules/knowledge.h"

#include "rules/rules_error.h"

#include <array>
#include <cstdlib>
#include <fmt/format.h>
#include <set>
#include <utility>

namespace kompass::rules {
namespace {

bool holds_rules(const std::filesystem::path& directory) {
    std::error_code error;
    return std::filesystem::is_directory(directory / "layouts", error);
}

std::filesystem::path require_rules(const std::filesystem::path& directory, std::string_view said_by) {
    if (holds_rules(directory)) return directory;
    throw RulesError(
        fmt::format("{} ({}) holds no rules: it has no folder \"layouts\"", directory.string(), said_by));
}

/// Codes are those of one country: two registers that share one are told (and cannot be in use together).
Municipalities registers_of(const Editions& editions, const std::filesystem::path& directory) {
    std::set<std::string> files;
    for (const auto& edition : editions.all())
        files.insert(edition.instrument.municipalities);
    Municipalities municipalities;
    for (const auto& file : files)
        municipalities.add(directory / file);
    if (const auto changes = directory / "municipality_changes.csv"; std::filesystem::exists(changes))
        municipalities.add_changes(changes);
    return municipalities;
}

Concordance concordance_of(const Editions& editions, const std::filesystem::path& csv) {
    return std::filesystem::exists(csv) ? Concordance::load(csv, editions) : Concordance{};
}

} // namespace

Knowledge Knowledge::load(const std::filesystem::path& directory) {
    auto instruments = Instruments::load(directory / "instruments");
    auto editions = Editions::load(directory / "editions", instruments);
    auto municipalities = registers_of(editions, directory);
    auto concordance = concordance_of(editions, directory / "concordance.csv");
    return {.rules = RuleSet::load(directory / "layouts"),
            .instruments = std::move(instruments),
            .editions = std::move(editions),
            .concordance = std::move(concordance),
            .municipalities = std::move(municipalities),
            .digits = DigitMisreadings::load(directory / "digits.toml")};
}

std::filesystem::path find_rules(const std::filesystem::path& given) {
    // What a person asked for is taken or refused, never passed over in silence.
    if (!given.empty()) return require_rules(given, "asked for");
    // NOLINTNEXTLINE(concurrency-mt-unsafe): nothing in this program writes the environment
    if (const char* named = std::getenv("KOMPASS_RULES"); named != nullptr && *named != '\0')
        return require_rules(named, "KOMPASS_RULES");

    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    const auto folder = program.parent_path();
    const std::array places = {folder.parent_path() / "share" / "kompass" / "rules", folder / "rules"};
    for (const auto& place : places)
        if (holds_rules(place)) return place;
    throw RulesError(fmt::format("no rules were found; tried {} and {}. Name their folder in KOMPASS_RULES",
                                 places[0].string(), places[1].string()));
}

} // namespace kompass::rules
