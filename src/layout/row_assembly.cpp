#include "layout/row_assembly.h"

#include "layout/hyphenation.h"
#include "model/figure_row.h"
#include "text/tokens.h"
#include "text/unicode.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

namespace kompass::layout {

namespace {

/// The lines that fix a row: its label and its figures, often on one line.
struct Anchor {
    std::size_t first = 0, last = 0; ///< lines, inclusive
    bool labelled = false, figured = false;
};

/// A table sets all its rows alike: the first whose label and figures stand on two lines tells which of them
/// comes first. True if no row does so.
bool labels_come_first(const std::vector<RowLine>& lines) {
    const auto one_of_both = std::find_if(lines.begin(), lines.end(), [](const RowLine& line) {
        return line.label.empty() != line.figures.empty();
    });
    return one_of_both == lines.end() || !one_of_both->label.empty();
}

/// A label opens a row unless the row at hand waits for one; figures close it.
std::vector<Anchor> anchors_of(const std::vector<RowLine>& lines) {
    std::vector<Anchor> anchors;
    const bool figures_may_wait = !labels_come_first(lines);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool label = !lines[i].label.empty();
        const bool figures = !lines[i].figures.empty();
        if (!label && !figures) continue;
        // Figures may also stand above their label; the sums, which have none, stand last.
        const bool waits_for_figures = !anchors.empty() && anchors.back().labelled && !anchors.back().figured;
        const bool waits_for_label =
            figures_may_wait && !anchors.empty() && !anchors.back().labelled && anchors.back().figured;
        if ((waits_for_figures && figures && !label) || (waits_for_label && label && !figures)) {
            anchors.back() = {anchors.back().first, i, true, true};
        } else {
            anchors.push_back({i, i, label, figures});
        }
    }
    return anchors;
}

/// What speaks for and against a seam, by how sure a sign it is: most of all what would be cut apart, then
/// how a question ends, then white space, least a capital, which names have too.
struct Seam {
    static constexpr int within_word_or_list = -6; ///< "upp-", "mål/", "plan,"
    static constexpr int within_phrase = -5;       ///< a small letter or a bracket follows
    static constexpr int after_question = 4;
    static constexpr int at_gap = 3;
    static constexpr int before_capital = 1;
    static constexpr int worst = within_word_or_list + within_phrase;
};

/// How well a row may end with `before` and the next begin with `after`.
int seam_quality(const RowLine* before, const RowLine* after) {
    int quality = 0;
    if (before != nullptr && !before->text.empty()) {
        if (ends_like_a_question(before->text)) quality += Seam::after_question;
        if (ends_hyphenated(before->text) || before->text.ends_with('/') || before->text.ends_with(','))
            quality += Seam::within_word_or_list;
    }
    if (after != nullptr && !after->text.empty()) {
        if (unicode::starts_with_lower(after->text) || after->text.starts_with('('))
            quality += Seam::within_phrase;
        if (unicode::starts_with_upper(after->text)) quality += Seam::before_capital;
        if (after->gap_before) quality += Seam::at_gap;
    }
    return quality;
}

/// Where the row that ends at or after line `from` - 1 gives way to the one whose anchor is `to`: the index
/// of the next row's first line.
std::size_t seam(const std::vector<RowLine>& lines, std::size_t from, std::size_t to, bool next_is_sums) {
    for (auto at = from; at <= to; ++at)
        if (lines[at].opens) return at;
    if (next_is_sums && lines[to].text.empty()) return to;
    // Figures may stand between the lines of their text.
    const auto with_text = [&](std::size_t at) {
        while (at > 0 && lines[at].text.empty())
            --at;
        return &lines[at];
    };
    std::size_t best = to;
    int best_quality = Seam::worst - 1;
    // Ties go to the later seam: most tables set number and figures on a question's first line.
    for (std::size_t at = to + 1; at-- > from;) {
        const int quality = seam_quality(with_text(at - 1), &lines[at]);
        if (quality > best_quality) {
            best_quality = quality;
            best = at;
        }
    }
    return best;
}

TableCell text_cell(const std::vector<RowLine>& lines, std::size_t first, std::size_t last) {
    TableCell cell;
    for (std::size_t i = first; i < last; ++i) {
        if (lines[i].text.empty()) continue;
        append_joined(cell.text, lines[i].text);
        add_place(cell.places, lines[i].place);
    }
    return cell;
}

TableRow row_of(const std::vector<RowLine>& lines, std::size_t first, std::size_t last, std::size_t figures) {
    auto cells = empty_figure_row(figures);
    const FigureRowToFill row(cells);
    row.wording() = text_cell(lines, first, last);
    for (std::size_t i = first; i < last; ++i) {
        const auto& line = lines[i];
        if (!line.label.empty()) {
            row.label().text = line.label;
            row.label().places = {line.place};
        }
        for (std::size_t f = 0; f < line.figures.size() && f < figures; ++f) {
            auto& figure = row.figures()[f];
            figure = line.figures[f];
            if (figure.places.empty()) figure.places = {line.place};
        }
    }
    return cells;
}

/// One past the lines that are the row's own whatever follows: its anchor, and where that bears no text and
/// none stands above it, the first line of text below.
std::size_t end_of_own(const std::vector<RowLine>& lines, std::size_t first, std::size_t anchor,
                       std::size_t next) {
    const auto has_text = [](const RowLine& line) { return !line.text.empty(); };
    const auto at = [&](std::size_t i) { return lines.begin() + static_cast<std::ptrdiff_t>(i); };
    const auto own = anchor + 1;
    if (std::any_of(at(first), at(own), has_text)) return own;
    const auto text = std::find_if(at(own), at(next), has_text);
    return text == at(next) ? own : static_cast<std::size_t>(text - lines.begin()) + 1;
}

/// Rows of lines none of which is a title.
void append_rows(std::vector<TableRow>& rows, const std::vector<RowLine>& lines, std::size_t figures) {
    const auto anchors = anchors_of(lines);
    const bool numbered =
        std::any_of(anchors.begin(), anchors.end(), [](const Anchor& anchor) { return anchor.labelled; });
    std::size_t first = 0;
    for (std::size_t a = 0; a < anchors.size(); ++a) {
        std::size_t last = lines.size();
        if (a + 1 < anchors.size()) {
            const auto& next = anchors[a + 1];
            const auto own = end_of_own(lines, first, anchors[a].last, next.first);
            last = seam(lines, own, next.first, numbered && !next.labelled);
        }
        rows.push_back(row_of(lines, first, last, figures));
        first = last;
    }
}

} // namespace

bool ends_like_a_question(std::string_view text) {
    text = text::trimmed(text);
    return text.ends_with('?') || text.ends_with("?\"") || text.ends_with("?”") || text.ends_with('.') ||
           text.ends_with("”.");
}

std::vector<TableRow> assemble_rows(const std::vector<RowLine>& lines, int figures) {
    const auto count = static_cast<std::size_t>(figures);
    std::vector<TableRow> rows;
    std::vector<RowLine> between;
    for (const auto& line : lines) {
        if (!line.title) {
            between.push_back(line);
            continue;
        }
        append_rows(rows, std::exchange(between, {}), count);
        rows.push_back(row_of({line}, 0, 1, count));
    }
    append_rows(rows, between, count);
    return rows;
}

} // namespace kompass::layout
