// From pages of words or lines to blocks: headings, paragraphs, list items, tables.
//
// Running heads, feet and page numbers are dropped; tables are found from the geometry of words (columns of
// figures, aligned left edges) or, in transcripts, from lines with figures; hyphens at line ends are undone.
// What layout must be told of the reports' own words is in Hints. Pure and thread safe.
#pragma once

#include "model/block.h"
#include "model/document.h"

#include <functional>
#include <string_view>

namespace kompass::layout {

/// What the words of a line mean, told by the rules. Each takes the line's text.
struct Hints {
    /// The line heads a column of findings ("Styrkor") or of a box ("Rubriker", "Poäng").
    std::function<bool(std::string_view)> is_column_head;
    /// The line heads a figure column ("Uppnått", "Max", "Procent").
    std::function<bool(std::string_view)> is_figure_head;
    /// The line begins a section whatever it looks like ("Område 3 …", "4.3.4 Kommentar").
    std::function<bool(std::string_view)> is_section_head;
    /// The line is a running head or foot ("Sveriges Kommuner och Landsting 2019-02-08 19 (34)").
    std::function<bool(std::string_view)> is_running_head;
    /// A phrase that ends like this goes on ("… bland annat via").
    std::function<bool(std::string_view)> is_unfinished;
};

[[nodiscard]] Blocks layout(const Document& document, const Hints& hints);

} // namespace kompass::layout
