// Where on its page a single figure stands.
//
// A record keeps one place for a whole row of a score table, and for a whole column of the history. The words
// that were read there tell the figures in it apart: as many numbers as the row has figures are these
// figures, in the order that the table's rows agree upon. Where that is not to be told, the place is the
// row's or the column's: wide, never wrong. Pure; no errors.
#pragma once

#include "model/document.h"
#include "model/record.h"

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace kompass::publish {

/// The page of a document as it was read; null if that is not kept.
using PageAsRead = std::function<const Page*(int number)>;

/// Of a row of a score table.
[[nodiscard]] bool is_of_row(const Cell& cell);

/// Of all figures of the record that have geometry.
[[nodiscard]] std::map<Cell, Place> places_of_figures(const Record& record, const PageAsRead& pages);

/// Of a figure of the record; nullopt without geometry.
[[nodiscard]] std::optional<Place> place_of_figure(const Record& record, const Cell& cell,
                                                   const PageAsRead& pages);

} // namespace kompass::publish
