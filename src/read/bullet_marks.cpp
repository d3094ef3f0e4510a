#include "read/bullet_marks.h"

#include <algorithm>

namespace kompass::read {
namespace {

/// Sizes in points.
constexpr double least_side = 1.5, greatest_side = 6.5;
constexpr double least_gap = 3.5, greatest_gap = 24; ///< between a bullet and its text
constexpr double free_left = 14;                     ///< no ink that near before a bullet
constexpr double least_text = 12;                    ///< what stands behind it is at least as wide
constexpr double compactness = 0.55;                 ///< the share of its box that is ink

bool has_shape(const Blob& blob, const CleanPage& page) {
    const auto [shorter, longer] = std::minmax(blob.box.width, blob.box.height);
    return shorter >= page.pixels(least_side) && longer <= page.pixels(greatest_side) &&
           2 * longer <= 3 * shorter && blob.area >= compactness * blob.box.width * blob.box.height;
}

/// Nothing before it, above it or (the stem of an i) below.
bool stands_alone(const PixelBox& box, const CleanPage& page) {
    const int left = page.pixels(free_left);
    return page.ink.ink({box.x - left, box.y - box.height / 2, left - 1, 2 * box.height}) == 0 &&
           page.ink.ink({box.x, box.y - 2 * box.height / 3, box.width, box.height / 2}) == 0 &&
           page.ink.ink({box.x, box.bottom() + 1, box.width, box.height}) == 0;
}

/// The text behind it: letters as tall as type, whose small letters have the bullet at half their height.
bool has_text_behind(const PixelBox& box, const CleanPage& page) {
    const int gap = page.pixels(least_gap);
    if (page.ink.ink({box.right(), box.y - box.height, gap, 3 * box.height}) > 0) return false;
    const PixelBox behind = {box.right() + gap, box.y - 2, page.pixels(greatest_gap + least_text),
                             box.height + 4};
    const auto text = page.ink.ink_box(behind);
    return text && text->x - box.right() <= page.pixels(greatest_gap) &&
           text->width >= page.pixels(least_text) / 2;
}

} // namespace

std::vector<PixelBox> bullet_marks(const CleanPage& page) {
    std::vector<PixelBox> marks;
    for (const auto& blob : page.ink.blobs())
        if (has_shape(blob, page) && stands_alone(blob.box, page) && has_text_behind(blob.box, page))
            marks.push_back(blob.box);
    return marks;
}

} // namespace kompass::read
