#include "layout/prose_columns.h"

#include "layout/bullets.h"
#include "layout/column_heads.h"
#include "layout/column_table.h"
#include "layout/flow.h"
#include "layout/measures.h"
#include "model/printed_tokens.h"
#include "text/unicode.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <map>

namespace kompass::layout {

namespace {

/// Ems. Columns of prose have an em and more between them; of the box of a crooked scan a little is lost.
constexpr double kLeastGutter = 0.8;

struct Strip {
    double x0 = 0, x1 = 0;

    [[nodiscard]] double width() const { return x1 - x0; }
};

/// Ems. Two blank lines end the columns, a heading's white does not.
constexpr double kFarBelow = 3;

/// What of the strips the line leaves white.
std::vector<Strip> left_white(const std::vector<Strip>& strips, const TextLine& line) {
    auto white = strips;
    const double least = kLeastGutter * line.size;
    for (const auto& word : line.words) {
        std::vector<Strip> rest;
        for (const auto& strip : white) {
            if (word.box.x1 <= strip.x0 || word.box.x0 >= strip.x1) {
                rest.push_back(strip);
                continue;
            }
            if (word.box.x0 - strip.x0 >= least) rest.push_back({strip.x0, word.box.x0});
            if (strip.x1 - word.box.x1 >= least) rest.push_back({word.box.x1, strip.x1});
        }
        white = std::move(rest);
    }
    return white;
}

/// One past the last line, and the strip between the columns.
struct Run {
    std::size_t last = 0;
    Strip strip;
};

/// The heads of lists that stand side by side.
bool heads_lists(const std::vector<TextLine>& lines, std::size_t at, const Hints& hints) {
    return known_column_heads(lines, at, hints).any() ||
           (hints.recurs(lines[at].text) && column_heads_by_look(lines, at, hints).any());
}

/// Where the right column breaks off and only comes back far below, as other text beside other lines.
std::size_t end_of_right(const std::vector<TextLine>& lines, std::size_t first, std::size_t last,
                         const Strip& strip) {
    const TextLine* above = nullptr;
    for (auto i = first; i < last; ++i) {
        const auto& line = lines[i];
        if (line.box.x1 < strip.x1) continue;
        if (above != nullptr && gap_between(*above, line) > kFarBelow * line.size) return i;
        above = &line;
    }
    return last;
}

/// Between what stands apart on the line; left of one that stands alone where the report sets its right
/// column, as where the other begins lower.
std::vector<Strip> strips_of(const TextLine& line, const Hints& hints) {
    constexpr double wide_apart = 1; // ems: more than most blanks of a justified line
    const auto segments = line.segments(wide_apart);
    std::vector<Strip> strips;
    for (std::size_t s = 1; s < segments.size(); ++s)
        strips.push_back({segments[s - 1].box.x1, segments[s].box.x0});
    const auto& edges = hints.prose_edges;
    if (edges && measures::are_aligned(line.box.x0, edges->right, line.size))
        strips.push_back({edges->left, line.box.x0});
    return strips;
}

/// Between two lines side by side, whose baselines differ: a head stands beside text.
std::vector<Strip> strips_beside(const std::vector<TextLine>& lines, std::size_t at) {
    if (at + 1 >= lines.size() || lines[at + 1].page != lines[at].page) return {};
    const auto& a = lines[at].box;
    const auto& b = lines[at + 1].box;
    const bool beside = gap_between(lines[at], lines[at + 1]) < -measures::trifle * lines[at].size;
    const Strip strip{std::min(a.x1, b.x1), std::max(a.x0, b.x0)};
    return beside && strip.width() > kLeastGutter * lines[at].size ? std::vector{strip}
                                                                   : std::vector<Strip>{};
}

std::optional<Run> run_at(const std::vector<TextLine>& lines, std::size_t at, std::size_t limit,
                          const Hints& hints) {
    auto strips = strips_of(lines[at], hints);
    if (strips.empty()) strips = strips_beside(lines, at);
    if (strips.empty()) return std::nullopt;
    std::size_t last = at + 1;
    for (; last < limit && lines[last].page == lines[at].page; ++last) {
        const auto& line = lines[last];
        if (gap_between(lines[last - 1], line) > kFarBelow * line.size || heads_lists(lines, last, hints))
            break;
        auto white = left_white(strips, line);
        if (white.empty()) break;
        strips = std::move(white);
    }
    const auto widest = std::max_element(
        strips.begin(), strips.end(), [](const Strip& a, const Strip& b) { return a.width() < b.width(); });
    return Run{end_of_right(lines, at, last, *widest), *widest};
}

/// The left may be empty where the first line stands in the right one.
struct Columns {
    std::vector<TextLine> left, right;

    [[nodiscard]] bool are_two() const { return !left.empty() && !right.empty(); }
};

Columns parted(const std::vector<TextLine>& lines, std::size_t first, const Run& run) {
    Columns columns;
    const double middle = (run.strip.x0 + run.strip.x1) / 2;
    for (std::size_t i = first; i < run.last; ++i) {
        std::vector<Word> left;
        std::vector<Word> right;
        for (const auto& word : lines[i].words)
            (word.box.x0 < middle ? left : right).push_back(word);
        if (!left.empty()) columns.left.push_back(line_of(std::move(left), lines[i].page));
        if (!right.empty()) columns.right.push_back(line_of(std::move(right), lines[i].page));
    }
    return columns;
}

Box box_of(const std::vector<TextLine>& lines) {
    Box box = lines.front().box;
    for (const auto& line : lines)
        box = box.united(line.box);
    return box;
}

/// The next line's first word would not have fitted.
bool is_filled(const TextLine& line, const TextLine& next, double right) {
    constexpr double blank = 0.25; // ems, and what a ragged margin leaves
    return room_for(next, line, right) < 2 * blank * line.size;
}

/// `left` ends in the midst of a sentence, which the other column goes on with.
bool goes_on_in(const Columns& columns, const TextLine& left) {
    return !is_finished(left.text) && unicode::starts_with_lower(columns.right.front().text);
}

bool run_on(const Columns& columns) {
    return goes_on_in(columns, columns.left.back());
}

/// What heads a part of the column: in its own type, by its words, or as what comes back in the report.
bool is_head(const TextLine& line, const Hints& hints) {
    return line.bold || hints.is_prose_head(line.text) || hints.is_section_head(line.text) ||
           hints.recurs(line.text);
}

/// The column's lines but its heads, or all if there are no others.
std::vector<TextLine> texts_of(const std::vector<TextLine>& column, const Hints& hints) {
    std::vector<TextLine> texts;
    std::copy_if(column.begin(), column.end(), std::back_inserter(texts),
                 [&](const TextLine& line) { return !is_head(line, hints); });
    return texts.empty() ? column : texts;
}

/// Words as in sentences: a column of some four words.
bool has_long_lines(const std::vector<TextLine>& lines) {
    constexpr std::size_t fewest_letters = 20; // bytes a line, in the mean
    std::size_t letters = 0;
    for (const auto& line : lines)
        letters += line.text.size();
    return letters > fewest_letters * lines.size();
}

/// Most lines are filled, and hardly any begins with a bullet. Of fewer than `fewest` as many may be long by
/// chance.
bool reads_like_prose(const std::vector<TextLine>& lines, std::size_t fewest) {
    constexpr double least_full = 0.6;    // of the lines: paragraphs of three lines end one of them early
    constexpr double most_bulleted = 0.2; // of the lines: what has more is a list
    if (lines.size() < fewest || !has_long_lines(lines)) return false;
    const double right = box_of(lines).x1;
    std::size_t full = 1; // the last goes on in the next column, or ends a paragraph
    for (std::size_t i = 0; i + 1 < lines.size(); ++i)
        full += is_filled(lines[i], lines[i + 1], right) ? 1 : 0;
    const auto bullets = std::count_if(lines.begin(), lines.end(),
                                       [](const TextLine& line) { return begins_item(line.text); });
    const auto count = static_cast<double>(lines.size());
    const bool few_bullets = static_cast<double>(bullets) < most_bulleted * count;
    return static_cast<double>(full) > least_full * count && few_bullets;
}

/// By themselves: filled lines, equally wide.
bool read_like_prose(const Columns& columns, const Hints& hints) {
    constexpr std::size_t fewest_lines = 5;
    constexpr std::size_t fewest_that_run_on = 1; // below a head, at a page's foot
    constexpr double alike = 0.25; // of the width: columns of a page are equally wide but for ragged lines
    const auto fewest = run_on(columns) ? fewest_that_run_on : fewest_lines;
    const double width = box_of(columns.left).width();
    return reads_like_prose(texts_of(columns.left, hints), fewest) &&
           reads_like_prose(texts_of(columns.right, hints), fewest) &&
           std::abs(width - box_of(columns.right).width()) <= alike * width;
}

/// The left column has room for a heading alone, and what it heads begins in the right one.
bool heads_right_column(const Columns& columns, const Hints& hints) {
    const auto& head = columns.left.front();
    const bool heads = is_head(head, hints) && (!head.bold || !columns.right.front().bold);
    return columns.left.size() == 1 && heads && !begins_item(columns.right.front().text);
}

/// They stand where the report's other columns of prose do.
bool stand_in(const ColumnEdges& edges, const Columns& columns, const Hints& hints) {
    return edges.are_at(box_of(columns.left).x0, box_of(columns.right).x0, columns.left.front().size) &&
           (has_long_lines(texts_of(columns.left, hints)) || heads_right_column(columns, hints)) &&
           has_long_lines(texts_of(columns.right, hints));
}

/// The left column ends with the sentence that the right one goes on with: what stands set apart below is the
/// head of what follows both. The index of the first such line, or the run's end.
std::size_t end_of_sentence(const std::vector<TextLine>& lines, const Run& run, const Columns& columns,
                            const Hints& hints) {
    const double bottom = box_of(columns.right).y1;
    for (auto i = run.last; i-- > 1 && lines[i].box.y0 > bottom;)
        if (gap_between(lines[i - 1], lines[i]) > hints.set_apart() * lines[i].size &&
            goes_on_in(columns, lines[i - 1]))
            return i;
    return run.last;
}

/// Columns above text of the page's whole width end at one height. What stands set apart below the right one
/// is the head of that text, and its first lines if they are short, unless the right column goes on with its
/// last sentence. The index of the first, or the run's end.
std::size_t end_of_both(const std::vector<TextLine>& lines, const Run& run, std::size_t limit,
                        const Columns& columns, const Hints& hints) {
    const bool goes_on = run.last < limit && lines[run.last].page == lines[run.last - 1].page;
    if (!goes_on || lines[run.last].box.x1 < run.strip.x0) return end_of_sentence(lines, run, columns, hints);
    const auto left = box_of(columns.left);
    // A filled line at the column's edge, which the text below does not go on with: heads are shorter, or
    // bold, and items end where they end.
    const bool text_begins = !unicode::starts_with_lower(lines[run.last].text);
    const auto ends_left = [&](const TextLine& line) {
        return text_begins && goes_on_in(columns, line) && !is_head(line, hints) &&
               is_filled(line, columns.right.front(), left.x1) &&
               measures::are_aligned(line.box.x0, left.x0, line.size);
    };
    const double bottom = box_of(columns.right).y1;
    auto end = run.last;
    for (auto i = run.last; i-- > 0 && lines[i].box.y0 > bottom;) {
        const auto& line = lines[i];
        if (i + 1 == end && ends_left(line)) break;
        const bool apart = gap_between(lines[i - 1], line) > hints.set_apart() * line.size;
        if (apart || begins_item(line.text)) end = i;
    }
    return end;
}

/// The first line begins at the column's edge, but for an indent: the heads of a box stand at its ends.
bool begins_at_edge(const std::vector<TextLine>& column) {
    constexpr double widest_indent = 3; // ems
    const auto& first = column.front();
    return first.box.x0 - box_of(column).x0 <= widest_indent * first.size;
}

/// The lines at `at` as two columns, prose or not.
struct Candidate {
    std::size_t last = 0; ///< one past the last line
    Columns columns;
};

std::optional<Candidate> candidate_at(const std::vector<TextLine>& lines, std::size_t at, std::size_t limit,
                                      const Hints& hints) {
    auto run = run_at(lines, at, limit, hints);
    if (!run) return std::nullopt;
    auto columns = parted(lines, at, *run);
    if (!columns.are_two()) return std::nullopt;
    // The axis of a chart above them has figures alone.
    if (!unicode::has_letter(columns.left.front().text) || !unicode::has_letter(columns.right.front().text))
        return std::nullopt;
    if (const auto end = end_of_both(lines, *run, limit, columns, hints); end != run->last) {
        run->last = end;
        columns = parted(lines, at, *run);
        if (!columns.are_two()) return std::nullopt;
    }
    if (!begins_at_edge(columns.left) || !begins_at_edge(columns.right)) return std::nullopt;
    return Candidate{run->last, std::move(columns)};
}

/// Where most of such columns stand; nothing if fewer than `fewest` do.
std::optional<ColumnEdges> recurring(const std::vector<ColumnEdges>& found, std::ptrdiff_t fewest) {
    constexpr double slack = 1; // points: what rounding adds
    const auto alike = [&](const ColumnEdges& a) {
        return std::count_if(found.begin(), found.end(), [&](const ColumnEdges& b) {
            return std::abs(a.left - b.left) < slack && std::abs(a.right - b.right) < slack;
        });
    };
    const auto commonest = std::max_element(
        found.begin(), found.end(), [&](const auto& a, const auto& b) { return alike(a) < alike(b); });
    if (commonest == found.end() || alike(*commonest) < fewest) return std::nullopt;
    return *commonest;
}

/// Where the report's text begins: leftmost, but for what few lines stand out by.
double text_edge(const std::vector<TextLine>& lines) {
    constexpr std::size_t few = 20; // of so many lines one
    std::map<long, std::size_t> starts;
    for (const auto& line : lines)
        ++starts[std::lround(line.box.x0)];
    for (const auto& [edge, count] : starts)
        if (count * few >= lines.size()) return static_cast<double>(edge);
    return 0;
}

/// A sentence goes on with the line.
bool goes_on_with(const std::vector<TextLine>& lines, std::size_t at) {
    return at > 0 && !is_finished(lines[at - 1].text) && unicode::starts_with_lower(lines[at].text);
}

/// Sentences go on from line to line of the left column, which no row of a table does.
bool may_be_prose(const Columns& columns) {
    const auto& left = columns.left;
    if (!has_long_lines(left)) return false;
    for (std::size_t i = 1; i < left.size(); ++i)
        if (goes_on_with(left, i)) return true;
    return false;
}

/// A figure stands alone at the end of a line: a points box, whatever its heads are. It holds no texts side
/// by side, but prose close below it may be taken for more of its rows while the edges of prose are not
/// known.
bool holds_points(const std::vector<TextLine>& lines, std::size_t first, std::size_t last) {
    return std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(first),
                       lines.begin() + static_cast<std::ptrdiff_t>(last), [](const TextLine& line) {
                           const auto segments = line.segments(measures::between_cells);
                           return printed::figure(segments.back().text).has_value();
                       });
}

/// Bullets in the midst of its lines: lists stand side by side in it.
bool holds_lists_abreast(const std::vector<TextLine>& lines) {
    return std::any_of(lines.begin(), lines.end(), [](const TextLine& line) {
        for (std::size_t w = 1; w + 1 < line.words.size(); ++w)
            if (is_inner_bullet(line.words[w].text, line.words[w + 1].text)) return true;
        return false;
    });
}

/// Sentences go on through most of its lines.
bool is_running_text(const std::vector<TextLine>& lines) {
    constexpr std::size_t fewest_lines = 5;
    constexpr double least_going_on = 0.4; // of the lines: the others begin a paragraph or a sentence
    if (lines.size() < fewest_lines || !has_long_lines(lines)) return false;
    std::size_t going_on = 0;
    for (std::size_t i = 1; i < lines.size(); ++i)
        going_on += goes_on_with(lines, i) ? 1 : 0;
    return static_cast<double>(going_on) > least_going_on * static_cast<double>(lines.size());
}

/// The line begins something: an item, a figure, a text with a capital.
bool begins_anew(const TextLine& line) {
    return begins_item(line.text) || !unicode::starts_with_lower(line.text);
}

/// The text's line that stands beside the other, if one does.
std::optional<std::size_t> line_beside(const std::vector<TextLine>& text, const TextLine& line) {
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i].box.y0 < line.box.middle_y() && line.box.middle_y() < text[i].box.y1) return i;
    return std::nullopt;
}

/// The line begins something close below another, and on no line of the text: labels stand as far apart as
/// what they are labels of.
bool follows_off_line(const std::vector<TextLine>& panel, std::size_t at, const TextLine& beside) {
    const auto& line = panel[at];
    return at > 0 && gap_between(panel[at - 1], line) < measures::set_apart * line.size &&
           std::abs(beside.box.middle_y() - line.box.middle_y()) > measures::trifle * line.size;
}

/// A narrow column beside running text that has nothing to do with its lines: it begins things where a
/// sentence of the text goes on, or between its lines, as no label and no cell of a row does.
bool is_panel(const std::vector<TextLine>& panel, const std::vector<TextLine>& text) {
    constexpr std::size_t enough = 2; // once a label may, of a text that is set a little lower
    constexpr double narrower = 0.8;  // of the text's width: lists side by side are as wide as each other
    if (!is_running_text(text) || is_running_text(panel) || holds_lists_abreast(text)) return false;
    if (box_of(panel).width() > narrower * box_of(text).width()) return false;
    std::size_t apart = 0;
    for (std::size_t i = 0; i < panel.size(); ++i) {
        if (!begins_anew(panel[i])) continue;
        const auto beside = line_beside(text, panel[i]);
        if (beside && (goes_on_with(text, *beside) || follows_off_line(panel, i, text[*beside]))) ++apart;
    }
    return apart >= enough;
}

} // namespace

std::optional<ProseColumns> panel_beside_prose_at(const std::vector<TextLine>& lines, std::size_t at,
                                                  std::size_t limit, double body_size, const Hints& hints) {
    if (heads_lists(lines, at, hints)) return std::nullopt;
    const auto candidate = candidate_at(lines, at, limit, hints);
    if (!candidate) return std::nullopt;
    // What goes on from the left column is no panel, nor what stands where the report sets its columns.
    if (run_on(candidate->columns)) return std::nullopt;
    if (hints.prose_edges && stand_in(*hints.prose_edges, candidate->columns, hints)) return std::nullopt;
    const auto& [left, right] = candidate->columns;
    const bool at_left = is_panel(left, right);
    if (!at_left && !is_panel(right, left)) return std::nullopt;
    ProseColumns found{candidate->last, {}};
    for (const auto* column : {at_left ? &left : &right, at_left ? &right : &left}) {
        auto flow = flowed(*column, 0, column->size(), body_size, hints);
        std::move(flow.begin(), flow.end(), std::back_inserter(found.blocks));
    }
    return found;
}

std::optional<ColumnEdges> edges_of_prose(const std::vector<TextLine>& lines, double body_size,
                                          const Hints& hints) {
    constexpr std::ptrdiff_t fewest = 2;       // of them: one may stand so by chance
    constexpr std::ptrdiff_t fewest_short = 4; // half of the areas
    const double edge = text_edge(lines);      // cells of tables stand within it
    std::vector<ColumnEdges> found;
    std::vector<ColumnEdges> perhaps;
    for (std::size_t at = 0; at < lines.size();) {
        const auto table = column_table_at(lines, at, lines.size(), body_size, hints);
        if (table && !holds_points(lines, at, table->last)) {
            at = table->last;
            continue;
        }
        const auto candidate = candidate_at(lines, at, lines.size(), hints);
        const bool prose = candidate && read_like_prose(candidate->columns, hints);
        const bool maybe = candidate && may_be_prose(candidate->columns) &&
                           measures::are_aligned(lines[at].box.x0, edge, body_size);
        if (prose || maybe)
            (prose ? found : perhaps)
                .push_back({box_of(candidate->columns.left).x0, box_of(candidate->columns.right).x0});
        at = prose || maybe ? candidate->last : at + 1;
    }
    if (const auto edges = recurring(found, fewest)) return edges;
    perhaps.insert(perhaps.end(), found.begin(), found.end());
    return recurring(perhaps, fewest_short);
}

std::optional<ProseColumns> prose_columns_at(const std::vector<TextLine>& lines, std::size_t at,
                                             std::size_t limit, double body_size, const Hints& hints) {
    auto candidate = candidate_at(lines, at, limit, hints);
    if (!candidate) return std::nullopt;
    const bool known = hints.prose_edges && stand_in(*hints.prose_edges, candidate->columns, hints);
    if (!known && !read_like_prose(candidate->columns, hints)) return std::nullopt;
    ProseColumns found{candidate->last, {}};
    auto text = std::move(candidate->columns.left);
    text.insert(text.end(), candidate->columns.right.begin(), candidate->columns.right.end());
    found.blocks = flowed(text, 0, text.size(), body_size, hints);
    return found;
}

} // namespace kompass::layout
