#include "account/survey.h"

#include "model/median.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

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

std::optional<PageTop> page_top_of(const Sight& sight) {
    std::map<int, double> highest; // by page
    std::vector<double> types;
    for (std::size_t h = 0; h < sight.claims.size(); ++h) {
        if (sight.claims[h].use == Use::furniture) continue;
        const auto& holder = sight.held.holders[h];
        if (const double type = sight.blocks[holder.block].font_size; type > 0) types.push_back(type);
        for (const auto& place : *holder.places) {
            if (!place.box) continue;
            auto& top = highest.try_emplace(place.page, place.box->y0).first->second;
            top = std::min(top, place.box->y0);
        }
    }
    if (highest.empty() || types.empty()) return std::nullopt;
    std::vector<double> tops;
    tops.reserve(highest.size());
    for (const auto& [page, top] : highest)
        tops.push_back(top);
    return PageTop{median(std::move(tops)), median(std::move(types))};
}

} // namespace

Survey survey_of(const Sight& sight, const std::vector<AreaView>& areas,
                 const std::vector<PageFault>& pages) {
    return {sight, areas, pages, siblings_of(areas), page_top_of(sight)};
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
