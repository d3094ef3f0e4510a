#include "read/image/letter_i.h"

namespace kompass::read {
namespace {

/// Of the whole height.
constexpr double least_dot = 0.1, greatest_dot = 0.3, least_stem = 0.5;
constexpr double widest_dot = 0.35; ///< bolder type has dots of the stem's width

} // namespace

bool is_dotted_stem(const PixelBox& box, const CleanPage& page) {
    const auto blobs = page.ink.cropped(box).blobs();
    if (blobs.size() != 2) return false;
    const auto& dot = blobs[0].box;
    const auto& stem = blobs[1].box;
    const double height = stem.bottom() - dot.y;
    const bool above = dot.bottom() <= stem.y && dot.x < stem.right() && stem.x < dot.right();
    return above && dot.height >= least_dot * height && dot.height <= greatest_dot * height &&
           dot.width <= widest_dot * height && stem.height >= least_stem * height;
}

} // namespace kompass::read
