// The rules file that names what was only inferred of a report: heads of findings and of topics that recur in
// its areas, though no rule knows them.
//
// A file for a person to read, to rename and to put into rules/layouts/; it passes `kompass rules check` as
// it stands. Where the report taught its heads by recurring, the rules find them also in a report in which
// they do not. Pure function.
#pragma once

#include "pipeline/understand.h"
#include "rules/knowledge.h"

#include <string>

namespace kompass::cli {

/// TOML; empty if nothing was inferred. `report` is the file's name, after which the rules are called.
[[nodiscard]] std::string proposed_rules(const pipeline::Understanding& understanding,
                                         const rules::Knowledge& knowledge, std::string_view report);

} // namespace kompass::cli
