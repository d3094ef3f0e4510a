// The lines of a page, from its words.
//
// Words of one baseline make a line, from left to right; a large figure beside small lines is a line of its
// own. Order: top to bottom.
#pragma once

#include "model/block.h"
#include "model/document.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace kompass::layout {

/// Words that stand together; a wide gap parts segments of a line.
struct Segment {
    std::vector<Word> words;
    Box box;
    std::string text;
};

struct TextLine {
    std::vector<Word> words; ///< left to right; never empty
    Box box;
    std::string text;
    int page = 0;
    double size = 0; ///< the commonest font size, points
    bool bold = false;

    [[nodiscard]] Place place() const { return {page, box}; }
    /// From a text layer; an OCR estimates it.
    [[nodiscard]] bool has_exact_type() const {
        return std::all_of(words.begin(), words.end(), [](const Word& word) { return word.confidence == 1; });
    }
    /// Parted wherever the gap between words is wider than `ems` times the font size.
    [[nodiscard]] std::vector<Segment> segments(double ems) const;
    /// How many segments there are, without making them.
    [[nodiscard]] std::size_t segment_count(double ems) const;
};

[[nodiscard]] std::vector<TextLine> text_lines(const Page& page);

/// A line of these words (sorted here). `words` is not empty.
[[nodiscard]] TextLine line_of(std::vector<Word> words, int page);

[[nodiscard]] Segment segment_of(std::vector<Word> words);

/// White space between the lines in points: from the upper one's foot to the lower one's head; negative if
/// they overlap.
[[nodiscard]] inline double gap_between(const TextLine& upper, const TextLine& lower) {
    return lower.box.y0 - upper.box.y1;
}

/// White space in points before a word that is not the line's first.
[[nodiscard]] inline double gap_before(const TextLine& line, std::size_t word) {
    return line.words[word].box.x0 - line.words[word - 1].box.x1;
}

/// White space in points that a line leaves up to `right` beside the next line's first word, had that been
/// set on it; negative if it does not fit.
[[nodiscard]] inline double room_for(const TextLine& next, const TextLine& line, double right) {
    return right - line.box.x1 - next.words.front().box.width();
}

/// The first word of what stands below a text, within its width: of the next line of its column, though lines
/// of another column may stand between. Null if it has more than `farthest` ems of white above, or the page
/// ends.
[[nodiscard]] const Word* first_word_below(const std::vector<TextLine>& lines, std::size_t at,
                                           const Box& text, double farthest);

/// Ems of white between the lines of running text: the median where a line goes on in lower case below. 0 if
/// nothing does.
[[nodiscard]] double line_gap(const std::vector<TextLine>& lines);

/// What running text is set in, points: the largest size that much of the text has. Tables and notes may be
/// smaller, headings are larger.
[[nodiscard]] double body_size(const std::vector<TextLine>& lines);

} // namespace kompass::layout
