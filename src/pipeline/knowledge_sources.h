// Where what the recipe knows comes from: the rules' folder and the registers of municipalities.
//
// Plain values. Loading throws rules::RulesError, naming the file that is missing or wrong.
#pragma once

#include "repair/repair.h"
#include "rules/knowledge.h"

#include <string>
#include <vector>

namespace kompass::pipeline {

struct KnowledgeSources {
    std::string rules;                       ///< folder; empty: see rules::find_rules
    std::vector<std::string> municipalities; ///< further registers (CSV)
    /// What an archive remembers of such registers; the others go before it.
    std::vector<rules::Municipality> remembered = {};
};

/// Of rows "code,name,county_code,county", as workers are given them.
[[nodiscard]] std::vector<rules::Municipality> municipalities_of(const std::vector<std::string>& rows);

[[nodiscard]] rules::Knowledge load_knowledge(const KnowledgeSources& sources);

/// It loads its vocabulary when it is first needed, and throws repair::LexiconError or rules::RulesError
/// then.
[[nodiscard]] repair::Repairer make_repairer(const KnowledgeSources& sources);

} // namespace kompass::pipeline
