#include "layout/column_table.h"

#include "layout/bullets.h"
#include "layout/column_heads.h"
#include "layout/flow.h"
#include "layout/hyphenation.h"
#include "layout/items.h"
#include "layout/measures.h"
#include "layout/side_heads.h"
#include "model/printed_tokens.h"
#include "text/unicode.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

namespace kompass::layout {

namespace {

/// A gutter between two columns: free of words on every line seen so far.
struct Gap {
    double x0 = 0, x1 = 0;
};

/// Ems. Less than a blank: of a gutter that long lines nearly fill so much stays free on each.
constexpr double kLeastGutter = 0.2;

/// Ems. Edges are told apart on a grid as fine as what may be called aligned.
constexpr double kEdgeGrid = 0.2;

/// Ems. A bullet's text stands at least so far behind it, and the next cell's.
constexpr double kBehindBullets = 0.5;

/// Takes `word` out of the gaps; what is left must be as wide as `least`.
void cut(std::vector<Gap>& gaps, const Box& word, double least) {
    std::vector<Gap> rest;
    for (const auto& gap : gaps) {
        if (word.x1 <= gap.x0 || word.x0 >= gap.x1) {
            rest.push_back(gap);
            continue;
        }
        if (word.x0 - gap.x0 >= least) rest.push_back({gap.x0, word.x0});
        if (gap.x1 - word.x1 >= least) rest.push_back({word.x1, gap.x1});
    }
    gaps = std::move(rest);
}

/// Grows the region below its heads as long as every boundary keeps a gutter.
class Columns {
public:
    Columns(const std::vector<TextLine>& lines, std::size_t at, ColumnHeads heads, double body_size,
            const Hints& hints)
        : lines_(lines), hints_(hints), body_size_(body_size), heads_(std::move(heads.heads)), first_(at),
          body_(heads.last), last_(heads.last) {
        for (std::size_t h = 0; h + 1 < heads_.size(); ++h)
            gaps_.push_back({{heads_[h].box.x1, heads_[h + 1].box.x0 + measures::trifle * body_size_}});
    }

    void grow(std::size_t limit) {
        for (std::size_t i = last_; i < limit; ++i) {
            const auto& line = lines_[i];
            const bool new_page = line.page != lines_[i - 1].page;
            if (const auto again = new_page ? repeated_heads(i) : 0; again != 0) {
                for (; i < again; ++i)
                    repeats_.push_back(i);
                last_ = i--;
                continue;
            }
            if (ends_before(i) || (new_page && !fits_after_page_break(i)) || !keep_gutters(line)) break;
            last_ = i + 1;
            left_ = left_ ? std::min(*left_, line.box.x0) : line.box.x0;
        }
    }

    [[nodiscard]] ColumnRegion result() const {
        ColumnRegion region{first_, body_, last_, repeats_, heads_, {}, false};
        for (std::size_t h = 0; h + 1 < heads_.size(); ++h) {
            const auto& gap = gutter(h);
            region.boundaries.push_back(gap.x1 -
                                        std::min(measures::trifle * body_size_, (gap.x1 - gap.x0) / 2));
        }
        return region;
    }

private:
    /// Of the gaps that stayed free between heads `h` and `h` + 1 the one that parts the columns: the words
    /// behind it are aligned (at bullets and at texts), and it is not the blank behind bullets.
    [[nodiscard]] const Gap& gutter(std::size_t h) const {
        const Gap* best = &gaps_[h].back();
        double best_share = -1;
        for (const auto& gap : gaps_[h]) {
            const double share = follows_bullets(gap) ? 0 : aligned_share(gap);
            if (share >= best_share) {
                best_share = share;
                best = &gap;
            }
        }
        return *best;
    }

    /// The share of lines whose first word behind the gap stands at one of the two commonest edges.
    [[nodiscard]] double aligned_share(const Gap& gap) const {
        std::map<long, int> edges;
        int lines = 0;
        for (std::size_t i = body_; i < last_; ++i)
            for (const auto& word : lines_[i].words)
                if (word.box.x0 >= gap.x1 - measures::trifle * body_size_) {
                    ++edges[std::lround(word.box.x0 / (kEdgeGrid * body_size_))];
                    ++lines;
                    break;
                }
        std::vector<int> counts;
        counts.reserve(edges.size());
        for (const auto& [edge, count] : edges)
            counts.push_back(count);
        std::sort(counts.rbegin(), counts.rend());
        counts.resize(2); // none at the second edge counts 0
        return lines == 0 ? 0 : static_cast<double>(counts[0] + counts[1]) / lines;
    }

    [[nodiscard]] bool follows_bullets(const Gap& gap) const {
        for (std::size_t i = body_; i < last_; ++i)
            for (const auto& word : lines_[i].words)
                if (is_item_mark(word.text) && std::abs(word.box.x1 - gap.x0) < measures::trifle * body_size_)
                    return true;
        return false;
    }

    [[nodiscard]] bool is_aligned(double a, double b) const {
        return measures::are_aligned(a, b, body_size_);
    }

    /// Takes the line's words out of the gutters; false if nothing is left of one.
    [[nodiscard]] bool leaves_free(std::vector<std::vector<Gap>>& gaps, const TextLine& line) const {
        for (auto& between : gaps) {
            for (const auto& word : line.words)
                cut(between, word.box, kLeastGutter * body_size_);
            if (between.empty()) return false;
        }
        return true;
    }

    bool keep_gutters(const TextLine& line) {
        auto gaps = gaps_;
        if (!leaves_free(gaps, line)) return false;
        gaps_ = std::move(gaps);
        return true;
    }

    /// One past the heads, where they stand again on line `at`; else 0.
    [[nodiscard]] std::size_t repeated_heads(std::size_t at) const {
        const auto stand_in_columns = [&](const ColumnHeads& again) {
            return again.heads.size() == heads_.size() &&
                   std::equal(again.heads.begin(), again.heads.end(), heads_.begin(),
                              [&](auto& a, auto& b) { return is_aligned(a.box.x0, b.box.x0); });
        };
        const auto known = known_column_heads(lines_, at, hints_);
        if (stand_in_columns(known)) return known.last;
        const auto like = column_heads_by_look(lines_, at, hints_);
        const bool same =
            stand_in_columns(like) && std::equal(like.heads.begin(), like.heads.end(), heads_.begin(),
                                                 [](auto& a, auto& b) { return a.text == b.text; });
        return same ? like.last : 0;
    }

    /// The line is a heading or begins what comes after the table.
    [[nodiscard]] bool ends_before(std::size_t i) const {
        const auto& line = lines_[i];
        if (hints_.is_section_head(line.text) && !counts_on(line)) return true;
        // The left part: prose that follows may be set in columns.
        if (is_set_apart(i) && (hints_.begins_prose(line.text) ||
                                hints_.begins_prose(line.segments(1).front().text) || heads_figures(line)))
            return true;
        if (known_column_heads(lines_, i, hints_).any() || heads_another_list(line)) return true;
        if (!of_points() && is_row_of_figures(line)) return true;
        if (runs_into_points(line) || (has_points(i) && begins_to_mark(line))) return true;
        if (is_inside_figure_cell(line)) return false;
        // A heading; of a size that an OCR estimated only what is plainly no cell's.
        const double edge =
            line.has_exact_type() ? line.box.x0 - heads_[1].box.x0 : line.box.x1 - heads_.back().box.x0;
        if (line.size > body_size_ * measures::heading_size && edge < 0) return true;
        if (i == body_) return false;
        const bool same_page = line.page == lines_[i - 1].page;
        const double gap = same_page ? gap_between(lines_[i - 1], line) : 0;
        const bool apart = !same_page || gap > hints_.set_apart() * line.size;
        if (apart && (begins_running_text(i) || begins_columns_of_prose(line) || is_set_smaller(line)))
            return true;
        const bool only_left = line.box.x1 < heads_[1].box.x0;
        if (only_left && hints_.recurs(line.text) && (is_set_apart(i) || (has_points(i) && !comes_again(i))))
            return true;
        if (line.bold && only_left && !lines_[i - 1].bold && apart) return true;
        return only_left && left_ && line.box.x0 < *left_ - measures::aligned * body_size_ &&
               gap > hints_.set_apart() * line.size;
    }

    /// A part of the head of the score table that follows; a cell may go on with the same words.
    [[nodiscard]] bool heads_figures(const TextLine& line) const {
        return unicode::starts_with_upper(line.text) && hints_.is_figure_head(line.text);
    }

    /// The points box, whose figures may stand in rows.
    [[nodiscard]] bool of_points() const {
        return std::any_of(heads_.begin(), heads_.end(),
                           [&](const Segment& head) { return hints_.is_box_head(head.text); });
    }

    /// Text that begins before a column of points and ends in it.
    [[nodiscard]] bool runs_into_points(const TextLine& line) const {
        if (!hints_.is_box_head(heads_.back().text)) return false;
        double left = heads_.back().box.x0;
        for (std::size_t i = body_; i < last_; ++i)
            if (const auto& last = lines_[i].words.back();
                last.box.x0 > heads_[0].box.x1 && printed::figure(last.text))
                left = std::min(left, last.box.x0);
        const auto segments = line.segments(measures::between_cells);
        return std::any_of(segments.begin(), segments.end(), [&](const Segment& segment) {
            return segment.box.x0 < left - line.size && segment.box.x1 > left + line.size;
        });
    }

    /// A bullet, where none of the lines above has one.
    [[nodiscard]] bool begins_to_mark(const TextLine& line) const {
        const auto is_marked = [](const TextLine& other) { return is_item_mark(other.words.front().text); };
        return is_marked(line) &&
               std::none_of(lines_.begin() + static_cast<std::ptrdiff_t>(body_),
                            lines_.begin() + static_cast<std::ptrdiff_t>(last_), is_marked);
    }

    /// Its figure stands above line `i`.
    [[nodiscard]] bool has_points(std::size_t i) const {
        return of_points() &&
               std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(body_),
                           lines_.begin() + static_cast<std::ptrdiff_t>(i), [&](const TextLine& above) {
                               const auto& last = above.words.back();
                               return last.box.x0 > heads_[0].box.x1 && printed::figure(last.text);
                           });
    }

    /// What the box lists heads a part of the area's text, before the next box.
    [[nodiscard]] bool comes_again(std::size_t i) const {
        const auto begin = lines_.begin() + static_cast<std::ptrdiff_t>(i) + 1;
        const auto next_box = std::find_if(
            begin, lines_.end(), [&](const TextLine& line) { return line.text == lines_[first_].text; });
        return std::any_of(begin, next_box,
                           [&](const TextLine& line) { return line.text == lines_[i].text; });
    }

    /// "Alla områden   418   800   52 %": parts of figures alone.
    [[nodiscard]] static bool is_row_of_figures(const TextLine& line) {
        constexpr std::ptrdiff_t fewest = 2;
        std::ptrdiff_t figures = 0;
        for (const auto& part : line.segments(measures::between_cells)) {
            const auto count = std::count_if(part.words.begin(), part.words.end(), [](const Word& word) {
                return printed::figure(word.text) || word.text == "%" || word.text == "/" ||
                       word.text == "av";
            });
            if (count == std::ssize(part.words)) figures += count;
        }
        return figures >= fewest;
    }

    /// Labels of a chart below the table are.
    [[nodiscard]] bool is_set_smaller(const TextLine& line) const {
        constexpr double smaller = 1 / measures::heading_size; // by a grade at least
        return line.has_exact_type() && line.size < smaller * lines_[body_].size;
    }

    /// The head of a list that is none of the columns', alone on its line or with its list beside it.
    [[nodiscard]] bool heads_another_list(const TextLine& line) const {
        // An item's last line may read like a head.
        if (!line.bold && unicode::starts_with_lower(line.text)) return false;
        const auto is_other_head = [&](const std::string& text) {
            if (unicode::starts_with_lower(text)) return false; // the rest of one of the heads above
            const bool head = hints_.is_column_head(text) || (line.words.front().bold && hints_.recurs(text));
            return head && std::none_of(heads_.begin(), heads_.end(),
                                        [&](const Segment& own) { return own.text == text; });
        };
        if (is_other_head(line.text)) return true;
        if (line.segment_count(measures::between_cells) < 2) return false;
        const auto segments = line.segments(measures::between_cells);
        return is_other_head(segments.front().text) && !printed::figure(segments[1].text);
    }

    /// A numbered item: the first, or one whose number follows that of one above. Chapters count as well.
    [[nodiscard]] bool counts_on(const TextLine& line) const {
        const auto item = after_number(line.text);
        if (!item || line.bold || line.size > body_size_ * measures::same_size) return false;
        if (last_ == body_ && item->number == 1) return true;
        for (std::size_t i = body_; i < last_; ++i) {
            for (const auto& part : lines_[i].segments(measures::between_cells)) {
                const auto above = after_number(part.text);
                if (above && above->number == item->number - 1 && is_aligned(part.box.x0, line.box.x0))
                    return true;
            }
        }
        return false;
    }

    /// By its type, or by more white above than any line of the table has; an item may read like a head.
    [[nodiscard]] bool is_set_apart(std::size_t i) const {
        const auto& line = lines_[i];
        if (line.bold || line.words.front().bold || line.size > body_size_ * measures::same_size ||
            line.page != lines_[i - 1].page)
            return true;
        double widest = hints_.set_apart() * line.size;
        for (std::size_t k = body_ + 1; k < i; ++k)
            if (lines_[k].page == lines_[k - 1].page)
                widest = std::max(widest, gap_between(lines_[k - 1], lines_[k]));
        return gap_between(lines_[i - 1], line) > widest + measures::trifle * line.size;
    }

    /// The line begins where bullets stand above, but with none.
    [[nodiscard]] bool lacks_bullet(const TextLine& line) const {
        return !is_item_mark(line.words.front().text) &&
               std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(body_),
                           lines_.begin() + static_cast<std::ptrdiff_t>(last_), [&](const TextLine& above) {
                               return is_item_mark(above.words.front().text) &&
                                      is_aligned(above.box.x0, line.box.x0);
                           });
    }

    /// Words evenly spaced across the gutters, none of which begins where a column behind the first does.
    [[nodiscard]] bool is_running_text(const TextLine& line) const {
        if (line.box.x0 >= gaps_.front().front().x0 || line.segment_count(measures::between_cells) > 1)
            return false;
        auto starts = column_starts();
        std::erase_if(starts, [&](double x) { return x <= gaps_.front().front().x0; });
        if (starts.empty() || line.box.x1 < *std::min_element(starts.begin(), starts.end())) return false;
        return lacks_bullet(line) ||
               std::none_of(line.words.begin(), line.words.end(), [&](const Word& word) {
                   return std::any_of(starts.begin(), starts.end(),
                                      [&](double x) { return is_aligned(word.box.x0, x); });
               });
    }

    /// By itself, or with the lines below: one of its words may stand at a column's edge by chance, and a
    /// blank in a gutter, but not those of each line.
    [[nodiscard]] bool begins_running_text(std::size_t i) const {
        auto gaps = gaps_;
        for (auto k = i; k < lines_.size() && lines_[k].segment_count(measures::between_cells) == 1; ++k) {
            const bool goes_on =
                k == i || (lines_[k].page == lines_[i].page &&
                           gap_between(lines_[k - 1], lines_[k]) < hints_.set_apart() * lines_[k].size);
            if (!goes_on) break;
            if (is_running_text(lines_[k]) || !leaves_free(gaps, lines_[k])) return true;
        }
        return false;
    }

    /// Texts at both edges where the report's prose is set, or at the right one, while the table's columns
    /// begin elsewhere.
    [[nodiscard]] bool begins_columns_of_prose(const TextLine& line) const {
        if (!hints_.prose_edges) return false;
        auto starts = column_starts();
        for (const auto& head : heads_)
            starts.push_back(head.box.x0);
        const auto is_start = [&](double x) {
            return std::any_of(starts.begin(), starts.end(),
                               [&](double start) { return is_aligned(start, x); });
        };
        if (is_start(hints_.prose_edges->right)) return false;
        if (is_aligned(line.box.x0, hints_.prose_edges->right)) return true;
        const auto segments = line.segments(measures::between_cells);
        return is_aligned(line.box.x0, hints_.prose_edges->left) &&
               std::any_of(segments.begin(), segments.end(), [&](const Segment& segment) {
                   return is_aligned(segment.box.x0, hints_.prose_edges->right);
               });
    }

    /// The points in the box are set larger than its headings; they may stand left of them.
    [[nodiscard]] bool is_inside_figure_cell(const TextLine& line) const {
        if (line.words.size() != 1 || !printed::figure(line.text)) return false;
        const auto& left = heads_[0];
        const bool heads_points = of_points() && heads_[1].box.x0 > line.box.x1 && !has_figure_in(left);
        return line.box.x0 > left.box.x1 || (heads_points && line.box.x0 < left.box.x1 + line.size);
    }

    /// A figure stands below the head already.
    [[nodiscard]] bool has_figure_in(const Segment& head) const {
        return std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(body_),
                           lines_.begin() + static_cast<std::ptrdiff_t>(last_), [&](const TextLine& line) {
                               const auto& first = line.words.front();
                               return first.box.x0 < head.box.x1 && printed::figure(first.text);
                           });
    }

    /// On a new page only what is aligned with the columns goes on.
    [[nodiscard]] bool fits_after_page_break(std::size_t i) const {
        if (i == body_) return true; // the heads stood at the foot of a page
        const auto& line = lines_[i];
        const auto starts = column_starts();
        return std::any_of(starts.begin(), starts.end(),
                           [&](double x) { return is_aligned(line.box.x0, x); });
    }

    /// Left edges of the words that begin a cell's lines so far, at bullets and behind them.
    [[nodiscard]] std::vector<double> column_starts() const {
        std::vector<double> starts;
        for (std::size_t i = body_; i < last_; ++i)
            for (const auto& segment : lines_[i].segments(kBehindBullets)) {
                starts.push_back(segment.box.x0);
                if (segment.words.size() > 1 && is_item_mark(segment.words.front().text))
                    starts.push_back(segment.words[1].box.x0);
            }
        return starts;
    }

    const std::vector<TextLine>& lines_;
    const Hints& hints_;
    double body_size_;
    std::vector<Segment> heads_;
    std::vector<std::vector<Gap>> gaps_; ///< a list of free gaps for each boundary
    std::optional<double> left_;
    std::size_t first_, body_, last_;
    std::vector<std::size_t> repeats_;
};

/// The words of each column of a line.
std::vector<std::vector<Word>> parted(const TextLine& line, const std::vector<double>& boundaries) {
    std::vector<std::vector<Word>> columns(boundaries.size() + 1);
    for (const auto& word : line.words) {
        const double middle = (word.box.x0 + word.box.x1) / 2;
        const auto column =
            std::upper_bound(boundaries.begin(), boundaries.end(), middle) - boundaries.begin();
        columns[static_cast<std::size_t>(column)].push_back(word);
    }
    return columns;
}

/// At least two lines stand below the heads, and some text in two columns; a list may be empty.
bool fills_columns(const std::vector<TextLine>& lines, const ColumnRegion& region) {
    if (region.last < region.body + 2) return false;
    std::vector<bool> filled(region.heads.size(), false);
    for (std::size_t i = region.body; i < region.last; ++i) {
        const auto parts = parted(lines[i], region.boundaries);
        for (std::size_t c = 0; c < parts.size(); ++c)
            filled[c] = filled[c] || !parts[c].empty();
    }
    return std::count(filled.begin(), filled.end(), true) >= 2;
}

/// A sentence ends and another begins on one line, as in running text; an item ends its line.
bool goes_on_behind_sentence(const std::vector<Word>& words) {
    for (std::size_t w = 1; w < words.size(); ++w)
        if (words[w - 1].text.ends_with('.') && words[w - 1].text.size() > 3 &&
            unicode::starts_with_upper(words[w].text))
            return true;
    return false;
}

/// Two heads at the edges where the report sets its prose.
bool stand_over_prose(const ColumnRegion& region, double body_size, const Hints& hints) {
    return hints.prose_edges && region.heads.size() == 2 &&
           hints.prose_edges->are_at(region.heads[0].box.x0, region.heads[1].box.x0, body_size);
}

/// Sentences run on in each column; where the report sets its prose, one is enough.
bool reads_like_prose(const std::vector<TextLine>& lines, const ColumnRegion& region, double body_size,
                      const Hints& hints) {
    std::vector<bool> runs_on(region.heads.size(), false);
    for (std::size_t i = region.body; i < region.last; ++i) {
        const auto parts = parted(lines[i], region.boundaries);
        for (std::size_t c = 0; c < parts.size(); ++c)
            runs_on[c] = runs_on[c] || goes_on_behind_sentence(parts[c]);
    }
    const auto count = std::count(runs_on.begin(), runs_on.end(), true);
    return count == std::ssize(runs_on) || (count > 0 && stand_over_prose(region, body_size, hints));
}

/// White space above a line, which stands below `above` in its column; none at a page's top.
std::optional<double> gap_above(const SourceLine& line, const SourceLine& above) {
    if (line.place.page != above.place.page) return std::nullopt;
    return line.place.box->y0 - above.place.box->y1;
}

/// Notes the lines with more white above than the lines of one cell have between them.
void mark_gaps(std::vector<std::vector<SourceLine>>& columns, double size) {
    std::optional<double> least;
    for (const auto& column : columns)
        for (std::size_t i = 1; i < column.size(); ++i)
            if (const auto gap = gap_above(column[i], column[i - 1]))
                least = std::min(least.value_or(*gap), *gap);
    for (auto& column : columns)
        for (std::size_t i = 1; i < column.size(); ++i)
            if (const auto gap = gap_above(column[i], column[i - 1]))
                column[i].gap_before = *gap > *least + measures::between_rows * size;
}

} // namespace

std::optional<ColumnRegion> column_table_at(const std::vector<TextLine>& lines, std::size_t at,
                                            std::size_t limit, double body_size, const Hints& hints) {
    auto heads = known_column_heads(lines, at, hints);
    const bool known = heads.any();
    if (!known) heads = column_heads_by_look(lines, at, hints);
    if (!heads.any() || heads.last > limit) return std::nullopt;
    // "Typ  Iakttagelse": the rows below name their lists themselves, at the left.
    if (!known && heads.last < limit) {
        const auto& row = lines[heads.last];
        const double left = heads.heads.front().box.x0;
        if (measures::are_aligned(row.box.x0, left, row.size) && begins_side_head(row, hints))
            return std::nullopt;
    }
    Columns columns(lines, at, std::move(heads), body_size, hints);
    columns.grow(limit);
    auto region = columns.result();
    // Heads that come back side by side head columns, be one of them empty.
    const bool sure = known || (region.last > region.body && hints.recurs(lines[at].text));
    if (!sure && !fills_columns(lines, region)) return std::nullopt;
    region.of_prose = !known && reads_like_prose(lines, region, body_size, hints);
    // Prose is read one column after the other on each page.
    while (region.of_prose && lines[region.last - 1].page != lines[region.first].page)
        --region.last;
    return region;
}

namespace {

/// What stands in lower case above the first of the column's bullets goes on with its head.
bool goes_on_above_bullet(const std::vector<SourceLine>& column) {
    return column.size() > 1 && unicode::starts_with_lower(column[0].text) && !begins_item(column[0].text) &&
           begins_item(column[1].text);
}

/// The rest of a head may stand beside the first items of the other columns.
void complete_head(TableCell& head, std::vector<SourceLine>& column, const Hints& hints) {
    if (column.empty() || hints.is_column_head(head.text)) return;
    auto whole = head.text;
    append_joined(whole, column.front().text);
    if (!hints.is_column_head(whole) && !goes_on_above_bullet(column)) return;
    head.text = std::move(whole);
    add_place(head.places, column.front().place);
    column.erase(column.begin());
}

Block column_table(const std::vector<TextLine>& lines, const ColumnRegion& region, const Hints& hints) {
    Block block;
    block.kind = BlockKind::table;
    block.table.has_head = true;
    std::vector<TableCell> head;
    for (const auto& segment : region.heads)
        head.push_back({segment.text, {}, {{lines[region.first].page, segment.box}}, {}});

    std::vector<std::vector<SourceLine>> columns(region.heads.size());
    for (std::size_t i = region.first; i < region.last; ++i) {
        add_place(block.places, lines[i].place());
        if (i < region.body || std::binary_search(region.repeats.begin(), region.repeats.end(), i)) continue;
        auto parts = parted(lines[i], region.boundaries);
        for (std::size_t c = 0; c < parts.size(); ++c) {
            if (parts[c].empty()) continue;
            auto segment = segment_of(std::move(parts[c]));
            if (segment.text == region.heads[c].text && lines[i].page != lines[region.first].page) continue;
            columns[c].push_back({std::move(segment.text), {lines[i].page, segment.box}, false});
        }
    }
    for (std::size_t c = 0; c < columns.size(); ++c)
        complete_head(head[c], columns[c], hints);
    mark_gaps(columns, lines[region.first].size);
    block.table.rows.push_back(std::move(head));
    std::vector<TableCell> row;
    row.reserve(columns.size());
    for (const auto& column : columns)
        row.push_back(list_cell(column, BulletGlyphs::printed, hints));
    block.table.rows.push_back(std::move(row));
    return block;
}

Blocks prose_of(const std::vector<TextLine>& lines, const ColumnRegion& region, double body_size,
                const Hints& hints) {
    std::vector<std::vector<TextLine>> columns(region.heads.size());
    for (std::size_t i = region.first; i < region.last; ++i) {
        auto parts = parted(lines[i], region.boundaries);
        for (std::size_t c = 0; c < parts.size(); ++c)
            if (!parts[c].empty()) columns[c].push_back(line_of(std::move(parts[c]), lines[i].page));
    }
    Blocks blocks;
    for (const auto& column : columns) {
        auto flow = flowed(column, 0, column.size(), body_size, hints);
        std::move(flow.begin(), flow.end(), std::back_inserter(blocks));
    }
    return blocks;
}

} // namespace

Blocks column_blocks(const std::vector<TextLine>& lines, const ColumnRegion& region, double body_size,
                     const Hints& hints) {
    if (region.of_prose) return prose_of(lines, region, body_size, hints);
    return {column_table(lines, region, hints)};
}

} // namespace kompass::layout
