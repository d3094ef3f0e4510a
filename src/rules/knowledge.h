// All that the rules directory holds, loaded together.
#pragma once

#include "rules/concordance.h"
#include "rules/digit_misreadings.h"
#include "rules/edition.h"
#include "rules/instrument.h"
#include "rules/municipality.h"
#include "rules/rule_set.h"

#include <filesystem>

namespace kompass::rules {

struct Knowledge {
    RuleSet rules;                 ///< layouts/*.toml
    Instruments instruments;       ///< instruments/*.toml
    Editions editions;             ///< editions/*.toml
    Concordance concordance;       ///< concordance.csv; empty if there is none
    Municipalities municipalities; ///< the registers of the instruments that have an edition
    DigitMisreadings digits;       ///< digits.toml

    /// Throws RulesError naming the file that is missing or wrong.
    [[nodiscard]] static Knowledge load(const std::filesystem::path& directory);
};

/// Where the rules are: `given` if not empty, else $KOMPASS_RULES, else beside the program
/// (../share/kompass/rules where it is installed, rules in a build tree). Throws RulesError naming the places
/// tried.
[[nodiscard]] std::filesystem::path find_rules(const std::filesystem::path& given);

} // namespace kompass::rules
