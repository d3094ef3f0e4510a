// Corrections as people see them: checked before they are taken, and compared with what was read last.
#pragma once

#include "model/overlay.h"
#include "model/record.h"
#include "rules/knowledge.h"

#include <string>
#include <vector>

namespace kompass::cli {

/// What stands in the cell of that name. Throws std::runtime_error saying what is wrong and what is possible,
/// if the record has no such cell or it cannot hold the value: of another kind, out of its range, an edition
/// or a municipality that is not known.
CellContent require_correctable(const Record& record, const std::string& name,
                                const std::optional<std::string>& value, const rules::Knowledge& knowledge);

/// Of a cell of a list to which something can be added: throws std::runtime_error unless it is there, or
/// comes next and states something. Of other cells nothing is asked.
void require_in_list(const Record& record, const Cell& cell, bool states_something);

/// Throws std::runtime_error where the value makes no sense beside what else is in effect: points above their
/// maximum (unless they are so already), a role model that the area names at another place, a year to come.
void require_sense(const Record& record, const Cell& cell, const std::string& value);

/// That the record has no cell of that name, what may be meant, and how cells are named.
[[nodiscard]] std::string no_such_cell(const Record& record, const std::string& name);

/// "the correction of 4.4 percent (68) is needless: it reads so now": what a new reading did to corrections.
[[nodiscard]] std::vector<std::string> remarks_on_corrections(const Record& record);

/// "4.4 percent: read 63, taken as 68, now 66 (Anna: seen on the page)"
[[nodiscard]] std::string describe(const Correction& correction, const Record& record);

} // namespace kompass::cli
