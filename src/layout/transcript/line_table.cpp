#include "layout/transcript/line_table.h"

#include "layout/hyphenation.h"
#include "layout/row_assembly.h"
#include "model/figure_row.h"
#include "model/instrument.h"
#include "model/printed_tokens.h"
#include "text/tokens.h"

#include <algorithm>
#include <utility>

namespace kompass::layout {

namespace {

using Tokens = std::vector<std::string>;

/// Points, maximum and percentage of a score row.
constexpr std::size_t score_figures = 3;

/// "4.3|[Beskrivs" is a number and a word that a rule of the table joined.
void part_number(Tokens& words, const std::string& token) {
    const auto rule = token.find_first_of("|[");
    if (rule == std::string::npos || printed::question_number(token.substr(0, rule)).empty()) {
        words.push_back(token);
        return;
    }
    words.push_back(token.substr(0, rule));
    if (const auto rest = printed::without_rules(std::string_view(token).substr(rule)); !rest.empty())
        words.emplace_back(rest);
}

std::size_t trailing_figures(const Tokens& line) {
    std::size_t count = 0;
    while (count < line.size() && printed::figure(line[line.size() - 1 - count]))
        ++count;
    return count;
}

/// "4.5" before two figures is no question: its point stands for a comma.
void mend_point(Tokens& line) {
    if (line.size() <= score_figures || trailing_figures(line) != score_figures - 1) return;
    auto& token = line[line.size() - score_figures];
    if (token.size() == 3 && token.ends_with(".5") && !printed::question_number(token).empty())
        token[1] = ',';
}

/// The line's tokens without bars, brackets and lone points; percent signs and halves joined to their
/// figures.
Tokens clean_tokens(const SourceLine& line) {
    Tokens clean;
    for (const auto& token : text::tokens(line.text)) {
        if (printed::is_debris(token)) continue;
        const bool sign = token == "%" || token == "½"; // of the figure before it
        if (sign && !clean.empty() && printed::figure(clean.back()))
            clean.back() += token;
        else if (clean.empty())
            part_number(clean, token);
        else
            clean.push_back(token);
    }
    mend_point(clean);
    return clean;
}

/// The tokens at the line's end that head figure columns.
std::size_t trailing_heads(const SourceLine& line, const Hints& hints) {
    const auto words = clean_tokens(line);
    std::size_t count = 0;
    while (count < words.size() &&
           hints.is_figure_head(printed::without_rules(words[words.size() - 1 - count])))
        ++count;
    return count;
}

bool is_head(const SourceLine& line, const Hints& hints) {
    const auto words = clean_tokens(line);
    const auto heads = trailing_heads(line, hints);
    constexpr std::size_t fewest = 2; // one such word may end any line
    return heads >= fewest && (heads < words.size() || heads >= score_figures);
}

bool only_heads(const SourceLine& line, const Hints& hints) {
    const auto words = clean_tokens(line);
    return !words.empty() && trailing_heads(line, hints) == words.size();
}

bool is_row_start(const SourceLine& line) {
    const auto words = clean_tokens(line);
    return !words.empty() && !printed::question_number(words.front()).empty();
}

std::string bare(std::string_view token) {
    while (!token.empty() && (token.front() == '|' || token.front() == '['))
        token.remove_prefix(1);
    return std::string(token);
}

/// The last figures of a line that may be a row's; more belong to the text.
std::size_t row_figures(const Tokens& words) {
    return trailing_figures(words) >= score_figures ? score_figures : 0;
}

RowLine row_line(const SourceLine& line) {
    RowLine row;
    row.place = line.place;
    row.gap_before = line.gap_before;
    auto words = clean_tokens(line);
    if (!words.empty()) row.label = printed::question_number(words.front());
    const std::size_t figures = row_figures(words);
    for (std::size_t i = words.size() - figures; i < words.size(); ++i) {
        auto& cell = row.figures.emplace_back();
        cell.text = printed::without_rules(words[i]);
        cell.places = {line.place};
    }
    words.resize(words.size() - figures);
    if (!row.label.empty()) words.erase(words.begin());
    if (!words.empty() && words.front().size() > 1) words.front() = bare(words.front());
    row.text = text::with_blanks(words, 0, words.size());
    return row;
}

/// Title and head cells from the head's lines: "2. |Tillgänglighet och brukaroriente- Uppnått |Max |
/// Procent", "ring".
TableRow head_row(const std::vector<SourceLine>& lines, std::size_t first, std::size_t last,
                  const Hints& hints) {
    auto cells = empty_figure_row(score_figures);
    const FigureRowToFill row(cells);
    for (std::size_t i = first; i < last; ++i) {
        auto words = clean_tokens(lines[i]);
        const auto heads = trailing_heads(lines[i], hints);
        const bool continued = only_heads(lines[i], hints) && i > first;
        for (std::size_t h = 0; h < heads && !continued; ++h) {
            // The last heads stand over the last columns; where there are too many the last has the rest.
            const auto column =
                score_figures - std::min(heads, score_figures) + std::min(h, score_figures - 1);
            auto& cell = row.figures()[column];
            cell.text = joined(cell.text, printed::without_rules(words[words.size() - heads + h]));
            cell.places = {lines[i].place};
        }
        words.resize(words.size() - heads);
        if (i == first && !words.empty() && printed::is_table_number(words.front())) {
            row.label().text = words.front();
            row.label().places = {lines[i].place};
            words.erase(words.begin());
        }
        if (words.empty()) continue;
        words.front() = bare(words.front());
        auto& title = row.wording();
        title.text = joined(title.text, text::with_blanks(words, 0, words.size()));
        add_place(title.places, lines[i].place);
    }
    return cells;
}

/// One past the last line of a head that begins at `at`; `at` itself if none does.
std::size_t head_end(const std::vector<SourceLine>& lines, std::size_t at, const Hints& hints) {
    if (at >= lines.size() || !is_head(lines[at], hints)) return at;
    constexpr std::size_t most_lines = 4;  // of a title that wraps in a narrow column
    constexpr std::size_t row_figures = 2; // what ends in so many is a row that lost its number
    std::size_t end = at + 1;
    while (end < lines.size() && end < at + most_lines && !is_row_start(lines[end]) &&
           !hints.is_section_head(lines[end].text) &&
           trailing_figures(clean_tokens(lines[end])) < row_figures)
        ++end;
    return end < lines.size() && is_row_start(lines[end]) ? end : at;
}

/// So many lines hold two rows with their figures, or the lines are no score table: a row wraps to few, and
/// what is no table must not be followed to the end of the text from each of its lines.
constexpr std::size_t lines_of_two_rows = 100;
constexpr int fewest_rows = 2;

/// A question wraps to no more lines below its last figures or label.
constexpr std::size_t most_lines_of_row = 5;

/// One past the sums, or past the last row if there are none.
std::size_t body_end(const std::vector<SourceLine>& lines, std::size_t first, const Hints& hints) {
    const char area = printed::question_number(clean_tokens(lines[first]).front()).front();
    std::size_t end = first;
    bool labelled = false;
    bool figured = false;
    int figured_rows = 0;
    for (std::size_t i = first; i < lines.size(); ++i) {
        if (i - first > lines_of_two_rows && figured_rows < fewest_rows) break;
        const auto words = clean_tokens(lines[i]);
        if (words.empty()) continue;
        const auto label = printed::question_number(words.front());
        if (label.empty() && (hints.is_section_head(lines[i].text) || hints.is_prose_head(lines[i].text) ||
                              is_head(lines[i], hints)))
            break;
        if (!label.empty() && label.front() != area) break;
        if (i > end + most_lines_of_row) break;
        const bool figures = row_figures(words) > 0;
        if (!label.empty()) {
            labelled = true;
            figured = false;
        }
        const bool sums = figures && label.empty() && figured && labelled && words.size() == score_figures;
        figured = figured || figures;
        figured_rows += figures ? 1 : 0;
        if (!label.empty() || figures) end = i + 1;
        if (sums) break;
    }
    return end;
}

} // namespace

std::optional<LineTable> score_table_at(const std::vector<SourceLine>& lines, std::size_t at,
                                        const Hints& hints) {
    const auto body = head_end(lines, at, hints);
    if (body >= lines.size() || !is_row_start(lines[body])) return std::nullopt;
    LineTable table;
    table.last = body_end(lines, body, hints);
    table.block.kind = BlockKind::table;
    table.block.table.figures = static_cast<int>(score_figures);
    std::vector<RowLine> rows;
    for (std::size_t i = body; i < table.last; ++i)
        if (!text::trimmed(lines[i].text).empty()) rows.push_back(row_line(lines[i]));
    const auto figured =
        std::count_if(rows.begin(), rows.end(), [](const RowLine& row) { return !row.figures.empty(); });
    if (figured < fewest_rows) return std::nullopt;
    if (body > at) {
        table.block.table.has_head = true;
        table.block.table.rows.push_back(head_row(lines, at, body, hints));
    }
    for (auto& row : assemble_rows(rows, table.block.table.figures))
        table.block.table.rows.push_back(std::move(row));
    for (std::size_t i = at; i < table.last; ++i)
        add_place(table.block.places, lines[i].place);
    return table;
}

std::optional<LineTable> year_table_at(const std::vector<SourceLine>& lines, std::size_t at) {
    const auto head = clean_tokens(lines[at]);
    std::size_t years = 0;
    while (years < head.size() && printed::year(head[head.size() - 1 - years]))
        ++years;
    if (years == 0) return std::nullopt;
    LineTable table;
    table.block.kind = BlockKind::table;
    table.block.table.figures = static_cast<int>(years);
    table.block.table.has_head = true;
    const auto row_of = [&](const SourceLine& line, const Tokens& words) {
        auto cells = empty_figure_row(years);
        const FigureRowToFill row(cells);
        row.wording() = {text::with_blanks(words, 0, words.size() - years), {}, {line.place}, {}};
        for (std::size_t i = 0; i < years; ++i)
            row.figures()[i] = {
                std::string(printed::without_rules(words[words.size() - years + i])), {}, {line.place}, {}};
        return cells;
    };
    const auto empty_row = [&](const SourceLine& line, const Tokens& words) {
        auto cells = empty_figure_row(years);
        FigureRowToFill(cells).wording() = {
            text::with_blanks(words, 0, words.size() - trailing_figures(words)), {}, {line.place}, {}};
        return cells;
    };
    table.block.table.rows.push_back(row_of(lines[at], head));
    add_place(table.block.places, lines[at].place);
    table.last = at + 1;
    for (std::size_t i = at + 1; i < lines.size(); ++i) {
        const auto words = clean_tokens(lines[i]);
        if (words.empty()) continue;
        const auto figures = trailing_figures(words);
        const bool whole = figures >= years && figures < words.size();
        // Which of a row's figures an OCR lost cannot be told: the row stays, with none.
        const bool damaged = !whole && figures > 0 && printed::is_table_number(words.front());
        if (!whole && !damaged) break;
        table.block.table.rows.push_back(whole ? row_of(lines[i], words) : empty_row(lines[i], words));
        add_place(table.block.places, lines[i].place);
        table.last = i + 1;
    }
    constexpr std::size_t head_and_three_rows = 4; // fewer may be a list that ends in years
    if (table.block.table.rows.size() < head_and_three_rows) return std::nullopt;
    return table;
}

namespace {

/// Reads the rows of a table of what is numbered 1 to 8.
class NumberedRows {
public:
    NumberedRows(const std::vector<SourceLine>& lines, const Hints& hints) : lines_(lines), hints_(hints) {}

    /// From the line of "1."; nothing unless all eight follow.
    std::optional<LineTable> table_from(std::size_t first, std::optional<std::size_t> head) {
        figures_ = figures_of_row(first);
        if (figures_ == 0) return std::nullopt;
        table_.block.kind = BlockKind::table;
        table_.block.table.figures = static_cast<int>(figures_);
        if (head) add_head(*head);
        auto at = first;
        for (int number = 1; number <= area_count; ++number)
            if (!take_row(number, at)) return std::nullopt;
        const bool summed = take_sum(at);
        const bool headed = head && heads_figures(*head);
        if (figures_ == 1 && !summed && !headed) return std::nullopt;
        table_.last = at;
        return std::move(table_);
    }

private:
    /// Of a row, wrapped or not, that begins there.
    [[nodiscard]] std::size_t figures_of_row(std::size_t at) const {
        for (std::size_t i = at; i < lines_.size() && i < at + most_lines_of_area; ++i)
            if (const auto count = trailing_figures(clean_tokens(lines_[i])); count > 0) return count;
        return 0;
    }

    [[nodiscard]] static bool is_numbered(const Tokens& words, int number) {
        if (words.size() < 2) return false;
        auto label = std::string_view(words.front());
        while (label.ends_with('.') || label.ends_with(')'))
            label.remove_suffix(1);
        return label == std::to_string(number);
    }

    void add_head(std::size_t at) {
        auto cells = empty_figure_row(figures_);
        FigureRowToFill(cells).wording() = {
            std::string(text::trimmed(lines_[at].text)), {}, {lines_[at].place}, {}};
        table_.block.table.has_head = true;
        table_.block.table.rows.push_back(std::move(cells));
        add_place(table_.block.places, lines_[at].place);
    }

    [[nodiscard]] bool heads_figures(std::size_t at) const {
        const auto words = clean_tokens(lines_[at]);
        return !words.empty() && (hints_.is_figure_head(words.back()) || hints_.is_box_head(words.back()));
    }

    /// Moves `at` past the row.
    bool take_row(int number, std::size_t& at) {
        std::string wording;
        Places places;
        for (std::size_t taken = 0; at < lines_.size() && taken < most_lines_of_area; ++at) {
            auto words = clean_tokens(lines_[at]);
            if (words.empty()) continue; // a blank line between rows
            if (taken == 0 && (!is_numbered(words, number) || hints_.is_section_head(lines_[at].text)))
                return false;
            if (taken > 0 && is_numbered(words, number + 1)) return false;
            ++taken;
            const auto figures = trailing_figures(words);
            if (figures != 0 && figures != figures_) return false;
            add_place(places, lines_[at].place);
            wording = joined(wording, text::with_blanks(words, 0, words.size() - figures));
            if (figures == 0) continue;
            add_row(wording, words, places, lines_[at].place);
            ++at;
            return true;
        }
        return false;
    }

    void add_row(const std::string& wording, const Tokens& words, const Places& places, const Place& place) {
        auto cells = empty_figure_row(figures_);
        const FigureRowToFill row(cells);
        row.wording() = {wording, {}, places, {}};
        for (std::size_t i = 0; i < figures_; ++i) {
            const auto token = printed::without_rules(words[words.size() - figures_ + i]);
            row.figures()[i] = {std::string(token), {}, {place}, {}};
            if (i == 0) sum_ += printed::figure(token)->value;
        }
        table_.block.table.rows.push_back(std::move(cells));
        for (const auto& each : places)
            add_place(table_.block.places, each);
    }

    /// A line of few words and as many figures. True if the first of them is the sum of the rows'.
    bool take_sum(std::size_t& at) {
        auto next = at;
        while (next < lines_.size() && clean_tokens(lines_[next]).empty())
            ++next;
        if (next == lines_.size()) return false;
        const auto words = clean_tokens(lines_[next]);
        constexpr std::size_t most_words = 4;
        if (trailing_figures(words) != figures_ || words.size() > figures_ + most_words ||
            words.size() == figures_)
            return false;
        const auto sum = sum_;
        const auto printed_sum = printed::figure(words[words.size() - figures_])->value;
        if (printed_sum <= points_an_area) return false;
        add_row(text::with_blanks(words, 0, words.size() - figures_), words, {lines_[next].place},
                lines_[next].place);
        at = next + 1;
        return printed_sum == sum;
    }

    static constexpr std::size_t most_lines_of_area = 3; ///< to which an area's title wraps

    const std::vector<SourceLine>& lines_;
    const Hints& hints_;
    LineTable table_;
    std::size_t figures_ = 0;
    Decimal sum_;
};

} // namespace

std::optional<LineTable> numbered_table_at(const std::vector<SourceLine>& lines, std::size_t at,
                                           const Hints& hints) {
    const auto begins = [&](std::size_t i) {
        return i < lines.size() && text::trimmed(lines[i].text).starts_with('1') &&
               !hints.is_section_head(lines[i].text);
    };
    if (begins(at)) return NumberedRows(lines, hints).table_from(at, std::nullopt);
    constexpr std::size_t most_words = 12; // of a head
    const auto words = clean_tokens(lines[at]);
    auto next = at + 1;
    while (next < lines.size() && clean_tokens(lines[next]).empty())
        ++next;
    const bool may_head = !words.empty() && words.size() <= most_words && trailing_figures(words) == 0 &&
                          !hints.is_section_head(lines[at].text) && !words.back().ends_with('.');
    if (!may_head || !begins(next)) return std::nullopt;
    return NumberedRows(lines, hints).table_from(next, at);
}

} // namespace kompass::layout
