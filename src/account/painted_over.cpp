#include "account/painted_over.h"

#include "read/partly_hidden.h"

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

std::string partly_painted_over(const Sight& sight, PartKind kind, int area) {
    const auto holds = [&](std::size_t holder, const Place& hidden) {
        const auto& claim = sight.claims[holder];
        if (claim.use != Use::claimed || claim.part != kind || claim.area != area) return false;
        const auto& places = *sight.held.holders[holder].places;
        return std::any_of(places.begin(), places.end(), [&](const Place& place) {
            return place.page == hidden.page && place.box && place.box->holds_middle_of(*hidden.box);
        });
    };
    for (const auto& trouble : sight.document.troubles) {
        if (trouble.code != kPartlyHidden || !trouble.place || !trouble.place->box) continue;
        for (std::size_t holder = 0; holder < sight.claims.size(); ++holder)
            if (holds(holder, *trouble.place)) return trouble.message;
    }
    return {};
}

} // namespace kompass::account
