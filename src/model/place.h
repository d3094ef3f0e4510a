// Where something stands in a source: a page and, where the source has geometry, a box.
//
// Boxes are in points (1/72 inch) with the origin at the page's top left corner, y growing downwards.
// Transcripts have no boxes. Plain values; thread safe as such.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

namespace kompass {

struct Box {
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;

    [[nodiscard]] double width() const { return x1 - x0; }
    [[nodiscard]] double height() const { return y1 - y0; }
    [[nodiscard]] double middle_y() const { return (y0 + y1) / 2; }

    /// Its edges count as inside.
    [[nodiscard]] bool holds_middle_of(const Box& other) const {
        const double x = (other.x0 + other.x1) / 2;
        const double y = other.middle_y();
        return x0 <= x && x <= x1 && y0 <= y && y <= y1;
    }

    /// The smallest box that holds both.
    [[nodiscard]] Box united(const Box& other) const {
        return {std::min(x0, other.x0), std::min(y0, other.y0), std::max(x1, other.x1),
                std::max(y1, other.y1)};
    }
    bool operator==(const Box&) const = default;
};

/// A page (1 is the first) and the box on it, if known.
struct Place {
    int page = 0;
    std::optional<Box> box;

    bool operator==(const Place&) const = default;
};

using Places = std::vector<Place>;

/// Adds `place` to `places`: boxes on the page that stands last are united, so that a paragraph has one
/// place a page and not one a word.
inline void add_place(Places& places, const Place& place) {
    if (places.empty() || places.back().page != place.page) {
        places.push_back(place);
        return;
    }
    auto& last = places.back().box;
    if (last && place.box)
        last = last->united(*place.box);
    else if (place.box)
        last = place.box;
}

} // namespace kompass
