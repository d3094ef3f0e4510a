#include "read/image/bullet_place.h"

namespace kompass::read::bullet_place {
namespace {

/// Points.
constexpr double least_text = 6; ///< what stands behind a bullet is at least as wide
constexpr double text_reach = 36;

} // namespace

bool is_free_before(const PixelBox& box, double reach, int around, const CleanPage& page) {
    const int width = page.pixels(reach);
    PixelBox before = {box.x - width, box.y - around, width - 1, box.height + 2 * around};
    if (const auto rule = page.down.ink_box(before)) {
        before.width = before.right() - rule->right();
        before.x = rule->right();
    }
    return before.empty() || page.ink.ink(before) == 0;
}

std::optional<PixelBox> text_behind(const PixelBox& box, double nearest, int around, const CleanPage& page) {
    const int gap = page.pixels(nearest);
    if (page.ink.ink({box.right(), box.y - box.height, gap, 3 * box.height}) > 0) return std::nullopt;
    PixelBox behind = {box.right() + gap, box.y - around, page.pixels(text_reach), box.height + 2 * around};
    if (const auto rule = page.down.ink_box(behind)) behind.width = rule->x - behind.x;
    if (behind.empty()) return std::nullopt;
    auto text = page.ink.ink_box(behind);
    // "..." stands below the bullet's level, on the line whose letters may be too far off.
    for (const auto& ellipsis : page.ellipses)
        if (!ellipsis.grown(0, ellipsis.width).common(behind).empty())
            text = text ? text->united(ellipsis) : ellipsis;
    const bool fits =
        text && text->x - box.right() <= page.pixels(greatest_gap) && text->width >= page.pixels(least_text);
    return fits ? text : std::nullopt;
}

} // namespace kompass::read::bullet_place
