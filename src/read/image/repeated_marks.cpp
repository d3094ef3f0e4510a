#include "read/image/repeated_marks.h"

#include "read/image/bullet_place.h"

#include <algorithm>
#include <cstdlib>

namespace kompass::read {
namespace {

/// Sizes in points: multiples of the resolution.
constexpr double least_side = 1.5, greatest_side = 11; ///< of a mark: an arrow of large type
constexpr double within_mark = 1;                      ///< between its parts, as of »
constexpr double free_left = 9;                        ///< no ink that near before it: two blanks
constexpr double same_edge = 1.5;                      ///< what edges that are meant as one differ by
constexpr double farthest = 120;                       ///< from one to the next: an item of eight lines

constexpr double least_gap = 0.45;    ///< to the text, of the height of its line: wider than a blank
constexpr double same_side = 0.12;    ///< of a mark's side: what a scan changes it by
constexpr int pixel = 1;              ///< and what a threshold does
constexpr double least_shared = 0.65; ///< of the ink of two marks laid on each other

struct Mark {
    PixelBox box;
    int text_left = 0;
};

std::vector<Mark> marks_before_text(const CleanPage& page) {
    const int least = page.pixels(least_side);
    const int greatest = page.pixels(greatest_side);
    const int seam = page.pixels(within_mark);
    std::vector<Mark> marks;
    for (const auto& [box, area] : page.ink.closed(seam, seam).blobs()) {
        const auto [shorter, longer] = std::minmax(box.width, box.height);
        if (longer > greatest || longer < 2 * least || shorter < least) continue;
        if (!bullet_place::is_free_before(box, free_left, 0, page)) continue;
        const auto text = bullet_place::text_behind(box, bullet_place::least_gap, box.height / 4, page);
        if (text && text->x - box.right() > least_gap * text->height) marks.push_back({box, text->x});
    }
    return marks;
}

bool near(int a, int b, int tolerance) {
    return std::abs(a - b) <= tolerance;
}

bool are_alike(const PixelBox& a, const PixelBox& b, const CleanPage& page) {
    const auto same = [](int one, int other) {
        return near(one, other, pixel + static_cast<int>(same_side * std::max(one, other)));
    };
    if (!same(a.width, b.width) || !same(a.height, b.height)) return false;
    const auto first = page.ink.cropped(a);
    const auto second = page.ink.cropped({b.x, b.y, a.width, a.height});
    const double both = first.with(second).ink(first.box());
    const double shared = first.ink(first.box()) + second.ink(second.box()) - both;
    return shared >= least_shared * both;
}

/// Nothing but the two stands in their column, from the one to the other.
bool column_is_free(const Mark& upper, const Mark& lower, const CleanPage& page) {
    const int left = std::min(upper.box.x, lower.box.x) - page.pixels(free_left);
    const int right = std::min(upper.text_left, lower.text_left) - page.pixels(same_edge);
    return page.ink.ink({left, upper.box.bottom(), right - left, lower.box.y - upper.box.bottom()}) == 0;
}

bool vouch(const Mark& upper, const Mark& lower, const CleanPage& page) {
    const int edge = page.pixels(same_edge);
    return lower.box.y >= upper.box.bottom() && lower.box.y - upper.box.y <= page.pixels(farthest) &&
           near(upper.box.x, lower.box.x, edge) && near(upper.text_left, lower.text_left, edge) &&
           column_is_free(upper, lower, page) && are_alike(upper.box, lower.box, page);
}

} // namespace

std::vector<std::vector<PixelBox>> repeated_marks(const CleanPage& page) {
    std::vector<std::vector<Mark>> groups;
    for (const auto& mark : marks_before_text(page)) {
        const auto group = std::find_if(groups.begin(), groups.end(), [&](const std::vector<Mark>& marks) {
            return vouch(marks.back(), mark, page);
        });
        if (group == groups.end())
            groups.push_back({mark});
        else
            group->push_back(mark);
    }
    std::vector<std::vector<PixelBox>> repeated;
    for (const auto& group : groups) {
        if (group.size() < 2) continue;
        auto& boxes = repeated.emplace_back();
        for (const auto& mark : group)
            boxes.push_back(mark.box);
    }
    return repeated;
}

} // namespace kompass::read
