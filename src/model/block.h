// A report as a run of blocks: what `layout` gives and the extractors take.
//
// Whatever the source (drawn tables, tables without rules, lines an OCR left), the same thing comes out as
// the same block. Texts are joined over line ends (hyphenation undone) and have no bullets.
#pragma once

#include "model/place.h"

#include <cmath>
#include <string>
#include <vector>

namespace kompass {

enum class BlockKind { heading, paragraph, list_item, table };

/// A line as it was read, before joining. Kept because some decisions need to see where lines broke.
struct SourceLine {
    std::string text;
    Place place;
    bool gap_before = false; ///< a blank line or a wide gap stands above
    bool guessed = false;    ///< where it begins and ends was guessed: its text has lost its lines
};

struct TableCell {
    std::string text;               ///< joined; list items separated by '\n'
    std::vector<std::string> items; ///< the list items, where the cell holds a list
    Places places;
    std::vector<Places> item_places;     ///< parallel to items
    double confidence = 1;               ///< of a figure, 0 to 1; 1 where nothing says that it is unsure
    std::vector<std::string> readings{}; ///< further readings of an unsure figure, best first
};

using TableRow = std::vector<TableCell>;

/// Rows of equally many cells. `figures` counts the columns at the right that hold figures (0: a table of
/// texts); such rows have a label and a wording before them (figure_row.h).
struct Table {
    std::vector<TableRow> rows;
    int figures = 0;
    bool has_head = false; ///< the first row holds the columns' heads
};

struct Block {
    BlockKind kind = BlockKind::paragraph;
    std::string text; ///< empty for tables
    std::vector<SourceLine> lines;
    Places places;
    double font_size = 0;   ///< points; 0 where unknown
    bool exact_type = true; ///< false: an OCR estimated the size
    bool bold = false;
    bool certain = true; ///< false: layout had to guess (which column, where an item ends)
    Table table;         ///< only for tables
};

using Blocks = std::vector<Block>;

/// In type of one size, as far as that is known; emphasis by half a grade (10.5 on 10 points) is none.
[[nodiscard]] inline bool are_set_alike(const Block& a, const Block& b) {
    constexpr double half_a_grade = 0.1; // of the size
    if (!a.exact_type || !b.exact_type || a.font_size == 0 || b.font_size == 0) return true;
    return std::abs(a.font_size - b.font_size) <= half_a_grade * b.font_size;
}

} // namespace kompass
