#include "layout/transcript/marked_table.h"

#include "layout/row_assembly.h"
#include "layout/transcript/markup.h"
#include "model/figure_row.h"
#include "model/median.h"
#include "model/printed_tokens.h"
#include "text/tokens.h"

#include <algorithm>
#include <map>

namespace kompass::layout {

namespace {

struct MarkedRow {
    std::vector<TableCell> cells;
    Place place;
};

/// The row at `i`, with the lines that its open HTML lists reach over; moves `i` past them.
std::optional<MarkedRow> row_at(const std::vector<SourceLine>& lines, std::size_t& i) {
    std::string text = lines[i].text;
    if (marked_cells(text).empty()) return std::nullopt;
    MarkedRow row{{}, lines[i].place};
    ++i;
    while (i < lines.size() && has_open_list(text) && !lines[i].gap_before &&
           lines[i].text.find('<') != std::string::npos && lines[i].text.find('\t') == std::string::npos)
        text += ' ' + lines[i++].text;
    const auto cells = marked_cells(text);
    if (is_dash_rule(cells)) return row;
    for (const auto& cell : cells)
        row.cells.push_back(marked_cell(cell, row.place.page));
    return row;
}

bool is_figure_cell(const TableCell& cell) {
    return printed::figure(cell.text).has_value();
}

std::size_t trailing_figures(const std::vector<TableCell>& cells) {
    std::size_t count = 0;
    while (count < cells.size() && is_figure_cell(cells[cells.size() - 1 - count]))
        ++count;
    return count;
}

/// How many of the last columns hold figures in most rows.
std::size_t figure_columns(const std::vector<MarkedRow>& rows) {
    std::vector<std::size_t> votes;
    for (const auto& row : rows) {
        const auto count = std::min<std::size_t>(trailing_figures(row.cells), row.cells.size() - 1);
        if (count >= 1) votes.push_back(count);
    }
    constexpr std::size_t fewest = 3; // rows, and most of all: a list may end in a year or two
    if (votes.size() < fewest || votes.size() * 2 < rows.size()) return 0;
    return median(std::move(votes));
}

TableRow head_row(const TableRow& cells, std::size_t figures) {
    auto head = empty_figure_row(figures);
    const FigureRowToFill row(head);
    const auto texts = cells.size() - std::min(cells.size(), figures);
    for (std::size_t i = 0; i < texts; ++i)
        (texts >= 2 && i == 0 ? row.label() : row.wording()) = cells[i];
    for (std::size_t i = texts; i < cells.size(); ++i)
        row.figures()[i - texts] = cells[i];
    return head;
}

/// Where a row's figures stand in its cells: at its end if they are complete, else (one is missing) below the
/// figures of the table's other rows. None if no figure stands there.
std::size_t first_figure(const std::vector<TableCell>& cells, std::size_t figures, std::size_t columns) {
    if (trailing_figures(cells) >= figures) return cells.size() - figures;
    const auto first = std::min(columns - figures, cells.size());
    const bool any =
        std::any_of(cells.begin() + static_cast<std::ptrdiff_t>(first), cells.end(), is_figure_cell);
    return any && cells.size() <= columns ? first : cells.size();
}

RowLine row_line(const MarkedRow& row, std::size_t figures, std::size_t columns) {
    RowLine line;
    line.place = row.place;
    line.gap_before = true; // each row of marks is a row of the table unless its text begins small
    const auto first = first_figure(row.cells, figures, columns);
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < first; ++i)
        if (!row.cells[i].text.empty()) texts.push_back(row.cells[i].text);
    for (std::size_t i = first; i < row.cells.size(); ++i)
        line.figures.push_back(row.cells[i]);
    std::string whole = text::with_blanks(texts, 0, texts.size());
    const auto label = whole.substr(0, whole.find(' '));
    line.label = printed::question_number(label);
    if (!line.label.empty()) whole.erase(0, std::min(whole.size(), label.size() + 1));
    line.text = std::move(whole);
    return line;
}

/// How many cells most of the rows with all their figures have.
std::size_t usual_columns(const std::vector<MarkedRow>& rows, std::size_t figures) {
    std::map<std::size_t, std::size_t> votes;
    for (const auto& row : rows)
        if (trailing_figures(row.cells) >= figures) ++votes[row.cells.size()];
    return std::max_element(votes.begin(), votes.end(), [](auto& a, auto& b) { return a.second < b.second; })
        ->first;
}

/// The first row has as many cells as the others, and words over each of their columns of figures.
bool stands_over_figures(const std::vector<TableCell>& cells, std::size_t figures, std::size_t columns) {
    return cells.size() == columns && figures < columns &&
           std::all_of(cells.end() - static_cast<std::ptrdiff_t>(figures), cells.end(),
                       [](const TableCell& cell) { return !cell.text.empty() && !is_figure_cell(cell); });
}

/// The first row heads the columns: "Uppnått", "2015", or, beside no figures, "År 2015".
bool is_head(const std::vector<TableCell>& cells, const Hints& hints) {
    const bool figured = trailing_figures(cells) > 0;
    return std::any_of(cells.begin(), cells.end(), [&](const TableCell& cell) {
        if (hints.is_figure_head(cell.text) || printed::year(cell.text)) return true;
        const auto words = text::tokens(cell.text);
        return !figured && std::any_of(words.begin(), words.end(),
                                       [](const auto& word) { return printed::year(word).has_value(); });
    });
}

void fill_figures(Table& table, const std::vector<MarkedRow>& rows, std::size_t figures, const Hints& hints) {
    table.figures = static_cast<int>(figures);
    const auto columns = usual_columns(rows, figures);
    std::vector<RowLine> lines;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& cells = rows[i].cells;
        if (i == 0 && (is_head(cells, hints) || stands_over_figures(cells, figures, columns))) {
            table.has_head = true;
            table.rows.push_back(head_row(cells, figures));
        } else {
            lines.push_back(row_line(rows[i], figures, columns));
        }
    }
    for (auto& row : assemble_rows(lines, table.figures))
        table.rows.push_back(std::move(row));
}

bool heads_texts(const std::vector<TableCell>& cells, const Hints& hints) {
    return std::any_of(cells.begin(), cells.end(), [&](const TableCell& cell) {
        return hints.is_column_head(cell.text) || hints.is_box_head(cell.text);
    });
}

void fill_texts(Table& table, std::vector<MarkedRow> rows, const Hints& hints) {
    std::size_t columns = 0;
    for (const auto& row : rows)
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            if (!row.cells[i].text.empty()) columns = std::max(columns, i + 1);
    for (auto& row : rows) {
        row.cells.resize(columns);
        table.rows.push_back(std::move(row.cells));
    }
    table.has_head = heads_texts(table.rows.front(), hints);
}

/// Where a second table begins in rows such as "1. Title | 62 | 1. Title | 59,5": behind figures texts come
/// again, and figures behind those. None if the rows are of one table.
std::optional<std::size_t> second_table(const std::vector<MarkedRow>& rows) {
    std::map<std::size_t, std::size_t> votes;
    for (const auto& row : rows) {
        const auto& cells = row.cells;
        if (cells.size() < 4 || !is_figure_cell(cells.back())) continue;
        for (std::size_t c = 2; c + 1 < cells.size(); ++c)
            if (is_figure_cell(cells[c - 1]) && !is_figure_cell(cells[c]) && !cells[c].text.empty())
                ++votes[c];
    }
    for (const auto& [column, count] : votes)
        if (2 * count > rows.size()) return column;
    return std::nullopt;
}

/// The rows' cells from `first` to `last`; rows that have none there are left out.
std::vector<MarkedRow> cells_of(const std::vector<MarkedRow>& rows, std::size_t first, std::size_t last) {
    std::vector<MarkedRow> part;
    for (const auto& row : rows) {
        const auto end = std::min(last, row.cells.size());
        if (first >= end) continue;
        part.push_back({{row.cells.begin() + static_cast<std::ptrdiff_t>(first),
                         row.cells.begin() + static_cast<std::ptrdiff_t>(end)},
                        row.place});
    }
    return part;
}

void fill(Table& table, std::vector<MarkedRow> rows, const Hints& hints) {
    if (const auto figures = figure_columns(rows); figures >= 1 && rows.size() > 1)
        fill_figures(table, rows, figures, hints);
    else
        fill_texts(table, std::move(rows), hints);
}

/// Nothing but lines drawn with dashes.
bool is_rule(std::string_view text) {
    text = text::trimmed(text);
    return !text.empty() && text.find_first_not_of("-_=+| \t") == std::string_view::npos;
}

/// Where the rows of a head begin that ends before `at`, though a rule or a blank line parts them.
std::optional<std::size_t> rows_below_head(const std::vector<SourceLine>& lines, std::size_t at,
                                           const MarkedRow& head, const Hints& hints) {
    while (at < lines.size() && is_rule(lines[at].text))
        ++at;
    if (at == lines.size()) return std::nullopt;
    auto end = at;
    const auto row = row_at(lines, end);
    const bool below = row && row->cells.size() == head.cells.size() && !heads_texts(row->cells, hints);
    return below ? std::optional(at) : std::nullopt;
}

} // namespace

std::optional<MarkedTable> marked_table_at(const std::vector<SourceLine>& lines, std::size_t at,
                                           const Hints& hints) {
    MarkedTable table;
    table.block.kind = BlockKind::table;
    std::vector<MarkedRow> rows;
    std::size_t i = at;
    bool goes_on = true; // though a blank line stands before
    while (i < lines.size() && (goes_on || !lines[i].gap_before)) {
        auto row = row_at(lines, i);
        if (!row) break;
        add_place(table.block.places, row->place);
        goes_on = false;
        if (row->cells.empty()) continue;
        rows.push_back(std::move(*row));
        if (rows.size() > 1 || !heads_texts(rows.front().cells, hints)) continue;
        if (const auto below = rows_below_head(lines, i, rows.front(), hints)) {
            goes_on = true;
            i = *below;
        }
    }
    if (rows.empty()) return std::nullopt;
    table.last = i;
    if (const auto second = second_table(rows)) {
        table.beside = table.block;
        fill(table.beside->table, cells_of(rows, *second, rows.front().cells.max_size()), hints);
        rows = cells_of(rows, 0, *second);
    }
    fill(table.block.table, std::move(rows), hints);
    return table;
}

} // namespace kompass::layout
