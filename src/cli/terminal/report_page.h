// A report as a page to read in a terminal: identity, the eight areas as a bar chart, then each area's
// questions, headings, findings and role models; history, key facts, the heads of other chapters, what does
// not add up, what went wrong.
//
// A figure or text that is not simply sound bears the mark of its state, and a note explains those used.
// Pure; depends on the terminal's width and colours only.
#pragma once

#include "archive/evaluation/effective.h"
#include "cli/terminal/terminal.h"
#include "enquiry/cell_states.h"
#include "enquiry/reports.h"

#include <cstddef>
#include <string>
#include <vector>

namespace kompass::cli {

/// What is in effect is shown, with what decisions changed; `report` says of which evaluation.
[[nodiscard]] std::string report_page(const archive::Effective& effective, const enquiry::CellStates& states,
                                      const enquiry::ReportIdentity& report, const Terminal& terminal);

/// What chapters outside the areas say, by their indices in the record.
[[nodiscard]] std::string chapters_page(const Record& record, const std::vector<std::size_t>& which,
                                        const Terminal& terminal);

} // namespace kompass::cli
