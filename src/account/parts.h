// The list of parts: what a report should hold, and what became of it.
//
// Expected is what the instrument has (eight areas with a title, a score table, strengths and improvements),
// what the report's other areas have, and what a head or an announcement tells of. A part that is in the
// record is damaged where something speaks against it: its own texts and figures, words beside it that
// nothing claims, a heading or a page that is lost next to it. Pure and thread safe.
#pragma once

#include "account/area_view.h"
#include "account/page_numbers.h"
#include "model/account.h"

#include <vector>

namespace kompass::account {

/// By area, then those of the whole report.
[[nodiscard]] std::vector<Part> parts(const Sight& sight, const std::vector<AreaView>& areas,
                                      const std::vector<PageFault>& pages);

} // namespace kompass::account
