// The front of a report, from the cover to where running text begins, as one text; and the lines at pages'
// edges. Layout joins lines to blocks and drops running heads; what stands in them is found here.
//
// Lines are parted by '\n'. Some sources print a whole page on one line, so nobody may count on the line
// ends. Pure.
#pragma once

#include "extractors/legible.h"
#include "model/block.h"
#include "model/document.h"
#include "rules/rule_set.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kompass {

/// Where the lines of a front stand.
class FrontPlaces {
public:
    /// A line that is about to be added to the end of the text.
    void add(std::size_t begin, const Place& place) { lines_.push_back({begin, place}); }
    /// The text is whole.
    void set_text(std::string text) { text_ = std::move(text); }

    /// Of what was found in the front, without the white space around it. None if it does not stand there as
    /// it is: something was taken out of its middle.
    [[nodiscard]] Places of(std::string_view printed) const;

private:
    struct Line {
        std::size_t begin = 0;
        Place place;
    };
    std::string text_;
    std::vector<Line> lines_;
};

/// The front, parted at the head of the list of contents. Both parts may be empty.
struct Front {
    std::string cover;
    std::string contents;         ///< and what stands below it
    std::vector<Respelt> respelt; ///< words of both that were read otherwise than they stand
    FrontPlaces places;           ///< of the lines of both
};

[[nodiscard]] Front front_of(const Document& document, const rules::RuleSet& rules);

/// The text of the first two pages up to where running text begins. A subtitle that is one sentence does not
/// end it.
[[nodiscard]] std::string front_text(const Document& document, std::vector<Respelt>& respelt,
                                     FrontPlaces& places);

/// The lines of a text, without the blanks around them.
[[nodiscard]] std::vector<std::string> lines_in(std::string_view text);

/// The first and last lines of every page.
[[nodiscard]] std::vector<SourceLine> margin_lines(const Document& document);

} // namespace kompass
