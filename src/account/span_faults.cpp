#include "account/span_faults.h"

#include "model/instrument.h"
#include "model/median.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace kompass::account {

namespace {

Places places_of(const Block& block) {
    if (block.kind != BlockKind::table || !block.places.empty()) return block.places;
    Places places;
    for (const auto& row : block.table.rows)
        for (const auto& cell : row)
            for (const auto& place : cell.places)
                add_place(places, place);
    return places;
}

/// The first and last page of the area's text; 0 and -1 if it has none.
std::pair<int, int> pages_of(const Sight& sight, const AreaView& view) {
    int first = 0;
    int last = -1;
    if (view.span == nullptr) return {first, last};
    for (auto i = view.span->first; i < view.span->last; ++i)
        for (const auto& place : places_of(sight.blocks[i])) {
            if (first == 0) first = place.page;
            last = std::max(last, place.page);
        }
    return {first, last};
}

/// What ends well above a page's foot does not go on overleaf.
bool leaves_room(const Survey& survey, int page, const AreaView& view) {
    constexpr double foot = 0.8; // of the page's height
    double lowest = 0;
    for (auto i = view.span->first; i < view.span->last; ++i)
        for (const auto& place : places_of(survey.sight.blocks[i]))
            if (place.page == page && place.box) lowest = std::max(lowest, place.box->y1);
    const auto found = std::find_if(survey.sight.document.pages.begin(), survey.sight.document.pages.end(),
                                    [&](const Page& p) { return p.number == page; });
    return found == survey.sight.document.pages.end() || lowest <= foot * found->height;
}

/// What follows on the next page is another area or chapter: the area ends with the page, and it holds
/// what the others hold.
bool begins_afresh(const Survey& survey, int page, const AreaView& view) {
    for (auto i = view.span->first; i < view.span->last; ++i)
        for (const auto& place : places_of(survey.sight.blocks[i]))
            if (place.page > page) return false;
    for (const auto kind : kFindingLists)
        if (kind != PartKind::weaknesses && list_of(*view.area, kind).empty()) return false;
    return leaves_room(survey, page, view);
}

std::string fault_of_pages(const Survey& survey, const AreaView& view) {
    const auto [first, last] = pages_of(survey.sight, view);
    if (first == 0) return {};
    for (const auto& fault : survey.pages) {
        if (fault.kind == PageFault::Kind::missing) {
            const bool inside = fault.page >= first && fault.page < last;
            const bool at_end = fault.page == last && !begins_afresh(survey, fault.page, view);
            if (inside || at_end) return fault.why;
        } else if (fault.page >= first - 1 && fault.page <= last + 2) {
            return fault.why; // where a page stands wrongly, those beside it are torn apart
        }
    }
    return {};
}

/// How often most other areas head the part.
int usual(const Survey& survey, PartKind kind, int but) {
    std::vector<int> seen;
    for (const auto& view : survey.areas)
        if (view.span != nullptr && view.number != but) seen.push_back(times(view.heads, kind));
    if (seen.empty()) return 1;
    return std::max(1, median(std::move(seen)));
}

} // namespace

std::string fault_of_span(const Survey& survey, const AreaView& view) {
    if (auto lost = fault_of_pages(survey, view); !lost.empty()) return lost;
    // The next area's heading was not seen, and what this one holds is more than one area has.
    if (view.number < area_count && survey.areas[static_cast<std::size_t>(view.number)].span == nullptr)
        for (const auto& [kind, seen] : view.heads)
            if (seen > usual(survey, kind, view.number))
                return fmt::format("no heading of area {} was seen, and {} is headed {} times here",
                                   view.number + 1, name_of(kind), seen);
    return {};
}

std::string page_lost_outside(const Survey& survey) {
    for (const auto& fault : survey.pages) {
        const bool gone = fault.kind == PageFault::Kind::missing || fault.kind == PageFault::Kind::unread;
        const bool inside = std::any_of(survey.areas.begin(), survey.areas.end(), [&](const AreaView& view) {
            const auto [first, last] = pages_of(survey.sight, view);
            return first != 0 && fault.page >= first && fault.page < last;
        });
        if (gone && !inside) return fault.why + "; that page may have held it";
    }
    return {};
}

} // namespace kompass::account
