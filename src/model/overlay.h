// Corrections laid over a record.
//
// Pure functions, thread safe.
#pragma once

#include "model/correction.h"
#include "model/record.h"

#include <optional>
#include <string>
#include <vector>

namespace kompass {

/// What stands in a cell.
struct CellContent {
    std::optional<std::string> text; ///< none: nothing is stated
    bool is_number = false;          ///< it holds figures only
};

/// nullopt if the record has no such cell.
[[nodiscard]] std::optional<CellContent> content_of(const Record& record, const Cell& cell);

/// True of the lists to which a person may add what the report names and no reading found: role models and
/// evaluators. Such a cell is there though nothing stands in it.
[[nodiscard]] bool can_be_added(const Cell& cell);

/// The cell of the record that the correction is about. What stands in a list (a finding, a role model, an
/// evaluator) is known by its text too, since another reading may have it elsewhere in its list, or more.
/// nullopt: the record has none such.
[[nodiscard]] std::optional<Cell> cell_decided(const Correction& correction, const Record& record);

/// The latest correction of each cell that was not taken back, by when it was made; of those made at once,
/// the last. Where the latest was taken back, the one before it counts again.
[[nodiscard]] std::vector<Correction> in_force(const std::vector<Correction>& corrections);

/// The record with its corrections in force; a corrected figure is no longer doubtful. A corrected
/// municipality has the code that its correction cannot tell: none.
[[nodiscard]] Record corrected(const Record& record);

/// How a correction stands to the record as it was read last.
enum class CorrectionState {
    in_force,     ///< it says something else than the reading
    confirmed,    ///< it says what the reading said already when it was made
    needless,     ///< the reading says the same by now
    contradicted, ///< the reading has changed since, to something else
    without_cell, ///< the record has no such cell any more
    superseded,   ///< a later one of its cell counts, or it was taken back
    withdrawal,   ///< it takes another one back
};

/// Superseded or not is told of those that `record` has among its corrections.
[[nodiscard]] CorrectionState state_of(const Correction& correction, const Record& record);
[[nodiscard]] const char* name_of(CorrectionState state);

} // namespace kompass
