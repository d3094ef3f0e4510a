#include "layout/figure_table.h"

#include "layout/hyphenation.h"
#include "layout/measures.h"
#include "layout/row_assembly.h"
#include "model/figure_row.h"
#include "model/median.h"
#include "model/printed_figures.h"
#include "model/printed_tokens.h"
#include "text/tokens.h"
#include "text/unicode.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>
#include <utility>

namespace kompass::layout {

namespace {

struct Interval {
    double x0 = 0, x1 = 0;

    [[nodiscard]] bool near(const Box& box, double slack) const {
        return box.x0 <= x1 + slack && box.x1 >= x0 - slack;
    }
    void widen(const Box& box) {
        x0 = std::min(x0, box.x0);
        x1 = std::max(x1, box.x1);
    }
};

// Lengths in ems: multiples of the size of the type in which the row is set.

/// How far a figure may stand from its column's other figures: less than the gutters between columns.
constexpr double kColumnSlack = 0.5;

/// Words of one cell, "7 av 15" or "65 %", stand nearer than cells do; a figure and the text before it may
/// stand a little nearer than figures among themselves.
constexpr double kCellGap = 0.8;
constexpr double kTextGap = 0.5;

/// How far beyond its column's edge a word may reach: what boxes err.
constexpr double kEdgeSlack = 0.3;

/// How far a text column's lines may be indented: by an em, and what boxes err.
constexpr double kMostIndent = 1.2;

/// Labels stand left, centred or right in their column, and a third of them have a digit more.
constexpr double kLabelSlack = 0.6;

/// Heads are wider than the figures below: by their middle they stand over a column if that is nearer than
/// three letters.
constexpr double kHeadSlack = 1.4;

/// The words of a head begin at most so far before the first column of figures: half a long word that stands
/// centred over it.
constexpr double kHeadReach = 6;

/// White above a line of a row: as much as two spaced lines have, less than a blank line and its white.
constexpr double kMostWithinRow = 1.2;

/// White above a line that goes on below the last figures: no more than between the lines of one paragraph.
constexpr double kMostBelowLast = 0.35;

/// White between the name of sums and the figures below it: a line of heads may have stood there, which is
/// taken out.
constexpr double kMostBelowName = 2.6;

/// Where boxes are asked whether they are the same, what computing them errs.
constexpr double kRounding = 0.01;

/// Lines of a table's title and head, which the next page may repeat.
constexpr std::size_t kLongestHead = 5;

/// Lines of a question in a narrow column.
constexpr std::size_t kLongestRow = 6;

/// "2012", also with the star of a note.
bool is_year(std::string_view text) {
    text.remove_suffix(text.size() - (text.find_last_not_of('*') + 1));
    return printed::year(text).has_value();
}

/// Words [first, last) as one.
Word cell_word(const TextLine& line, std::size_t first, std::size_t last) {
    Word cell = line.words[first];
    for (std::size_t i = first + 1; i < last; ++i) {
        const auto& word = line.words[i];
        const bool sign = word.text == "%";
        cell.text += (sign ? "" : " ") + word.text;
        cell.box = cell.box.united(word.box);
        cell.confidence = std::min(cell.confidence, word.confidence);
        if (!sign) cell.readings.clear();
    }
    if (cell.text.ends_with('%'))
        for (auto& reading : cell.readings)
            if (!reading.ends_with('%')) reading += '%';
    return cell;
}

/// The gap by which a figure stands apart from the text before it: wider than the blanks of that text.
double text_gap(const TextLine& line, std::size_t end) {
    constexpr std::size_t enough = 3; // gaps: fewer may all be wide by chance
    constexpr double wider = 1.6;     // times the middle gap: justified lines stretch their blanks by less
    constexpr double least = 0.3;     // ems: a blank, which tightly set text has less than
    std::vector<double> gaps;
    for (std::size_t i = 1; i + 1 < end; ++i)
        gaps.push_back(gap_before(line, i));
    if (gaps.size() < enough) return kTextGap * line.size;
    return std::min(kTextGap * line.size, std::max(wider * median(std::move(gaps)), least * line.size));
}

/// The first of the words before `end` that make one cell of figures; `end` if they are none. A percent sign
/// may stand apart from its figure.
std::size_t cell_start(const TextLine& line, std::size_t end) {
    std::size_t run = end - 1;
    while (run > 0 && (gap_before(line, run) < kCellGap * line.size || line.words[run].text == "%"))
        --run;
    for (std::size_t first = run; first < end; ++first) {
        const bool apart = first == run || gap_before(line, first) >= text_gap(line, first);
        if (!apart || printed::figures(cell_word(line, first, end).text).empty()) continue;
        // Figures that stand as near as words are no columns.
        if (first > run && printed::figure(line.words[first - 1].text)) return end;
        return first;
    }
    return end;
}

/// The cells of figures at the right end of a line.
std::vector<Word> trailing_figures(const TextLine& line) {
    std::vector<Word> figures;
    for (std::size_t end = line.words.size(); end > 0;) {
        const auto first = cell_start(line, end);
        if (first == end) break;
        figures.push_back(cell_word(line, first, end));
        end = first;
    }
    std::reverse(figures.begin(), figures.end());
    return figures;
}

bool columns_fit(const std::vector<Interval>& columns, const std::vector<Word>& figures, double size) {
    if (columns.size() != figures.size()) return false;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (!columns[i].near(figures[i].box, kColumnSlack * size)) return false;
    return true;
}

/// The figures of a row that lacks some, each in the column it stands in (no text where one is missing);
/// empty if one stands in none.
std::vector<Word> in_columns(const std::vector<Interval>& columns, const std::vector<Word>& figures,
                             double size) {
    std::vector<Word> row;
    for (const auto& figure : figures) {
        while (row.size() < columns.size() && !columns[row.size()].near(figure.box, kColumnSlack * size))
            row.emplace_back();
        if (row.size() == columns.size()) return {};
        row.push_back(figure);
    }
    if (!row.empty()) row.resize(columns.size());
    return row;
}

std::vector<Interval> columns_of(const std::vector<Word>& figures) {
    std::vector<Interval> columns;
    columns.reserve(figures.size());
    for (const auto& figure : figures)
        columns.push_back({figure.box.x0, figure.box.x1});
    return columns;
}

/// The whole number in a column of its own with which the line begins.
std::optional<int> count_at(const TextLine& line) {
    constexpr int most_rows = 15; // an area has at most ten questions
    if (line.words.size() < 2 || gap_before(line, 1) < kTextGap * line.size) return std::nullopt;
    auto token = line.words.front().text;
    if (token.ends_with('.') || token.ends_with(')')) token.pop_back();
    const auto figure = printed::figure(token);
    if (!figure || figure->percent || !figure->value.is_whole()) return std::nullopt;
    if (figure->value < 1 || figure->value > most_rows) return std::nullopt;
    return static_cast<int>(figure->value.whole());
}

/// The number of the row that the line begins, empty if it begins none.
std::string label_of(const TextLine& line, Numbering numbering) {
    if (numbering == Numbering::of_questions) return printed::question_number(line.words.front().text);
    if (numbering == Numbering::none) return {};
    const auto number = count_at(line);
    return number ? std::to_string(*number) : std::string();
}

bool has_label(const TextLine& line, Numbering numbering) {
    return !label_of(line, numbering).empty();
}

/// Figures that stand on a line of their own, between the lines of their text, are no labels.
bool stand_in_one_column(const TextLine& line, const TextLine& labelled) {
    return std::abs(line.box.x0 - labelled.box.x0) < kColumnSlack * labelled.size;
}

/// How the rows are numbered, of which the first stands on line `at`: one that begins with 1 counts if the
/// next counts on, in the same column.
Numbering numbering_at(const std::vector<TextLine>& lines, std::size_t at) {
    if (!printed::question_number(lines[at].words.front().text).empty()) return Numbering::of_questions;
    if (count_at(lines[at]) != 1) return Numbering::none;
    std::size_t last = at + kLongestRow;
    for (std::size_t i = at + 1; i < lines.size() && i <= last; ++i) {
        if (lines[i].page != lines[i - 1].page) last += kLongestHead;
        if (!printed::question_number(lines[i].words.front().text).empty()) break;
        const auto number = count_at(lines[i]);
        if (!number || !stand_in_one_column(lines[i], lines[at])) continue;
        return number == 2 ? Numbering::counted : Numbering::none;
    }
    return Numbering::none;
}

/// The left edge of a row's text, behind its label.
std::optional<double> text_left_of(const TextLine& line, double first_figure) {
    const bool label = has_label(line, Numbering::of_questions);
    const std::size_t skip = label || printed::is_table_number(line.words.front().text) ? 1 : 0;
    if (line.words.size() <= skip) return std::nullopt;
    const auto& word = line.words[skip];
    if (word.box.x0 >= first_figure) return std::nullopt;
    return word.box.x0;
}

/// A line of text within the text column: a part of a wrapped cell.
bool fits_text_column(const TextLine& line, double text_left, double first_figure) {
    const double slack = kEdgeSlack * line.size;
    return line.box.x0 >= text_left - slack && line.box.x0 <= text_left + kMostIndent * line.size &&
           line.box.x1 <= first_figure + slack;
}

bool reaches_figures(const Word& word, const TextLine& line, double first_figure) {
    return word.box.x1 > first_figure - measures::aligned * line.size;
}

/// The word is over the figure columns, or centred over the first and wider than that.
bool stands_over_figures(const Word& word, const TextLine& line, double first_figure) {
    return reaches_figures(word, line, first_figure) && word.box.x0 > first_figure - kHeadReach * line.size;
}

/// "Visionen följs upp varje år" beside a head reads like "Upp-" over "nått": two words or more stand before
/// it, none of which heads figures.
bool is_within_phrase(const TextLine& line, std::size_t word, const Hints& hints) {
    constexpr std::size_t phrase = 2; // words: "Antal poäng" has one
    if (!unicode::starts_with_lower(line.words[word].text)) return false;
    std::size_t before = 0;
    for (auto w = word; w > 0 && gap_before(line, w) < kCellGap * line.size; --w, ++before)
        if (hints.is_figure_head(line.words[w - 1].text)) return false;
    return before >= phrase;
}

/// The segment of a line that stands over a column of figures by its middle, if any does.
bool stands_over(const Segment& segment, const std::vector<Interval>& columns, double size) {
    const double slack = kHeadSlack * size;
    const double middle = (segment.box.x0 + segment.box.x1) / 2;
    return std::any_of(columns.begin(), columns.end(), [&](const Interval& column) {
        return middle > column.x0 - slack && middle < column.x1 + slack;
    });
}

/// The left edge of what heads the figure columns, by its place alone: two texts at least stand apart over
/// them, and none reaches into them from the left.
std::optional<double> heads_by_place(const TextLine& line, const std::vector<Interval>& columns) {
    std::optional<double> left;
    int heads = 0;
    for (const auto& segment : line.segments(kCellGap)) {
        if (stands_over(segment, columns, line.size)) {
            if (!printed::figures(segment.text).empty()) return std::nullopt;
            left = left.value_or(segment.box.x0);
            ++heads;
        } else if (left || segment.box.x1 > columns.front().x0) {
            return std::nullopt;
        }
    }
    return heads >= 2 ? left : std::nullopt;
}

/// A line of the table's head: over the figure columns nothing but heads or years.
bool is_head_line(const TextLine& line, const std::vector<Interval>& columns, const Hints& hints) {
    if (heads_by_place(line, columns)) return true;
    const double first_figure = columns.front().x0;
    for (std::size_t w = 0; w < line.words.size(); ++w) {
        const auto& word = line.words[w];
        if (!stands_over_figures(word, line, first_figure)) continue;
        // The sign of a figure heads nothing.
        if (w > 0 && word.text == "%" && printed::figure(line.words[w - 1].text)) continue;
        if (is_year(word.text)) return true;
        if (hints.is_figure_head(word.text) && !is_within_phrase(line, w, hints)) return true;
    }
    return false;
}

/// Overleaf, the line reads like one of those above the first row: its title and head come again.
bool stands_above(const std::vector<TextLine>& lines, std::size_t first_row, const TextLine& line) {
    if (line.page == lines[first_row].page || !trailing_figures(line).empty()) return false;
    for (auto i = first_row; i > 0 && i + kLongestHead > first_row; --i)
        if (lines[i - 1].text == line.text) return true;
    return false;
}

/// Where a table may begin: its first numbered or figured line, and the figures that tell its columns.
struct Seed {
    std::size_t line = 0;
    Numbering numbering = Numbering::none;
    std::vector<Word> figures;
};

/// Two figures at least, and no head of years.
bool tells_columns(const std::vector<Word>& figures) {
    std::size_t count = 0;
    for (const auto& figure : figures)
        for (const auto& part : printed::figures(figure.text))
            count += part.dash ? 0 : 1;
    return count >= 2 &&
           !std::all_of(figures.begin(), figures.end(), [](const Word& f) { return is_year(f.text); });
}

/// A numbered row's figures stand on its own line or on one of the next few; an unnumbered row's on its own.
std::optional<Seed> seed_at(const std::vector<TextLine>& lines, std::size_t at) {
    const auto numbering = numbering_at(lines, at);
    const bool numbered = numbering != Numbering::none;
    for (std::size_t i = at; i < lines.size() && i < at + (numbered ? kLongestRow : 1); ++i) {
        if (i > at && has_label(lines[i], numbering) && stand_in_one_column(lines[i], lines[at])) break;
        auto figures = trailing_figures(lines[i]);
        if (tells_columns(figures)) return Seed{at, numbering, std::move(figures)};
    }
    return std::nullopt;
}

/// Grows a region line by line downwards.
class Region {
public:
    Region(const std::vector<TextLine>& lines, const Seed& seed, const Hints& hints)
        : lines_(lines), hints_(hints), columns_(columns_of(seed.figures)), first_(seed.line),
          body_(seed.line), last_(seed.line), seed_(seed.line), numbering_(seed.numbering),
          labelled_(seed.numbering != Numbering::none) {
        label_left_ = lines[first_].box.x0;
    }

    void grow() {
        const bool numbered = labelled_ || printed::is_table_number(lines_[seed_].words.front().text);
        inline_labels_ = numbered && label_is_inline(lines_[seed_]);
        while (last_ < lines_.size() && !closed_ && takes(lines_[last_]))
            ++last_;
        drop_loose_end();
    }

    /// Takes in the head and the text lines of the first row that stand above its number and figures.
    void grow_up(std::size_t limit) {
        while (first_ > limit && is_row_with_gaps(first_ - 1))
            body_ = seed_ = --first_;
        std::size_t top = first_;
        while (top > limit && fits_text(lines_[top - 1]) && adjacent(top - 1, top) &&
               !is_head_line(lines_[top - 1], columns_, hints_))
            --top;
        if (is_title_below_head(top, limit)) title_ = --top;
        const auto head = head_above(top, limit);
        if (head < top || text_is_apart()) body_ = top;
        while (head < top && body_ < seed_ && is_title_rest(body_))
            ++body_;
        first_ = head < top ? head : body_;
    }

    [[nodiscard]] bool enough() const {
        constexpr int rows_of_table = 3;        // two may stand below each other by chance,
        constexpr int rows_with_labels = 2;     // but not numbered,
        constexpr std::size_t many_columns = 4; // nor with so many figures each
        return rows_ >= rows_of_table ||
               (rows_ >= rows_with_labels && (labelled_ || columns_.size() >= many_columns));
    }

    [[nodiscard]] FigureRegion result() const {
        FigureRegion region{first_, body_, last_, {}, {}, text_left(), numbering_, strangers_, title_, sums_};
        for (const auto& column : columns_) {
            region.column_starts.push_back(column.x0);
            region.column_edges.push_back(column.x1);
        }
        return region;
    }

private:
    /// A row above the first that tells the columns: for some of its figures a dash stands in them.
    [[nodiscard]] bool is_row_with_gaps(std::size_t at) const {
        const auto& line = lines_[at];
        return !labelled_ && adjacent(at, at + 1) && !is_head_line(line, columns_, hints_) &&
               columns_fit(columns_, trailing_figures(line), line.size);
    }

    /// A line between the head's first and the first row that wraps from the title, not into the row.
    [[nodiscard]] bool is_title_rest(std::size_t i) const {
        const auto& above = lines_[i - 1];
        if (lines_[i].page != above.page) return false;
        std::string title;
        for (const auto& word : above.words)
            if (!reaches_figures(word, above, columns_.front().x0)) title = word.text;
        if (ends_hyphenated(title)) return true;
        if (lines_[i].bold != lines_[seed_].bold) return lines_[i].bold;
        return gap_between(above, lines_[i]) + measures::trifle * lines_[i].size <
               gap_between(lines_[i], lines_[i + 1]);
    }

    /// The line above `top` is a row of its own, left of the figures, between the head and the first row.
    [[nodiscard]] bool is_title_below_head(std::size_t top, std::size_t limit) const {
        if (top < limit + 2) return false;
        const auto& line = lines_[top - 1];
        return line.page == lines_[top].page && adjacent(top - 2, top - 1) && adjacent(top - 1, top) &&
               !is_head_line(line, columns_, hints_) &&
               line.box.x1 < columns_.front().x0 + kEdgeSlack * line.size &&
               is_head_line(lines_[top - 2], columns_, hints_);
    }

    /// The first line of the head that stands above `top`, or `top`: heads of figure columns, and above them
    /// the lines of a title that wraps.
    [[nodiscard]] std::size_t head_above(std::size_t top, std::size_t limit) const {
        constexpr std::size_t most_head_lines = 3; // of words broken over narrow columns
        constexpr std::size_t most_title_lines = 2;
        std::size_t head = top;
        std::size_t foot = top; // of the head: the page before may end with the same one
        while (head > limit && head + most_head_lines > foot &&
               is_head_line(lines_[head - 1], columns_, hints_)) {
            --head;
            if (head > limit && lines_[head - 1].page != lines_[head].page) foot = head;
        }
        if (head == top) return top;
        // A head that bears the table's number has its title in its own line.
        if (is_numbered_title(lines_[head])) return head;
        // At the foot of the page before, a number is a list's.
        const auto is_title = [&](const TextLine& line) {
            return line.page == lines_[head].page && is_numbered_title(line) &&
                   line.box.x1 < columns_.front().x0 + kEdgeSlack * line.size;
        };
        for (std::size_t up = 1; up <= most_title_lines && head >= limit + up; ++up)
            if (is_title(lines_[head - up]) && adjacent(head - up, head)) return head - up;
        return head;
    }

    [[nodiscard]] bool is_numbered_title(const TextLine& line) const {
        return printed::is_table_number(line.words.front().text) && stands_as_label(line);
    }

    /// Figures alone may look like a count, but do not stand where the counts do.
    [[nodiscard]] bool is_label(const TextLine& line) const {
        return has_label(line, numbering_) && (numbering_ != Numbering::counted || stands_as_label(line));
    }

    [[nodiscard]] bool stands_as_label(const TextLine& line) const {
        return std::abs(line.box.x0 - label_left_) <= kLabelSlack * line.size;
    }

    /// The rows' texts begin behind their labels, not below them.
    [[nodiscard]] bool text_is_apart() const {
        return text_left() > label_left_ + kEdgeSlack * lines_[seed_].size;
    }

    [[nodiscard]] double text_left() const {
        return inline_labels_ ? label_left_ : text_left_.value_or(label_left_);
    }

    /// The number stands in the text's own column, as near to it as words are.
    [[nodiscard]] static bool label_is_inline(const TextLine& line) {
        return line.words.size() > 1 && gap_before(line, 1) < kTextGap * line.size;
    }

    [[nodiscard]] bool adjacent(std::size_t upper, std::size_t lower) const {
        if (lines_[upper].page != lines_[lower].page) return true;
        return gap_between(lines_[upper], lines_[lower]) < kMostWithinRow * lines_[lower].size;
    }

    /// Whether the line belongs to the table; notes what it tells of the columns.
    bool takes(const TextLine& line) {
        if (is_set_larger(line)) return false;
        const auto figures = trailing_figures(line);
        adopt_columns(figures);
        const bool figured = columns_fit(columns_, figures, line.size);
        if (labelled_ && is_label(line)) return take_numbered(line, figured, figures);
        if (figured) return take_figured(line, figures);
        if (const auto placed = in_columns(columns_, figures, line.size);
            rows_ > 0 && figures.size() * 2 >= columns_.size() && !placed.empty())
            return take_figured(line, placed);
        if (names_sums(line)) {
            sums_ = last_;
            return true;
        }
        if (!goes_on(line) || is_set_smaller(line)) return is_stranger(line);
        if (text_is_unknown()) (labelled_ ? text_left_.emplace() : label_left_) = line.box.x0;
        return true;
    }

    /// A text set like the rows, with nothing but the columns' figures below it.
    [[nodiscard]] bool names_sums(const TextLine& line) const {
        if (!labelled_ || waiting_ || rows_ == 0 || !stands_as_label(line)) return false;
        if (!fits_text_column(line, label_left_, columns_.front().x0)) return false;
        const auto i = last_ + 1;
        if (i == lines_.size() || lines_[i].page != line.page ||
            gap_between(line, lines_[i]) > kMostBelowName * line.size)
            return false;
        const auto figures = trailing_figures(lines_[i]);
        return columns_fit(columns_, figures, lines_[i].size) &&
               lines_[i].words.front().box.x0 >= figures.front().box.x0 - kRounding * lines_[i].size;
    }

    /// A row with more figures than the first one had shows that cells of that were empty.
    void adopt_columns(const std::vector<Word>& figures) {
        constexpr int first_rows = 2; // later ones find the columns made up
        if (figures.size() <= columns_.size() || rows_ > first_rows) return;
        auto columns = columns_of(figures);
        std::size_t known = 0;
        for (auto& column : columns)
            for (const auto& old : columns_)
                if (old.near({column.x0, 0, column.x1, 0}, kColumnSlack * lines_[seed_].size)) {
                    column = {std::min(column.x0, old.x0), std::max(column.x1, old.x1)};
                    ++known;
                }
        if (known == columns_.size()) columns_ = std::move(columns);
    }

    /// A heading with its own figures: the next area's points.
    [[nodiscard]] bool is_set_larger(const TextLine& line) const {
        return line.has_exact_type() && line.size > measures::heading_size * lines_[seed_].size;
    }

    /// A remark below a question, in smaller type than the rows.
    [[nodiscard]] bool is_set_smaller(const TextLine& line) const {
        constexpr double smaller =
            0.93; // of the rows' size: by a point of 12 at least; sizes are rounded by half a point
        return labelled_ && line.has_exact_type() && line.size < smaller * lines_[seed_].size &&
               !is_head_line(line, columns_, hints_);
    }

    /// A line that does not fit, between rows that do: a note, a stamp, a remark. It does not end the table.
    bool is_stranger(const TextLine& line) {
        constexpr std::size_t most_lines = 4; // of a note; what is longer is no part of the table
        if (!labelled_ || rows_ == 0 || hints_.is_section_head(line.text) ||
            is_head_line(line, columns_, hints_))
            return false;
        for (std::size_t i = last_ + 1; i < lines_.size() && i <= last_ + most_lines; ++i) {
            if (hints_.is_section_head(lines_[i].text) || is_head_line(lines_[i], columns_, hints_))
                return false;
            if (!has_label(lines_[i], numbering_) || !stands_as_label(lines_[i])) continue;
            if (!counts_on(lines_[i])) return false;
            if (!columns_fit(columns_, trailing_figures(lines_[i]), lines_[i].size)) return false;
            strangers_.push_back(last_);
            return true;
        }
        return false;
    }

    /// Where rows count 1, 2, 3, another table begins to count anew.
    [[nodiscard]] bool counts_on(const TextLine& line) const {
        return numbering_ != Numbering::counted || count_at(line).value_or(0) > number_;
    }

    bool take_numbered(const TextLine& line, bool figured, const std::vector<Word>& figures) {
        if (!stands_as_label(line) || !counts_on(line)) return false;
        const bool partly = !figured && !in_columns(columns_, figures, line.size).empty();
        if (!figured && !partly && line.box.x1 > columns_.front().x0 + kEdgeSlack * line.size) return false;
        if (line.words.size() > 1 && line.words[1].box.x0 < columns_.front().x0)
            text_left_ = std::min(text_left_.value_or(line.words[1].box.x0), line.words[1].box.x0);
        if (numbering_ == Numbering::counted) number_ = *count_at(line);
        waiting_ = !figured && !partly;
        if (partly) {
            ++rows_;
            last_figures_ = last_;
        }
        if (figured) note(figures);
        return true;
    }

    bool take_figured(const TextLine& line, const std::vector<Word>& figures) {
        if (labelled_ && hints_.is_section_head(line.text)) return false;
        const auto first =
            std::find_if(figures.begin(), figures.end(), [](const Word& f) { return !f.text.empty(); });
        const bool only_figures = line.words.front().box.x0 >= first->box.x0 - kRounding * line.size;
        // Figures of no row that waits for them are the sums.
        closed_ = labelled_ && !waiting_ && only_figures;
        waiting_ = false;
        if (!labelled_) {
            label_left_ = std::min(label_left_, line.box.x0);
            if (const auto left = text_left_of(line, first->box.x0))
                text_left_ = std::min(text_left_.value_or(*left), *left);
        }
        note(figures);
        return true;
    }

    void note(const std::vector<Word>& figures) {
        ++rows_;
        last_figures_ = last_;
        for (std::size_t i = 0; i < columns_.size(); ++i)
            if (!figures[i].text.empty()) columns_[i].widen(figures[i].box);
    }

    /// A line without figures that still belongs: wrapped text, or the head repeated after a page break.
    [[nodiscard]] bool goes_on(const TextLine& line) const {
        if (hints_.is_prose_head(line.text)) return false;
        if (last_ == first_) return true;
        const bool new_page = line.page != lines_[last_ - 1].page;
        if (may_be_repeated(line)) return new_page || follows_repeated_head();
        return (adjacent(last_ - 1, last_) || opens_row_below(last_)) && fits_text(line);
    }

    /// Rows may stand far apart: the text above a row's number and figures, close to them.
    [[nodiscard]] bool opens_row_below(std::size_t at) const {
        if (!labelled_) return false;
        for (auto i = at + 1; i < lines_.size() && i <= at + kLongestRow; ++i) {
            const auto& line = lines_[i];
            if (line.page != lines_[at].page || gap_between(lines_[i - 1], line) > kMostBelowLast * line.size)
                return false;
            if (is_label(line))
                return counts_on(line) && columns_fit(columns_, trailing_figures(line), line.size);
            if (!fits_text(line)) return false;
        }
        return false;
    }

    /// Within the text column. Where figures alone have stood so far, or with their label, between the lines
    /// of their texts, it is not known yet: what stands below the label or between it and the figures is in
    /// it.
    [[nodiscard]] bool fits_text(const TextLine& line) const {
        const double first_figure = columns_.front().x0;
        if (text_is_unknown())
            return line.box.x1 <= first_figure + kEdgeSlack * line.size &&
                   (!labelled_ || line.box.x0 > label_left_ - kEdgeSlack * line.size);
        return fits_text_column(line, text_left(), first_figure);
    }

    [[nodiscard]] bool text_is_unknown() const {
        if (text_left_) return false;
        const auto& row = lines_[seed_];
        if (labelled_)
            return row.words.size() == 1 || row.words[1].box.x0 >= columns_.front().x0 - kRounding * row.size;
        return label_left_ >= columns_.front().x0 - kRounding * row.size;
    }

    [[nodiscard]] bool may_be_repeated(const TextLine& line) const {
        return is_head_line(line, columns_, hints_) || stands_above(lines_, first_, line);
    }

    /// The lines above, up to the page's top, are those of a head that it repeats.
    [[nodiscard]] bool follows_repeated_head() const {
        for (auto above = last_ - 1; above > first_ && may_be_repeated(lines_[above]); --above)
            if (lines_[above].page != lines_[above - 1].page) return true;
        return false;
    }

    /// Text below the last figures stays only if it wraps without a gap, and, where it does not stand in a
    /// column of its own, while the question has not ended; a paragraph does not belong.
    void drop_loose_end() {
        std::size_t end = std::min(last_, last_figures_ + 1);
        while (!closed_ && end < last_ && lines_[end].page == lines_[end - 1].page &&
               gap_between(lines_[end - 1], lines_[end]) < kMostBelowLast * lines_[end].size &&
               (text_is_apart() || !ends_question(lines_[end - 1])))
            ++end;
        last_ = end;
    }

    /// The text of the line, its figures left out, ends like a question or a sentence, or there is none.
    [[nodiscard]] bool ends_question(const TextLine& line) const {
        std::string text;
        for (const auto& word : line.words)
            if (word.box.x1 < columns_.front().x0 + kEdgeSlack * line.size) text = word.text;
        return text.empty() || ends_like_a_question(text);
    }

    const std::vector<TextLine>& lines_;
    const Hints& hints_;
    std::vector<Interval> columns_;
    std::size_t first_, body_, last_, seed_, last_figures_ = 0;
    std::vector<std::size_t> strangers_;
    std::optional<std::size_t> title_, sums_;
    std::optional<double> text_left_;
    double label_left_ = 0;
    int rows_ = 0;
    Numbering numbering_;
    int number_ = 0; ///< of the last row that bears one, where rows are counted
    bool labelled_;  ///< rows are numbered
    bool inline_labels_ = false;
    bool waiting_ = false; ///< a numbered row has not met its figures yet
    bool closed_ = false;  ///< the sums are in
};

/// Which column a head word stands over: the one nearest by its middle.
std::size_t column_of(const Word& word, const std::vector<double>& edges) {
    std::size_t best = 0;
    double distance = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const double d =
            std::min(std::abs(word.box.x1 - edges[i]), std::abs((word.box.x0 + word.box.x1) / 2 - edges[i]));
        if (d < distance) {
            distance = d;
            best = i;
        }
    }
    return best;
}

std::vector<Interval> columns_of(const FigureRegion& region) {
    std::vector<Interval> columns;
    for (std::size_t c = 0; c < region.column_edges.size(); ++c)
        columns.push_back({region.column_starts[c], region.column_edges[c]});
    return columns;
}

TableRow head_row(const RowLines& rows, const FigureRegion& region, std::size_t head_end,
                  const Hints& hints) {
    const auto& lines = rows.lines();
    auto cells = empty_figure_row(region.column_edges.size());
    const FigureRowToFill row(cells);
    for (auto i = region.first; i < head_end; ++i) {
        std::string title;
        const auto heads_left = heads_by_place(lines[i], columns_of(region));
        for (std::size_t w = 0; w < lines[i].words.size(); ++w) {
            const auto& word = lines[i].words[w];
            const Place place{lines[i].page, rows[i].on_page(word.box)};
            if (hints.is_figure_head(word.text) || (is_year(word.text) && w > 0) ||
                (heads_left && word.box.x0 >= *heads_left)) {
                auto& cell = row.figures()[column_of(word, region.column_edges)];
                cell.text = joined(cell.text, word.text);
                add_place(cell.places, place);
            } else if (w == 0 && row.label().text.empty() && printed::is_table_number(word.text)) {
                row.label().text = word.text;
                row.label().places = {place};
            } else {
                title += (title.empty() ? "" : " ") + word.text;
                add_place(row.wording().places, place);
            }
        }
        row.wording().text = joined(row.wording().text, title);
    }
    return cells;
}

RowLine row_line(const RowLineSource& source, const std::vector<Interval>& columns, Numbering numbering) {
    const auto& line = source.line;
    RowLine row;
    row.place = source.place();
    auto figures = trailing_figures(line);
    const double figures_left = figures.empty() ? 0 : figures.front().box.x0 - kRounding * line.size;
    if (figures.size() != columns.size()) figures = in_columns(columns, figures, line.size);
    if (figures.size() != columns.size()) figures.clear();
    std::vector<std::string> text;
    for (const auto& word : line.words)
        if (figures.empty() || word.box.x0 < figures_left) text.push_back(word.text);
    if (!text.empty())
        row.label = label_of(line, numbering == Numbering::none ? Numbering::of_questions : numbering);
    row.text = text::with_blanks(text, row.label.empty() ? 0 : 1, text.size());
    for (const auto& figure : figures) {
        auto& cell = row.figures.emplace_back();
        cell.text = figure.text;
        cell.places = {
            {line.page, figure.text.empty() ? std::nullopt : std::optional(source.on_page(figure.box))}};
        cell.confidence = figure.confidence;
        cell.readings = figure.readings;
    }
    return row;
}

/// The heads again, between the rows.
bool is_repeated_head(const TextLine& line, const std::vector<Interval>& columns, const Hints& hints) {
    return is_head_line(line, columns, hints) && trailing_figures(line).empty();
}

/// What stood beside the figures of the first row that has names there.
std::optional<TableRow> head_of_names(const RowLines& lines, const FigureRegion& region) {
    for (auto i = region.body; i < region.last; ++i) {
        if (lines[i].names.empty()) continue;
        auto cells = empty_figure_row(region.column_edges.size());
        const FigureRowToFill row(cells);
        for (const auto& name : lines[i].names) {
            auto& cell = row.figures()[column_of(name, region.column_edges)];
            cell.text = joined(cell.text, name.text);
            add_place(cell.places, {lines[i].line.page, lines[i].on_page(name.box)});
        }
        return cells;
    }
    return std::nullopt;
}

/// The lines above the rows; where none are, what heads the figures within the rows.
std::optional<TableRow> head_of(const RowLines& lines, const FigureRegion& region, std::size_t body,
                                const Hints& hints) {
    if (body > region.first) return head_row(lines, region, body, hints);
    return head_of_names(lines, region);
}

/// Cells beside the rows of an area, of whose lines each stands beside another row: together they are a row
/// above the first, with the text where the numbers stand.
class CellsBeside {
public:
    /// `rows`: those so far, the last of which is of `source`.
    void take(const RowLineSource& source, std::vector<RowLine>& rows) {
        const auto& label = rows.back().label;
        if (!label.empty() && label.front() != area_) {
            area_ = label.front();
            first_ = rows.size() - 1;
            begun_ = false;
        }
        if (source.beside.empty()) return;
        const auto cell = rows.begin() + static_cast<std::ptrdiff_t>(first_);
        if (!std::exchange(begun_, true)) {
            RowLine title;
            title.title = true;
            title.place = {source.line.page, source.beside.front().box};
            rows.insert(cell, std::move(title));
        }
        auto& title = rows[first_];
        for (const auto& word : source.beside) {
            append_joined(title.label, word.text);
            if (title.place.page == source.line.page) title.place.box = title.place.box->united(word.box);
        }
    }

private:
    char area_ = 0;         ///< the number with which its rows' labels begin
    std::size_t first_ = 0; ///< its first row, or the one made of the cell
    bool begun_ = false;    ///< the cell has a row
};

/// A text of its own: no part of a phrase that goes on from the line above or below.
bool begins_and_ends(std::string_view text) {
    return !unicode::starts_with_lower(text) && !ends_hyphenated(text) && !text.ends_with(',') &&
           !text.ends_with('/') && !ends_like_a_question(text);
}

/// White space above and below parts the title of the rows below from those above, where the lines of a row
/// stand closer.
void mark_titles_apart(std::vector<RowLine>& rows) {
    const auto is_bare = [](const RowLine& row) { return row.label.empty() && row.figures.empty(); };
    const auto is_on_top = [&](std::size_t i) {
        return i == 0 || rows[i].place.page != rows[i - 1].place.page;
    };
    bool any_close = false;
    for (std::size_t i = 0; i < rows.size(); ++i)
        any_close = any_close || (!is_on_top(i) && !rows[i].gap_before);
    for (std::size_t i = 0; any_close && i + 1 < rows.size(); ++i) {
        const auto& next = rows[i + 1];
        // A question that wraps around its number's line goes on in lower case there.
        const bool begins = !next.label.empty() && !unicode::starts_with_lower(next.text);
        const bool apart = (is_on_top(i) || rows[i].gap_before) && next.gap_before && begins;
        if (apart && is_bare(rows[i]) && begins_and_ends(rows[i].text)) rows[i].title = true;
    }
}

/// Whether the rows are set bold, so that bold says nothing.
bool most_rows_are_bold(const std::vector<TextLine>& lines, const FigureRegion& region, std::size_t body) {
    std::size_t bold = 0;
    for (std::size_t i = body; i < region.last; ++i)
        bold += lines[i].bold ? 1 : 0;
    return bold * 2 > region.last - body;
}

} // namespace

std::optional<FigureRegion> find_figure_table(const std::vector<TextLine>& lines, std::size_t from,
                                              const Hints& hints) {
    for (std::size_t i = from; i < lines.size(); ++i) {
        const auto seed = seed_at(lines, i);
        if (!seed) continue;
        Region region(lines, *seed, hints);
        region.grow();
        if (!region.enough()) continue;
        region.grow_up(from);
        return region.result();
    }
    return std::nullopt;
}

Block figure_table(const RowLines& source, const FigureRegion& region, const Hints& hints) {
    const auto& lines = source.lines();
    Block block;
    block.kind = BlockKind::table;
    const auto columns = columns_of(region);
    block.table.figures = static_cast<int>(columns.size());
    // A head of years looks like a row of figures.
    auto body = region.body;
    const auto years = trailing_figures(lines[body]);
    if (body == region.first && !years.empty() &&
        std::all_of(years.begin(), years.end(), [](const Word& f) { return is_year(f.text); }))
        ++body;
    if (auto head = head_of(source, region, body, hints)) {
        block.table.has_head = true;
        block.table.rows.push_back(std::move(*head));
    }
    const bool bold_rows = most_rows_are_bold(lines, region, body);
    std::vector<RowLine> rows;
    CellsBeside beside;
    for (std::size_t i = body; i < region.last; ++i) {
        if (std::find(region.strangers.begin(), region.strangers.end(), i) != region.strangers.end())
            continue;
        add_place(block.places, source[i].place());
        const bool repeated =
            is_repeated_head(lines[i], columns, hints) || stands_above(lines, body, lines[i]);
        if (repeated) continue;
        rows.push_back(row_line(source[i], columns, region.numbering));
        auto& row = rows.back();
        row.title =
            row.label.empty() && row.figures.empty() && region.sums != i &&
            (region.title == i || (lines[i].bold && !bold_rows) || hints.is_section_head(lines[i].text));
        row.opens = region.sums == i;
        row.gap_before = i > body && lines[i].page == lines[i - 1].page &&
                         gap_between(lines[i - 1], lines[i]) > measures::between_rows * lines[i].size;
        beside.take(source[i], rows);
    }
    mark_titles_apart(rows);
    for (auto& row : assemble_rows(rows, block.table.figures))
        block.table.rows.push_back(std::move(row));
    return block;
}

} // namespace kompass::layout
