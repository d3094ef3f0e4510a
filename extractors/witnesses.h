// What several places of a report say of one thing: the cover, a sentence, a chapter's title, a page's head.
//
// Each place is heard once for a value, by the heaviest of what it says. The heaviest value wins, the first
// said where two weigh the same. It is contested where another weighs at least half as much. Values are told
// apart by a key, so that spellings of one name count together. Where the winner stands is told by the
// heaviest of the places that say it, the first of several.
#pragma once

#include "model/place.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kompass {

/// Where a thing was said, and the rule by which it was heard.
struct Heard {
    std::string rule{}; ///< its id; empty: none
    Places places{};
};

template <typename Value>
class Witnesses {
public:
    void say(const std::string& key, const Value& value, const std::string& place, int weight,
             const Heard& where = {}) {
        auto said = std::find_if(said_.begin(), said_.end(), [&](const Said& one) { return one.key == key; });
        if (said == said_.end()) said = said_.insert(said_.end(), {key, value, {}, {}});
        const bool heavier = std::all_of(said->places.begin(), said->places.end(),
                                         [&](const auto& other) { return other.second < weight; });
        if (heavier) said->where = where;
        auto& heard = said->places[place];
        heard = std::max(heard, weight);
    }

    /// Of a place that is believed alone, if at all: where another says the same it is named beside it and
    /// adds no weight, so that it neither decides between others nor takes a doubt away. To be said last.
    void add_weakly(const std::string& key, const Value& value, const std::string& place, int weight) {
        if (has(key)) weight = 0;
        say(key, value, place, weight);
    }

    /// The winner was said at that place alone.
    [[nodiscard]] bool rests_on(const std::string& place) const {
        const auto* best = heaviest();
        return best != nullptr && best->places.size() == 1 && best->places.contains(place);
    }

    [[nodiscard]] bool has(const std::string& key) const {
        return std::any_of(said_.begin(), said_.end(), [&](const Said& one) { return one.key == key; });
    }

    /// Null if nothing was said.
    [[nodiscard]] const Value* winner() const {
        const auto* best = heaviest();
        return best == nullptr ? nullptr : &best->value;
    }

    /// Where the winner was said.
    [[nodiscard]] Heard heard() const {
        const auto* best = heaviest();
        return best == nullptr ? Heard{} : best->where;
    }

    [[nodiscard]] bool contested() const {
        const auto* best = heaviest();
        return std::any_of(said_.begin(), said_.end(), [&](const Said& one) {
            return &one != best && one.weight() * 2 >= best->weight();
        });
    }

    /// "2013 (text), 2014 (cover)", in the order of weight.
    [[nodiscard]] std::string story() const {
        auto sorted = said_;
        std::stable_sort(sorted.begin(), sorted.end(),
                         [](const Said& a, const Said& b) { return a.weight() > b.weight(); });
        std::string story;
        for (const auto& one : sorted) {
            std::string places;
            for (const auto& [place, weight] : one.places)
                places += (places.empty() ? "" : ", ") + place;
            story += fmt::format("{}{} ({})", story.empty() ? "" : ", ", one.key, places);
        }
        return story;
    }

private:
    struct Said {
        std::string key;
        Value value;
        std::map<std::string, int> places; ///< and how much each weighs
        Heard where;                       ///< at the heaviest of them

        [[nodiscard]] int weight() const {
            int sum = 0;
            for (const auto& [place, weight] : places)
                sum += weight;
            return sum;
        }
    };

    [[nodiscard]] const Said* heaviest() const {
        const auto best = std::max_element(
            said_.begin(), said_.end(), [](const Said& a, const Said& b) { return a.weight() < b.weight(); });
        return best == said_.end() ? nullptr : &*best;
    }

    std::vector<Said> said_;
};

} // namespace kompass
