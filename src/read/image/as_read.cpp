#include "read/image/as_read.h"

#include "model/median.h"
#include "read/image/clean_page.h"

#include <array>
#include <cstddef>

namespace kompass::read {
namespace {

/// How much of a word's box is ink; the median, since shadows and pictures lie under some boxes in any case.
double ink_under(const std::vector<Box>& words, const PageImage& page) {
    const auto ink = page.gray.darker_than(page.gray.best_threshold());
    std::vector<double> shares;
    for (const auto& word : words) {
        const double scale = page.dpi / points_an_inch;
        const auto box =
            PixelBox{static_cast<int>(word.x0 * scale), static_cast<int>(word.y0 * scale),
                     static_cast<int>(word.width() * scale), static_cast<int>(word.height() * scale)}
                .common(ink.box());
        shares.push_back(box.empty() ? 0 : static_cast<double>(ink.ink(box)) / box.width / box.height);
    }
    return median(shares);
}

} // namespace

PageImage as_read(const PageImage& scan, const std::vector<Box>& words) {
    auto best = scan;
    double most = ink_under(words, scan);
    for (const int turns : {1, 2, 3}) {
        auto page = turned(scan, turns);
        const double ink = ink_under(words, page);
        if (ink <= most) continue;
        most = ink;
        best = std::move(page);
    }
    if (const double skew = straightening(best.gray, best.dpi); skew != 0)
        best.gray = best.gray.rotated(skew);
    return best;
}

} // namespace kompass::read
