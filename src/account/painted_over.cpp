#include "account/painted_over.h"

#include <algorithm>
#include <map>

namespace kompass::account {

namespace {

bool is_replaced(const Word& word, const Page& page) {
    return std::any_of(page.words.begin(), page.words.end(),
                       [&](const Word& other) { return other.box.holds_middle_of(word.box); });
}

/// By page, what the area's text takes of it.
std::map<int, Box> ground_of(const Sight& sight, const AreaView& view) {
    std::map<int, Box> ground;
    if (view.span == nullptr) return ground;
    for (const auto& holder : sight.held.holders) {
        if (holder.block < view.span->first || holder.block >= view.span->last) continue;
        for (const auto& place : *holder.places) {
            if (!place.box) continue;
            auto& box = ground.try_emplace(place.page, *place.box).first->second;
            box = box.united(*place.box);
        }
    }
    return ground;
}

} // namespace

std::string painted_over(const Sight& sight, const std::function<bool(int page, const Box& box)>& is_meant) {
    for (const auto& page : sight.document.pages)
        for (const auto& [word, why] : page.apart)
            if (why == Apart::covered && is_meant(page.number, word.box) && !is_replaced(word, page))
                return word.text;
    return {};
}

std::string painted_over(const Sight& sight, const AreaView& view) {
    const auto ground = ground_of(sight, view);
    return painted_over(sight, [&](int page, const Box& box) {
        const auto found = ground.find(page);
        return found != ground.end() && found->second.y0 < box.middle_y() &&
               box.middle_y() < found->second.y1;
    });
}

} // namespace kompass::account
