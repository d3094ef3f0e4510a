// Words that are painted over: what stood there is no longer what the report says, but that something stood
// there is told by them. A word that another was put in the place of is none of them: the other is what the
// report says. A word that is painted over in part is read, and what it stands in is damaged. Pure and thread
// safe.
#pragma once

#include "account/area_view.h"

#include <functional>
#include <string>

namespace kompass::account {

/// The first of them, in order of pages, whose place is meant; empty if there is none.
[[nodiscard]] std::string painted_over(const Sight& sight,
                                       const std::function<bool(int page, const Box& box)>& is_meant);

/// The first of them that stands within the area's text, between its uppermost and its lowest line of a page.
[[nodiscard]] std::string painted_over(const Sight& sight, const AreaView& view);

/// What the warning says of the first word painted over in part that stands in a value of the part; empty if
/// there is none.
[[nodiscard]] std::string partly_painted_over(const Sight& sight, PartKind kind, int area);

} // namespace kompass::account
