// The cells of a row in a table of figures, by name: what labels it, its wording, its figures from left to
// right.
//
// A view: the cells belong to the table and must outlive it. Only rows of tables with figures
// (Table::figures) have this form; each has a label and a wording, empty where none is printed. Pure; no
// errors.
#pragma once

#include "model/block.h"

#include <cstddef>
#include <span>

namespace kompass {

template <typename Cell>
class FigureRowOf {
public:
    /// Where the figures begin among the row's cells.
    static constexpr std::size_t first_figure = 2;

    explicit FigureRowOf(std::span<Cell> cells) : cells_(cells) {}

    [[nodiscard]] Cell& label() const { return cells_[0]; }   ///< "4.2"; in a head "4."
    [[nodiscard]] Cell& wording() const { return cells_[1]; } ///< of a question; a title; "Summa"
    [[nodiscard]] std::span<Cell> figures() const { return cells_.subspan(first_figure); }

private:
    std::span<Cell> cells_;
};

using FigureRow = FigureRowOf<const TableCell>;
using FigureRowToFill = FigureRowOf<TableCell>;

[[nodiscard]] inline TableRow empty_figure_row(std::size_t figures) {
    return TableRow(FigureRow::first_figure + figures);
}

} // namespace kompass
