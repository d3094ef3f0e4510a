#include "layout/pages/mirrored.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <numeric>

namespace kompass::layout {

namespace {

constexpr int kBins = 600;    ///< of a page's width; about a point
constexpr int kFarthest = 90; ///< bins; margins differ by less than a seventh of the width
constexpr int kNearest = 3;   ///< bins; what is nearer is aligned
constexpr std::size_t kFewestPages = 4;

/// Where words begin, smoothed over the neighbouring bins: the left edges of text, lists and columns stand
/// out.
using Edges = std::vector<double>;

Edges edges_of(const Page& page) {
    Edges edges(kBins, 0);
    for (const auto& word : page.words) {
        const int bin = static_cast<int>(std::lround(word.box.x0 / page.width * kBins));
        for (int near = -1; near <= 1; ++near)
            if (bin + near >= 0 && bin + near < kBins)
                edges[static_cast<std::size_t>(bin + near)] += near == 0 ? 2 : 1;
    }
    return edges;
}

void add(Edges& all, const Edges& more) {
    std::transform(all.begin(), all.end(), more.begin(), all.begin(), std::plus<>());
}

/// How well the edges of `right`, which stands `offset` bins to the right, fall on those of `left`.
double agreement(const Edges& left, const Edges& right, int offset) {
    const auto from_left = left.begin() + std::max(0, -offset);
    const auto from_right = right.begin() + std::max(0, offset);
    return std::inner_product(from_left, left.end() - std::max(0, offset), from_right, 0.0);
}

int best_offset(const Edges& left, const Edges& right) {
    int best = 0;
    for (int offset = -kFarthest; offset <= kFarthest; ++offset)
        if (agreement(left, right, offset) > agreement(left, right, best)) best = offset;
    return best;
}

} // namespace

double offset_of_even_pages(const std::vector<Page>& pages) {
    std::vector<Edges> edges;
    Edges odd(kBins, 0);
    Edges even(kBins, 0);
    double width = 0;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        edges.push_back(pages[i].width > 0 ? edges_of(pages[i]) : Edges(kBins, 0));
        add(i % 2 == 0 ? odd : even, edges.back());
        width = std::max(width, pages[i].width);
    }
    const int offset = best_offset(odd, even);
    if (std::abs(offset) < kNearest) return 0;
    std::size_t with_words = 0;
    std::size_t agreeing = 0;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (pages[i].words.empty()) continue;
        ++with_words;
        const auto fits = [&](int by) {
            return i % 2 == 0 ? agreement(edges[i], even, by) : agreement(odd, edges[i], by);
        };
        if (fits(offset) > fits(0)) ++agreeing;
    }
    // A cover and a page of tables stand by themselves.
    const bool mirrored = with_words >= kFewestPages && agreeing * 4 >= with_words * 3;
    return mirrored ? offset * width / kBins : 0;
}

} // namespace kompass::layout
