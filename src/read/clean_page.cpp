#include "read/clean_page.h"

#include "read/specks.h"

#include <algorithm>
#include <utility>

namespace kompass::read {
namespace {

constexpr int rough_threshold = 160; ///< parts ink from evened paper well enough for skew and rules
constexpr double evening_tile = 14;  ///< points
constexpr double smallest_skew = 0.05;

/// Sizes in points.
constexpr double thickest_rule = 2.5;
constexpr double shortest_rule = 17;  ///< of those that go down
constexpr double halo = 0.7;          ///< the gray seam around rules
constexpr double edge_of_rules = 1.6; ///< within which rules fray
constexpr double halo_of_letters = 3; ///< within which nothing is taken for a speck

/// Rules are found before anything closes gaps, which would join letters to rules. The stems of large bold
/// type are as long as short rules, but thicker. A rule may step up or down by a pixel, where the page is not
/// quite straight: `step` spans that.
void find_rules(CleanPage& page, const Image& ink) {
    const int width = ink.width(), height = ink.height();
    const int bridge = page.pixels(6), thick = page.pixels(thickest_rule);
    constexpr int step = 3;
    const auto thin = ink.without(ink.opened(thick, thick).dilated(3, 3));
    page.across = thin.dilated(1, step).opened(width / 40, 1).closed(bridge, 1).opened(width / 14, 1);
    page.down =
        thin.dilated(step, 1).opened(1, height / 75).closed(1, bridge).opened(1, page.pixels(shortest_rule));
}

/// A rule's frayed edge leaves slivers beside it: blobs with nothing farther off.
Image without_slivers(const Image& ink, const Image& rules, const CleanPage& page) {
    const int reach = 2 * page.pixels(edge_of_rules) + 1;
    const auto beyond = ink.without(rules.dilated(reach, reach));
    std::vector<PixelBox> slivers;
    for (const auto& blob : ink.blobs())
        if (beyond.ink(blob.box) == 0) slivers.push_back(blob.box);
    return ink.erased(slivers);
}

} // namespace

CleanPage cleaned(const Image& gray, double dpi) {
    const auto even = gray.evened(std::max(10, static_cast<int>(evening_tile * dpi / 72)));
    const double skew = even.darker_than(rough_threshold).skew();
    const auto straight = std::abs(skew) > smallest_skew ? even.rotated(skew) : even;
    const auto rough = straight.darker_than(rough_threshold);
    CleanPage page{straight, rough, rough, rough,
                   rough,    rough, dpi,   std::abs(skew) > smallest_skew ? skew : 0};
    find_rules(page, rough);
    const int seam = page.pixels(halo);
    const auto rules = page.across.with(page.down).dilated(2 * seam - 1, 2 * seam - 1);
    const auto smooth = straight.smoothed(1);
    const int threshold = std::clamp(smooth.best_threshold() + 15, 90, 190);
    page.marks = smooth.darker_than(threshold);
    const auto rule_free = page.marks.without(rules);
    auto clean = without_specks(without_slivers(rule_free, page.across.with(page.down), page), dpi);
    page.ink = std::move(clean.ink);
    page.letters = std::move(clean.letters);
    const int reach = page.pixels(halo_of_letters);
    const auto kept = page.ink.dilated(2 * reach + 1, 2 * reach + 1).without(rules);
    const auto specks = rule_free.without(page.ink).dilated(5, 5).without(page.ink.dilated(3, 3));
    page.gray = straight.painted(kept.inverted().with(specks), paper_shade);
    return page;
}

} // namespace kompass::read
