#include "extractors/score_columns.h"

#include "model/figure_row.h"
#include "model/instrument.h"
#include "model/printed_figures.h"
#include "model/printed_tokens.h"
#include "text/tokens.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace kompass {

namespace {

/// The figures of a cell that holds nothing else: there "4.5" is no question.
std::vector<printed::PrintedFigure> figures_of(const std::string& cell) {
    if (printed::question_number(cell).empty()) return printed::figures(cell);
    auto with_comma = cell;
    std::replace(with_comma.begin(), with_comma.end(), '.', ',');
    return printed::figures(with_comma);
}

/// How many figures the cells of a column hold: as most of them do.
std::size_t figures_a_cell(const Table& table, std::size_t column) {
    std::map<std::size_t, std::size_t> cells;
    for (const auto& row : table.rows) {
        if (column >= row.size()) continue;
        const auto figures = figures_of(row[column].text);
        if (!figures.empty() && !figures.front().dash) ++cells[figures.size()];
    }
    const auto most = std::max_element(cells.begin(), cells.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == cells.end() ? 1 : most->first;
}

/// With a comma: a point would make the number of a question of it.
std::string shown(const printed::PrintedFigure& figure) {
    if (figure.dash || !figure.value) return {};
    auto number = figure.value->text();
    std::replace(number.begin(), number.end(), '.', ',');
    return number + (figure.percent ? "%" : "");
}

TableCell with_text(const TableCell& cell, std::string text) {
    TableCell changed = cell;
    changed.text = std::move(text);
    return changed;
}

/// The cell's figures, one a cell; a cell of something else stands first and leaves the rest empty.
void append_singles(TableRow& row, const TableCell& cell, std::size_t count) {
    const auto figures = figures_of(cell.text);
    const bool readable = !figures.empty() && figures.size() <= count &&
                          std::all_of(figures.begin(), figures.end(),
                                      [](const printed::PrintedFigure& f) { return f.value || f.dash; });
    for (std::size_t i = 0; i < count; ++i) {
        if (readable && figures.size() == 1 && count == 1 && printed::figure(cell.text))
            row.push_back(cell);
        else if (readable)
            row.push_back(i < figures.size() ? with_text(cell, shown(figures[i])) : TableCell{});
        else
            row.push_back(i == 0 ? cell : TableCell{});
    }
}

/// "Poäng / max" over a column of pairs heads both, "Poäng/max (procent)" three.
void append_heads(TableRow& row, const TableCell& cell, std::size_t count) {
    std::vector<std::string> heads(1);
    for (const char letter : cell.text) {
        if (std::string_view("/(),").find(letter) == std::string_view::npos)
            heads.back() += letter;
        else if (!text::trimmed(heads.back()).empty())
            heads.emplace_back();
    }
    if (text::trimmed(heads.back()).empty()) heads.pop_back();
    if (count == 1 || heads.size() != count) {
        append_singles(row, cell, count);
        return;
    }
    for (const auto& head : heads)
        row.push_back(with_text(cell, std::string(text::trimmed(head))));
}

struct Figure {
    std::optional<Decimal> value;
    bool percent = false;
};

Figure figure_in(const TableRow& row, std::size_t column) {
    if (column >= row.size()) return {};
    const auto figure = printed::figure(row[column].text);
    return figure ? Figure{figure->value, figure->percent} : Figure{};
}

/// Points and percentage agree if an unrounded score rounds to both.
bool agree(Decimal points, Decimal max, Decimal percent) {
    const double low = std::max(points.real() - 0.5, max.real() * (percent.real() - 0.5) / 100);
    const double high = std::min(points.real() + 0.5, max.real() * (percent.real() + 0.5) / 100);
    return low <= high + 1e-9;
}

/// With a half, as only points have it.
bool is_broken(const Figure& figure) {
    return figure.value && !figure.value->is_whole();
}

/// How well a row bears out the columns.
double row_weight(const TableRow& row, const ScoreColumns& columns) {
    const auto points = figure_in(row, columns.points);
    const auto max = figure_in(row, columns.max);
    const auto percent = figure_in(row, columns.percent);
    double weight = 0;
    if (points.percent || max.percent) weight -= 2;
    if (is_broken(max) || is_broken(percent)) weight -= 2;
    if (percent.percent) weight += 0.3;
    if (points.value && max.value) {
        if (*points.value > *max.value) return weight - 2;
        weight += 0.2;
        if (*max.value == 0 || *max.value > points_an_area)
            return weight - (*max.value == points_of_all_areas ? 0 : 1);
        if (percent.value) weight += agree(*points.value, *max.value, *percent.value) ? 1 : -2;
    }
    if (percent.value && *percent.value > most_percent) weight -= 2;
    return weight;
}

double head_weight(const Table& table, const ScoreColumns& columns, const rules::RuleSet& rules) {
    if (!table.has_head) return 0;
    double weight = 0;
    const auto weigh = [&](std::size_t column, std::string_view role) {
        if (column == ScoreColumns::kNone || column >= table.rows.front().size()) return;
        const auto head = text::trimmed(table.rows.front()[column].text);
        if (head.empty()) return;
        for (const auto* other : {"points_head", "max_head", "percent_head"})
            if (rules.matches(other, head)) weight += other == role ? 2 : -2;
    };
    weigh(columns.points, "points_head");
    weigh(columns.max, "max_head");
    weigh(columns.percent, "percent_head");
    return weight;
}

/// A maximum stands for the same question in every report, and most tables print points first.
double order_weight(const ScoreColumns& columns) {
    return columns.points < columns.max &&
                   (columns.percent == ScoreColumns::kNone || columns.max < columns.percent)
               ? 0.5
               : 0;
}

/// Columns of figures that would mean nothing.
double unexplained(const Table& table, const ScoreColumns& columns) {
    constexpr double weight = 1.5;
    int meanings = 0;
    for (const auto column : {columns.points, columns.max, columns.percent})
        meanings += column == ScoreColumns::kNone ? 0 : 1;
    return weight * std::max(0, std::min(table.figures, 3) - meanings);
}

/// A table whose points were lost is told by maxima that are none of points.
double lost_points(const ScoreColumns& columns) {
    constexpr double weight = 1;
    return columns.points == ScoreColumns::kNone ? weight : 0;
}

/// Whether the column's figures add up to a hundred, and the sum is printed below them: as maxima do, and
/// percentages do not. (Points are the product of both, so that nothing in a row tells them apart.)
bool adds_up_to_hundred(const Table& table, std::size_t column) {
    Decimal sum;
    for (std::size_t r = table.has_head ? 1 : 0; r < table.rows.size(); ++r) {
        const auto figure = figure_in(table.rows[r], column);
        if (!figure.value) return false;
        if (sum == points_an_area && *figure.value == points_an_area) return true;
        sum += *figure.value;
    }
    return false;
}

double table_weight(const Table& table, const ScoreColumns& columns) {
    constexpr double maxima_add_up = 3;
    double weight = adds_up_to_hundred(table, columns.max) ? maxima_add_up : 0;
    for (std::size_t r = table.has_head ? 1 : 0; r < table.rows.size(); ++r)
        weight += row_weight(table.rows[r], columns) - unexplained(table, columns);
    return weight;
}

/// Without what the columns' order tells.
double weight_of(const std::vector<const Table*>& tables, const ScoreColumns& columns,
                 const rules::RuleSet& rules) {
    double weight = -lost_points(columns);
    weight += head_weight(*tables.front(), columns, rules); // tables of one shape have one head
    for (const auto* table : tables)
        weight += table_weight(*table, columns);
    return weight;
}

/// Every way to give the columns their meaning.
std::vector<ScoreColumns> assignments(std::size_t figures) {
    constexpr std::size_t most = 6;
    std::vector<ScoreColumns> all;
    const auto last = FigureRow::first_figure + std::min(figures, most);
    const auto or_none = [&](std::size_t column) { return column == last ? ScoreColumns::kNone : column; };
    for (std::size_t p = FigureRow::first_figure; p <= last; ++p)
        for (std::size_t m = FigureRow::first_figure; m <= last; ++m)
            for (std::size_t c = FigureRow::first_figure; c <= last; ++c) {
                const int lost = int{p == last} + int{m == last} + int{c == last};
                if (lost > 1 || (m != last && (m == p || m == c)) || (p != last && p == c)) continue;
                all.push_back({or_none(p), or_none(m), or_none(c), true});
            }
    return all;
}

ScoreColumns best_columns(const std::vector<const Table*>& tables, std::size_t figures,
                          const rules::RuleSet& rules) {
    constexpr double clear_lead = 0.4;
    struct Weighed {
        ScoreColumns columns;
        double weight = 0;
    };
    std::vector<Weighed> all;
    for (const auto& columns : assignments(figures))
        all.push_back({columns, weight_of(tables, columns, rules)});
    if (all.empty()) return {};
    // The order chooses between equals; it does not make them less equal.
    std::stable_sort(all.begin(), all.end(), [](const Weighed& a, const Weighed& b) {
        return a.weight + order_weight(a.columns) > b.weight + order_weight(b.columns);
    });
    auto best = all.front().columns;
    double second = -1e9;
    for (std::size_t i = 1; i < all.size(); ++i)
        second = std::max(second, all[i].weight);
    // Where nothing holds, the usual order stands as it is printed: the audit tells what contradicts itself.
    best.certain = all.front().weight - second >= clear_lead || (second <= 0 && order_weight(best) > 0);
    return best;
}

/// Tables of one shape have as many columns under the same heads; those without heads go by their number.
std::string shape_of(const Table& table) {
    auto shape = std::to_string(table.figures);
    if (table.has_head)
        for (std::size_t c = FigureRow::first_figure; c < table.rows.front().size(); ++c)
            shape += "\t" + table.rows.front()[c].text;
    return shape;
}

} // namespace

Table with_single_figures(const Table& table) {
    Table single;
    single.has_head = table.has_head;
    std::vector<std::size_t> counts;
    for (std::size_t c = 0; c < static_cast<std::size_t>(table.figures); ++c)
        counts.push_back(figures_a_cell(table, FigureRow::first_figure + c));
    for (const auto count : counts)
        single.figures += static_cast<int>(count);
    for (const auto& row : table.rows) {
        TableRow changed(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(
                                                        std::min(FigureRow::first_figure, row.size())));
        const bool head = table.has_head && &row == &table.rows.front();
        for (std::size_t c = 0; c < counts.size() && FigureRow::first_figure + c < row.size(); ++c)
            (head ? append_heads : append_singles)(changed, row[FigureRow::first_figure + c], counts[c]);
        single.rows.push_back(std::move(changed));
    }
    return single;
}

bool reads_like_scores(const Table& table) {
    std::size_t figured = 0;
    for (std::size_t r = table.has_head ? 1 : 0; r < table.rows.size(); ++r) {
        const auto figures = FigureRow(table.rows[r]).figures();
        const bool any = std::any_of(figures.begin(), figures.end(),
                                     [](const TableCell& cell) { return !cell.text.empty(); });
        figured += any ? 1 : 0;
    }
    constexpr std::size_t fewest_rows = 3;
    if (figured < fewest_rows) return false;
    const auto all = assignments(static_cast<std::size_t>(table.figures));
    return std::any_of(all.begin(), all.end(), [&](const ScoreColumns& columns) {
        if (columns.max == ScoreColumns::kNone) return false;
        if (adds_up_to_hundred(table, columns.max)) return true;
        std::size_t agreeing = 0;
        for (const auto& row : table.rows) {
            const auto points = figure_in(row, columns.points);
            const auto max = figure_in(row, columns.max);
            const auto percent = figure_in(row, columns.percent);
            const bool holds = points.value && max.value && percent.value && *points.value <= *max.value &&
                               *max.value > 0 && agree(*points.value, *max.value, *percent.value);
            agreeing += holds ? 1 : 0;
        }
        return agreeing == figured;
    });
}

std::vector<ScoreColumns> score_columns(const std::vector<Table>& tables, const rules::RuleSet& rules) {
    std::map<std::string, std::vector<const Table*>> shapes;
    std::map<int, std::vector<const Table*>> by_number;
    for (const auto& table : tables) {
        shapes[shape_of(table)].push_back(&table);
        by_number[table.figures].push_back(&table);
    }
    std::map<std::string, ScoreColumns> known;
    std::vector<ScoreColumns> columns;
    columns.reserve(tables.size());
    for (const auto& table : tables) {
        const auto shape = shape_of(table);
        const auto [at, is_new] = known.try_emplace(shape);
        if (is_new)
            at->second = best_columns(table.has_head ? shapes[shape] : by_number[table.figures],
                                      static_cast<std::size_t>(table.figures), rules);
        columns.push_back(at->second);
    }
    return columns;
}

} // namespace kompass
