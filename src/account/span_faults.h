// What speaks against an area's text as a whole: a page that is missing or stands wrongly within it, the next
// area's heading not seen. Each gives a phrase for people, or nothing. Pure and thread safe.
#pragma once

#include "account/survey.h"

#include <string>

namespace kompass::account {

/// Why the area's text as a whole is not to be trusted; empty if nothing says so.
[[nodiscard]] std::string fault_of_span(const Survey& survey, const AreaView& view);

/// A page is missing that belongs to no area's text: it may have held what a report holds beside its
/// areas.
[[nodiscard]] std::string page_lost_outside(const Survey& survey);

} // namespace kompass::account
