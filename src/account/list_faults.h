// What speaks against the lists of findings of an area. Each gives a phrase for people, or nothing. Pure and
// thread safe.
#pragma once

#include "account/survey.h"
#include "model/account.h"

#include <string>

namespace kompass::account {

/// An area may have no weaknesses, and then no head of them. That is so where its other lists are whole,
/// with no room for a head in them, and no text of it is left over; of a transcript that cannot be seen.
[[nodiscard]] bool may_lack(const Survey& survey, const AreaView& view);

/// Lists that stand side by side run into each other: what is wrong with one is held against all.
[[nodiscard]] std::string fault_of_findings(const Survey& survey, const AreaView& view, PartKind kind);

} // namespace kompass::account
