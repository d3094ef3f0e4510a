// Which blocks belong to which area.
//
// An area begins with a heading that bears its number, its title or both, in any form ("Område 3 …", "3. …",
// "4.3 …", the title alone, the number on a line of its own above), and ends where the next begins, or a
// chapter: one whose title the rules know or, behind the last area, the next that the report numbers. A title
// that no edition knows takes its number from its place: the report sets its areas alike.
#pragma once

#include "model/block.h"
#include "rules/knowledge.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kompass {

/// Blocks [first, last): the first is the heading.
struct AreaSpan {
    int number = 0;
    std::string title;
    Places places; ///< of the heading
    std::size_t first = 0, last = 0;
    std::string rule{}; ///< id of the rule that knows the heading; empty: its title or place does
};

/// What every heading of an area heads, in order of print: in the areas' own chapter, above tables, in lists.
[[nodiscard]] std::vector<AreaSpan> headed_spans(const Blocks& blocks, const rules::Knowledge& knowledge);

/// The areas' spans in order of number; each area at most once.
[[nodiscard]] std::vector<AreaSpan> outline(const Blocks& blocks, const rules::Knowledge& knowledge);

/// The same where `headed`, the blocks' headed_spans, are known.
[[nodiscard]] std::vector<AreaSpan> outline(const Blocks& blocks, const std::vector<AreaSpan>& headed,
                                            const rules::Knowledge& knowledge);

/// The `headed` in other places than the spans', as in a chapter of all areas' findings: runs of all eight in
/// order.
[[nodiscard]] std::vector<std::vector<AreaSpan>> other_series(const std::vector<AreaSpan>& headed,
                                                              const std::vector<AreaSpan>& spans);

/// The area whose title the text is, with or without a number before it that fits; 0 if none.
[[nodiscard]] int area_named_in(std::string_view text, const rules::Knowledge& knowledge);

/// The area that a heading or a caption names, whatever kind of block it is; 0 if none.
[[nodiscard]] int area_named_by(const Block& block, const rules::Knowledge& knowledge);

} // namespace kompass
