// What was and what was not understood of a report, and which rules come nearest: the way to a new rules
// file.
//
// A part of a report (its municipality, its areas, the strengths of an area …) that is missing is named with
// the roles whose rules would find it. A line that looks like a heading and that no rule knows is named with
// the rule whose examples read most like it. Pure functions.
#pragma once

#include "pipeline/understand.h"
#include "rules/knowledge.h"

#include <string>
#include <vector>

namespace kompass::cli {

/// A part of a report: how often it was found, of how many. A report that has an account is told of by it.
struct UnderstoodPart {
    std::string name; ///< "score tables"
    int found = 0, expected = 1;
    std::vector<std::string> roles; ///< whose rules find it
    int damaged = 0, missing = 0;   ///< of `expected`; what is neither is not in the report, as it seems
};

/// A rule that matched lines of the report.
struct RuleUse {
    const rules::Rule* rule = nullptr;
    int times = 0, first_page = 0;
};

/// A line that looks like a heading, matched by no rule.
struct UnknownLine {
    std::string text;
    int times = 0, first_page = 0;
    const rules::Rule* nearest = nullptr; ///< null: no rule reads anything like it
    double likeness = 0;                  ///< of the nearest rule's examples, 0 to 1
};

struct Explanation {
    std::string summary; ///< the account in one line
    std::vector<UnderstoodPart> parts;
    std::vector<RuleUse> rules;             ///< in the order of the rules
    std::vector<UnknownLine> unknown_lines; ///< the likeliest headings first: often met, then early
};

/// Rules are pointed to in `knowledge`, which must outlive the explanation.
[[nodiscard]] Explanation explain(const pipeline::Understanding& understanding,
                                  const rules::Knowledge& knowledge);

} // namespace kompass::cli
