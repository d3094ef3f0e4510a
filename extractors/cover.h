// The front of a report, from the cover to where running text begins, as one text; and the lines at pages'
// edges. Layout joins lines to blocks and drops running heads; what stands in them is found here.
//
// Lines are parted by '\n'. Some sources print a whole page on one line, so nobody may count on the line
// ends. Pure.
#pragma once

#include "extractors/legible.h"
#include "model/document.h"
#include "rules/rule_set.h"

#include <string>
#include <string_view>
#include <vector>

namespace kompass {

/// The front, parted at the head of the list of contents. Both parts may be empty.
struct Front {
    std::string cover;
    std::string contents;         ///< and what stands below it
    std::vector<Respelt> respelt; ///< words of both that were read otherwise than they stand
};

[[nodiscard]] Front front_of(const Document& document, const rules::RuleSet& rules);

/// The text of the first two pages up to where running text begins. A subtitle that is one sentence does not
/// end it.
[[nodiscard]] std::string front_text(const Document& document, std::vector<Respelt>& respelt);

/// The lines of a text, without the blanks around them.
[[nodiscard]] std::vector<std::string> lines_in(std::string_view text);

/// The first and last lines of every page.
[[nodiscard]] std::vector<std::string> margin_lines(const Document& document);

} // namespace kompass
