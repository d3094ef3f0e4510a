// What the parts of a report are judged by: the report, its areas, the faults of its pages, and what its
// areas have in common.
//
// Refers to what it was made from, which must outlive it. Pure and thread safe.
#pragma once

#include "account/area_view.h"
#include "account/page_numbers.h"
#include "model/account.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kompass::account {

inline constexpr int kMostAreas = 6; ///< what so many have, all have
inline constexpr std::array kFindingLists = {PartKind::strengths, PartKind::improvements,
                                             PartKind::weaknesses};

/// What the areas of a report have in common.
struct Siblings {
    std::map<PartKind, int> having;              ///< how many areas have the part
    int telling_points = 0;                      ///< areas whose points stand by themselves near their heads
    int summed = 0;                              ///< areas with a row of sums
    int questions = 0, marked = 0, percents = 0; ///< questions, those with a question mark, with a percent
};

/// Where pages' text begins, without running heads.
struct PageTop {
    double y = 0;    ///< of half of the pages or more, points
    double type = 0; ///< size of most blocks' type, points
};

struct Survey {
    const Sight& sight;
    const std::vector<AreaView>& areas;
    const std::vector<PageFault>& pages;
    Siblings siblings;
    std::optional<PageTop> page_top; ///< nothing where places are not known
};

[[nodiscard]] Survey survey_of(const Sight& sight, const std::vector<AreaView>& areas,
                               const std::vector<PageFault>& pages);

[[nodiscard]] int times(const std::map<PartKind, int>& counts, PartKind kind);

[[nodiscard]] bool has_box(const Area& area);

/// A text of the part ends a line though there was room for more.
[[nodiscard]] bool cut_short(const Sight& sight, const AreaView& view, PartKind kind);

/// The start of the first holder's text, for a message.
[[nodiscard]] std::string text_of(const Sight& sight, const std::vector<std::size_t>& holders);

} // namespace kompass::account
