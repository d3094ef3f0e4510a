// A proposal for rules/editions: an edition as archived reports print it, in the form of its rules file, for
// a person to accept.
//
// What a question's comment says is why it stands so: in how many reports of how many, and what else was
// printed. What is known already of the edition (its years, titles and their aliases) stays; what reports do
// not agree on is left out and told as a comment. Pure.
#pragma once

#include "enquiry/edition_lessons.h"
#include "rules/edition.h"

#include <string>

namespace kompass::publish {

/// `known` is null where the rules have no such edition. A question that fewer than `least` reports ask is
/// proposed as a comment only.
[[nodiscard]] std::string edition_file(const enquiry::EditionLessons& lessons, const rules::Edition* known,
                                       int least);

} // namespace kompass::publish
