// The lines of a report as tables of figures are read: number, wording, figures, from left to right.
//
// Reports set such rows in other orders and dresses, which a person sees through: figures before the
// question, or some on either side of it; each figure behind a name of its own ("Uppnått: 13  Max: 15"); the
// area in a tall cell beside its rows. Here words are moved so that all of them look like one kind of table;
// where each stands on the page is kept. What is moved depends on what lines have in common, never on one
// line alone. Lines that are no such rows stay as they are. Pure; thread safe.
#pragma once

#include "layout/hints.h"
#include "layout/text_line.h"

#include <cstddef>
#include <utility>
#include <vector>

namespace kompass::layout {

struct RowLineSource {
    TextLine line;          ///< with the words where the table is read
    std::size_t source = 0; ///< its index among the report's lines
    /// Of words that were moved: where they stand here, and on the page.
    std::vector<std::pair<Box, Box>> moved{};
    std::vector<Word> names{};  ///< that stood beside the line's figures; each stands over its figure here
    std::vector<Word> beside{}; ///< words of a cell beside the rows, taken off

    /// Where the box of a word or of several stands on the page.
    [[nodiscard]] Box on_page(const Box& box) const;
    /// Where the line's words stand on the page.
    [[nodiscard]] Place place() const;
};

/// The lines of a report, some of them re-set; one that held only a part of a cell beside the rows, or heads
/// of one row alone, is gone.
class RowLines {
public:
    RowLines(const std::vector<TextLine>& lines, const Hints& hints);

    [[nodiscard]] const std::vector<TextLine>& lines() const { return lines_; }
    [[nodiscard]] const RowLineSource& operator[](std::size_t at) const { return sources_[at]; }

    /// The first line that comes from the report's line `source` or one after it.
    [[nodiscard]] std::size_t from_source(std::size_t source) const;
    /// The report's line from which line `at` comes; one past its last for one past the last.
    [[nodiscard]] std::size_t source_of(std::size_t at) const;

private:
    std::vector<RowLineSource> sources_;
    std::vector<TextLine> lines_;
    std::size_t source_count_ = 0;
};

/// Takes the words of a line at the indices in `which` off; the line keeps others.
[[nodiscard]] std::vector<Word> take_words(TextLine& line, const std::vector<bool>& which);

/// The words, of one line, are cells of figures and nothing else: "385 av 800", "65 %". Not empty.
[[nodiscard]] bool are_cells_of_figures(std::vector<Word> words, int page);

/// How far apart the words of one cell and those of the next stand at least, ems.
inline constexpr double kBetweenRowCells = 0.8;

} // namespace kompass::layout
