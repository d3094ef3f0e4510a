// The sheet (CSV) of totals that other publications give, read and written.
//
// Columns municipality, year, month, total, area_1 … area_8, source; month and the areas may be missing. The
// municipality is one of the register, by name or code. Points may have a decimal, with a point or a comma;
// an empty field is a figure that the publication does not give. Pure; what is no such sheet at all is a
// std::runtime_error.
#pragma once

#include "archive/outside/known_totals.h"
#include "archive/outside/sheet_fault.h"
#include "rules/municipality.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kompass::archive {

struct KnownLine {
    std::size_t line = 0;
    KnownTotals totals;
    std::string
        remark; ///< what is odd, though it is taken: the areas do not sum to the total; empty: nothing
};

struct KnownSheet {
    std::vector<KnownLine> lines;
    SheetFaults faults;
};

/// `name` is what errors call the sheet.
[[nodiscard]] KnownSheet parsed_known_sheet(std::string_view csv, const std::string& name,
                                            const rules::Municipalities& municipalities);

/// A sheet that is read back as the same.
[[nodiscard]] std::string known_sheet(const std::vector<KnownTotals>& all);

} // namespace kompass::archive
