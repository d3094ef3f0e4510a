// What stands behind a person's name: a role, an employer, or both, in either order.
//
// "Anna Berg, senior konsult, SKL", "Anna Berg (SKL)", "Anna Berg, strateg i Sala kommun", "Anna Berg – SKL",
// and on lines of their own below the name. A municipality on a line of its own may be the report's: it is
// taken for an employer only where something says so. Pure.
#pragma once

#include "extractors/people_text.h"

#include <cstddef>
#include <optional>
#include <string>

namespace kompass {

struct Affiliation {
    std::string text;             ///< as printed
    std::string role, employer;   ///< of it; empty: not printed
    bool employer_unsure = false; ///< no rule knows it, or its name may go on
    bool role_unsure = false;     ///< the role may be of the next person, before whose name it stands
    bool below = false;           ///< it stands on a line below
    bool in_brackets = false;
    bool of_all = false;  ///< of all who are named before it: "båda SKL"
    std::size_t next = 0; ///< the token behind it
};

/// From the token behind a name on. `listed`: the name stands in a list of evaluators.
[[nodiscard]] std::optional<Affiliation> affiliation_at(const PeopleText& text, std::size_t i, bool listed);

/// What can be nothing but an employer, from a token on to its line's end.
[[nodiscard]] std::optional<Affiliation> employer_at(const PeopleText& text, std::size_t i);

/// Whether the report's organisation of evaluations is meant: it stands for all who are named before it.
[[nodiscard]] bool is_publisher(const std::string& employer, const rules::RuleSet& rules);

} // namespace kompass
