#include "read/image/clean_page.h"

#include "read/image/specks.h"

#include <algorithm>
#include <utility>

namespace kompass::read {
namespace {

/// Shades.
constexpr int rough_threshold = 160; ///< parts ink from evened paper well enough for skew and rules
constexpr int above_best = 15;       ///< the best threshold loses thin strokes
constexpr int least_threshold = 90, greatest_threshold = 190; ///< below all is ink, above all is paper

constexpr double smallest_skew =
    0.05; ///< degrees: half a point across a page; turning blurs more than it mends

/// Sizes in points: multiples of the resolution.
constexpr double evening_tile = 14;   ///< a line: shadows are wider, letters narrower
constexpr int least_tile = 10;        ///< pixels that tell paper from ink
constexpr double thickest_rule = 2.5; ///< stems of headings are thicker
constexpr double shortest_rule = 17;  ///< of those that go down: a row; letters are lower,
constexpr double piece_down = 11.1;  ///< and lower than the pieces: stems stand above each other line by line
constexpr double bridged = 6;        ///< a break in a rule that needs no ink to show it
constexpr double longest_break = 60; ///< in a rule
constexpr double inked_share = 0.6;  ///< of a break that the scan made
constexpr double edge_seam = 1.5;    ///< where the paper ends
constexpr double halo = 0.7;         ///< the gray seam around rules
constexpr double edge_of_rules = 1.6; ///< within which rules fray
constexpr double halo_of_letters = 3; ///< within which nothing is taken for a speck

/// Pixels: what a threshold errs at an edge, at any resolution.
constexpr int step = 3;         ///< a rule steps up or down by one where the page is not quite straight
constexpr int same_level = 3;   ///< of two pieces of a rule
constexpr int beside_level = 2; ///< where the ink of their break is sought
constexpr int around_thick = 3; ///< the edge of what is too thick for a rule
constexpr int around_speck = 5, around_ink = 3;

/// Of the page: pieces from which rules are put together, and what they come to.
constexpr int piece_across = 40, rule_across = 14; ///< parts of its width; the longest words have a tenth

/// Rules across the page with their gaps filled, where ink in line with both sides shows that the scan broke
/// them: letters do not stand in line with rules.
Image with_breaks_filled(const Image& rules, const Image& ink, const CleanPage& page) {
    const auto pieces = rules.blobs();
    std::vector<PixelBox> breaks;
    for (const auto& [left, left_area] : pieces)
        for (const auto& [right, right_area] : pieces) {
            const int width = right.x - left.right();
            const int level = left.y + left.height / 2;
            const int other_level = right.y + right.height / 2;
            if (width <= 0 || width > page.pixels(longest_break) ||
                std::abs(level - other_level) > same_level)
                continue;
            const PixelBox gap = {left.right(), std::min(level, other_level) - beside_level, width,
                                  std::abs(level - other_level) + 2 * beside_level + 1};
            const auto counts = ink.ink_by_column(gap);
            const auto inked = std::count_if(counts.begin(), counts.end(), [](int n) { return n > 0; });
            if (static_cast<double>(inked) >= inked_share * width) breaks.push_back(gap);
        }
    return rules.filled(breaks);
}

/// Rules are found before anything closes gaps, which would join letters to rules. The stems of large bold
/// type are as long as short rules, but thicker.
void find_rules(CleanPage& page, const Image& ink) {
    const int width = ink.width();
    const int bridge = page.pixels(bridged);
    const int thick = page.pixels(thickest_rule);
    const auto thin = ink.without(ink.opened(thick, thick).dilated(around_thick, around_thick));
    const auto across = thin.dilated(1, step)
                            .opened(width / piece_across, 1)
                            .closed(bridge, 1)
                            .opened(width / rule_across, 1);
    const auto down = thin.dilated(step, 1)
                          .opened(1, page.pixels(piece_down))
                          .closed(1, bridge)
                          .opened(1, page.pixels(shortest_rule));
    page.across = with_breaks_filled(across, thin, page);
    page.down = with_breaks_filled(down.turned(1), thin.turned(1), page).turned(3);
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

/// What lies around the paper (a scanner's lid, a table under a photograph) made paper too.
Image without_surroundings(const Image& gray, double dpi) {
    const int seam = 2 * in_pixels(edge_seam, dpi) + 1;
    const auto around = gray.darker_than(rough_threshold).at_edges();
    return gray.painted(around.closed(seam, seam).dilated(seam, seam), paper_shade);
}

Image evened(const Image& gray, double dpi) {
    return gray.evened(std::max(least_tile, static_cast<int>(evening_tile * dpi / points_an_inch)));
}

/// Of an image without shadows.
double notable_skew(const Image& even) {
    const double skew = even.darker_than(rough_threshold).skew();
    return std::abs(skew) > smallest_skew ? skew : 0;
}

} // namespace

double straightening(const Image& gray, double dpi) {
    return notable_skew(evened(gray, dpi));
}

CleanPage cleaned(const Image& gray, double dpi) {
    const auto even = evened(gray, dpi);
    const double skew = notable_skew(even);
    const auto straight = without_surroundings(skew != 0 ? even.rotated(skew) : even, dpi);
    const auto rough = straight.darker_than(rough_threshold);
    CleanPage page{straight, rough, rough, rough, rough, rough, dpi, skew, {}};
    find_rules(page, rough);
    const int seam = page.pixels(halo);
    const auto rules = page.across.with(page.down).dilated(2 * seam - 1, 2 * seam - 1);
    const auto smooth = straight.smoothed(1);
    const int threshold =
        std::clamp(smooth.best_threshold() + above_best, least_threshold, greatest_threshold);
    page.marks = smooth.darker_than(threshold);
    const auto rule_free = page.marks.without(rules);
    auto clean = without_specks(without_slivers(rule_free, page.across.with(page.down), page), straight, dpi);
    page.ink = std::move(clean.ink);
    page.letters = std::move(clean.letters);
    page.ellipses = std::move(clean.ellipses);
    const int reach = page.pixels(halo_of_letters);
    const auto kept = page.ink.dilated(2 * reach + 1, 2 * reach + 1).without(rules);
    const auto specks = rule_free.without(page.ink)
                            .dilated(around_speck, around_speck)
                            .without(page.ink.dilated(around_ink, around_ink));
    page.gray = straight.painted(kept.inverted().with(specks), paper_shade);
    return page;
}

} // namespace kompass::read
