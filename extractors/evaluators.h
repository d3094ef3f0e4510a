// Evaluators: persons with role and employer, in the forms of covers, from a text whose line ends may be
// lost.
//
// A person's name is two to four words that begin with a capital, over a line end too; a role or an employer
// may follow (affiliation.h). Persons stand in lists, parted by commas, "och", "i samarbete med", line ends
// or nothing; an employer behind the last may be that of several. A list speaks of evaluators if a label says
// so, if one of its persons has a role or an employer, or if it is two names and stands alone. No name is cut
// in silence: what may be cut off or run together makes its list doubtful. Pure.
#pragma once

#include "rules/knowledge.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kompass {

struct Person {
    std::string name;
    std::string affiliation{};    ///< role, employer or both, as printed; empty if none is
    std::string role{};           ///< of the affiliation; empty: not printed
    std::string employer{};       ///< of it, or of another's who shares it; empty: none was read
    std::optional<int> year{};    ///< of the evaluation, where a label tells it: "Utvärdering 2014:"
    bool unsure = false;          ///< the name may be cut, or be two
    bool role_unsure = false;     ///< it may be the next person's
    bool employer_unsure = false; ///< it may be another's alone, or none, or not wholly read

    bool operator==(const Person&) const = default;
};

/// Persons that stand together.
struct PeopleList {
    std::vector<Person> persons;
    std::size_t begin = 0, end = 0; ///< where it stands in the text
    bool sure = false;              ///< a label, an employer or its form says that they are evaluators
    bool labelled = false;          ///< a label says so
    bool opens_line = false;        ///< and ends where a line or a clause does
    bool other_label = false;       ///< a label that no rule knows stands before it or above
    bool of_others = false;         ///< "Foto:" or the like does: none of them is an evaluator
    bool in_sentence = false;       ///< of running text: what it says of them is told elsewhere
    std::string label_rule{};       ///< the id of the rule of that label; empty: no label
    bool guessed = false;           ///< a name is made of words on two lines, which may be of two things
};

[[nodiscard]] std::vector<PeopleList> people_in(std::string_view text, const rules::Knowledge& knowledge);

/// The list that begins where `text` does, behind a label; empty if there is none.
[[nodiscard]] PeopleList people_at_head(std::string_view text, const rules::Knowledge& knowledge);

/// "Anna Berg, SKL"
[[nodiscard]] std::string described(const Person& person);

} // namespace kompass
