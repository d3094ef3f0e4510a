#include "layout/pages/mirrored.h"

#include "layout/pages/furniture_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <numeric>

namespace kompass::layout {

namespace {

constexpr int kBins = 600;    ///< of a page's width; about a point
constexpr int kFarthest = 90; ///< bins; margins differ by less than a seventh of the width
constexpr int kNearest = 14; ///< bins, half a centimetre; what is nearer is an indent, or how a scan was laid
constexpr int kFewestPages = 2; ///< on either side
constexpr double kAtEdge = 2;   ///< weight of a word in the bin where it begins
/// Of pages whose margins change sides the edges agree by a tenth better, and by nothing of others.
constexpr double kClearlyBetter = 1.05;

/// Where words begin, smoothed over the neighbouring bins: the left edges of text, lists and columns stand
/// out.
using Edges = std::vector<double>;

Edges edges_of(const Page& page) {
    Edges edges(kBins, 0);
    for (const auto& word : page.words) {
        const int bin = static_cast<int>(std::lround(word.box.x0 / page.width * kBins));
        for (int near = bin - 1; near <= bin + 1; ++near)
            if (near >= 0 && near < kBins)
                edges[static_cast<std::size_t>(near)] += near == bin ? kAtEdge : kAtEdge / 2;
    }
    return edges;
}

/// How well the edges of `right`, which stands `offset` bins to the right, fall on those of `left`. The root
/// keeps the columns of tables, which one side may have more of, from outweighing text and lists.
double agreement(const Edges& left, const Edges& right, int offset) {
    const auto from_left = left.begin() + std::max(0, -offset);
    const auto from_right = right.begin() + std::max(0, offset);
    return std::inner_product(from_left, left.end() - std::max(0, offset), from_right, 0.0, std::plus<>(),
                              [](double a, double b) { return std::sqrt(a * b); });
}

} // namespace

double offset_of_even_pages(const std::vector<Page>& all_pages) {
    const auto pages = without_furniture(all_pages); // line numbers stand left of the text
    std::array<Edges, 2> sides{Edges(kBins, 0), Edges(kBins, 0)};
    std::array<int, 2> count{0, 0}; // of pages with text
    double width = 0;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (pages[i].width <= 0 || pages[i].words.empty()) continue;
        ++count[i % 2];
        auto& side = sides[i % 2];
        const auto edges = edges_of(pages[i]);
        std::transform(side.begin(), side.end(), edges.begin(), side.begin(), std::plus<>());
        width = std::max(width, pages[i].width);
    }
    if (std::min(count[0], count[1]) < kFewestPages) return 0;
    const double in_place = agreement(sides[0], sides[1], 0);
    double best = in_place;
    int offset = 0;
    for (int at = -kFarthest; at <= kFarthest; ++at)
        if (const double found = agreement(sides[0], sides[1], at); found > best) {
            best = found;
            offset = at;
        }
    if (std::abs(offset) < kNearest || best < kClearlyBetter * in_place) return 0;
    return offset * width / kBins;
}

} // namespace kompass::layout
