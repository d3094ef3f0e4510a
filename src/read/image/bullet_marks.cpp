#include "read/image/bullet_marks.h"

#include "read/image/bullet_place.h"

#include <algorithm>

namespace kompass::read {
namespace {

using bullet_place::is_free_before;
using bullet_place::text_behind;

/// Sizes in points: multiples of the resolution. Reports set their lists in type of 8 to 14 points.
constexpr double least_side = 1.5,
                 greatest_side = 6.5; ///< of a round or square bullet, 0.2 to 0.45 of the type
constexpr double least_dash = 2.2, greatest_dash = 9; ///< from a hyphen of small type to a dash of large
constexpr double thickest_dash = 1.5;                 ///< a tenth of the type
constexpr double gap_of_dash = 1.8;                   ///< dashes may stand a blank before their text
constexpr double free_left = 14;                      ///< no ink that near before a bullet
constexpr double least_type = 4;                      ///< height of capitals behind a dash
constexpr double compactness =
    0.55; ///< the share of its box that is ink: a disc has 0.79, frayed by the scan

/// Of the sides.
constexpr double roundest = 1.5;      ///< longer to shorter: a disc, blurred along one way
constexpr double flattest_dash = 0.4; ///< height to width

bool is_dot(const Blob& blob, const CleanPage& page) {
    const auto [shorter, longer] = std::minmax(blob.box.width, blob.box.height);
    return shorter >= page.pixels(least_side) && longer <= page.pixels(greatest_side) &&
           longer <= roundest * shorter && blob.area >= compactness * blob.box.width * blob.box.height;
}

bool is_dash(const Blob& blob, const CleanPage& page) {
    return blob.box.width >= page.pixels(least_dash) && blob.box.width <= page.pixels(greatest_dash) &&
           blob.box.height <= page.pixels(thickest_dash) &&
           blob.box.height <= flattest_dash * blob.box.width &&
           blob.area >= compactness * blob.box.width * blob.box.height;
}

/// Nothing before it; nothing within `reach` of it above or (the stem of an i) below.
bool stands_alone(const PixelBox& box, int reach, const CleanPage& page) {
    // NOLINTNEXTLINE(readability-suspicious-call-argument): the one is how far to the left, the other around
    return is_free_before(box, free_left, reach, page) &&
           page.ink.ink({box.x, box.y - reach - 1, box.width, reach}) == 0 &&
           page.ink.ink({box.x, box.bottom() + 1, box.width, reach}) == 0;
}

/// The small letters of the text behind it have the bullet at half their height.
bool is_round_bullet(const Blob& blob, const CleanPage& page) {
    return is_dot(blob, page) && stands_alone(blob.box, blob.box.height, page) &&
           text_behind(blob.box, bullet_place::least_gap, 2, page);
}

/// A dash has type above and below its level behind it, and no type around it.
bool is_dash_bullet(const Blob& blob, const CleanPage& page) {
    const int around = page.pixels(least_type) / 2;
    if (!is_dash(blob, page) || !stands_alone(blob.box, around, page)) return false;
    const auto text = text_behind(blob.box, gap_of_dash, around, page);
    return text && text->y < blob.box.y && text->bottom() > blob.box.bottom() &&
           text->height >= page.pixels(least_type);
}

} // namespace

const char* bullet_text(const PixelBox& mark) {
    return mark.height <= flattest_dash * mark.width ? "–" : "•";
}

bool is_bullet_text(std::string_view text) {
    return text == "–" || text == "•";
}

bool stands_as_bullet(const PixelBox& box, const CleanPage& page) {
    return stands_alone(box, 1, page) && text_behind(box, bullet_place::least_gap, 2, page).has_value();
}

std::vector<PixelBox> bullet_marks(const CleanPage& page) {
    std::vector<PixelBox> marks;
    for (const auto& blob : page.ink.blobs())
        if (is_round_bullet(blob, page) || is_dash_bullet(blob, page)) marks.push_back(blob.box);
    return marks;
}

} // namespace kompass::read
