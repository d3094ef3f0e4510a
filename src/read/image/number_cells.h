// The cells of a ruled table that hold figures, told from their ink, and read as such.
//
// A column holds figures if most of its cells below the head hold one narrow line that reads like a figure.
// Its cells are read as figures of the column's kind; a head above them stays text. One thread at a time.
#pragma once

#include "read/image/ruled_tables.h"
#include "read/ocr/figure_reader.h"

#include <vector>

namespace kompass::read {

/// A figure and the ink it was read from.
struct PlacedFigure {
    PixelBox box;
    FigureReading reading;
    std::size_t cell = 0; ///< index into the table's cells
};

[[nodiscard]] std::vector<PlacedFigure> read_number_cells(const CleanPage& page, const RuledTable& table,
                                                          FigureReader& reader);

/// The box around one line of figures inside `area`, small dots of dirt left out; none if there is no ink, or
/// more than one line, or a line longer than figures are.
[[nodiscard]] std::optional<PixelBox> figure_ink(const CleanPage& page, const PixelBox& area);

/// What most of these figures are.
[[nodiscard]] FigureKind kind_of(const std::vector<PlacedFigure>& figures);

} // namespace kompass::read
