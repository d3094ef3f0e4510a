#include "account/survey.h"

#include <algorithm>

namespace kompass::account {

namespace {

Siblings siblings_of(const std::vector<AreaView>& areas) {
    Siblings all;
    for (const auto& view : areas) {
        if (view.area == nullptr) continue;
        for (const auto kind : kFindingLists)
            if (!list_of(*view.area, kind).empty()) ++all.having[kind];
        if (has_box(*view.area)) ++all.having[PartKind::box];
        if (!view.area->role_models.empty()) ++all.having[PartKind::role_models];
        if (view.tells_points) ++all.telling_points;
        if (view.area->total.points) ++all.summed;
        for (const auto& question : view.area->questions) {
            ++all.questions;
            if (question.score.percent) ++all.percents;
            if (question.text.ends_with('?')) ++all.marked;
        }
    }
    return all;
}

} // namespace

Survey survey_of(const Sight& sight, const std::vector<AreaView>& areas,
                 const std::vector<PageFault>& pages) {
    return {sight, areas, pages, siblings_of(areas)};
}

int times(const std::map<PartKind, int>& counts, PartKind kind) {
    const auto found = counts.find(kind);
    return found == counts.end() ? 0 : found->second;
}

bool has_box(const Area& area) {
    return !area.box_headings.empty() || area.box_points;
}

bool cut_short(const Sight& sight, const AreaView& view, PartKind kind) {
    return std::any_of(view.lines_cut_short.begin(), view.lines_cut_short.end(),
                       [&](std::size_t holder) { return sight.claims[holder].part == kind; });
}

std::string text_of(const Sight& sight, const std::vector<std::size_t>& holders) {
    return start_of(sight.held.holders[holders.front()].text);
}

} // namespace kompass::account
