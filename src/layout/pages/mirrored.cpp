#include "layout/pages/mirrored.h"

#include "layout/pages/furniture_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <numeric>
#include <optional>

namespace kompass::layout {

namespace {

constexpr int kBins = 600;    ///< of a page's width; about a point
constexpr int kFarthest = 90; ///< bins; margins differ by less than a seventh of the width
constexpr int kNearest = 14; ///< bins, half a centimetre; what is nearer is an indent, or how a scan was laid
constexpr int kIndent = 6;   ///< bins; a table's cells stand so far within the margin
constexpr std::size_t kFewestPages = 2; ///< on either side
constexpr double kAtEdge = 2;           ///< weight of a word in the bin where it begins

/// Where words begin, smoothed over the neighbouring bins: the left edges of text, lists and columns stand
/// out.
using Edges = std::vector<double>;

Edges edges_of(const Page& page) {
    Edges edges(kBins, 0);
    for (const auto& word : page.words) {
        const int bin = static_cast<int>(std::lround(word.box.x0 / page.width * kBins));
        for (int near = -1; near <= 1; ++near)
            if (bin + near >= 0 && bin + near < kBins)
                edges[static_cast<std::size_t>(bin + near)] += near == 0 ? kAtEdge : kAtEdge / 2;
    }
    return edges;
}

/// How well the edges of `right`, which stands `offset` bins to the right, fall on those of `left`.
double agreement(const Edges& left, const Edges& right, int offset) {
    const auto from_left = left.begin() + std::max(0, -offset);
    const auto from_right = right.begin() + std::max(0, offset);
    return std::inner_product(from_left, left.end() - std::max(0, offset), from_right, 0.0);
}

/// The bin of the leftmost edge that many lines begin at, for what a page has; none on a page of hardly any
/// text.
std::optional<int> left_edge(const Edges& edges) {
    constexpr double fewest = 3 * kAtEdge; // words: a page number in the outer margin is one, "Sida 3" two
    const auto edge =
        std::find_if(edges.begin(), edges.end(), [](double weight) { return weight >= fewest; });
    if (edge == edges.end()) return std::nullopt;
    return static_cast<int>(edge - edges.begin());
}

int median(std::vector<int> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// The left edges of odd or of even pages.
struct Side {
    std::vector<int> lefts;
    Edges all = Edges(kBins, 0);

    void add(const Edges& edges) {
        const auto left = left_edge(edges);
        if (!left) return;
        lefts.push_back(*left);
        std::transform(all.begin(), all.end(), edges.begin(), all.begin(), std::plus<>());
    }
    /// How many pages have theirs where most do; a cover and a page of tables stand by themselves.
    [[nodiscard]] std::size_t agreeing() const {
        const int usual = median(lefts);
        return static_cast<std::size_t>(std::count_if(
            lefts.begin(), lefts.end(), [&](int left) { return std::abs(left - usual) <= kIndent; }));
    }
};

/// Nothing stands where the other side's pages begin, out in the margin of these.
bool is_free(const Side& side, int left) {
    const auto from = side.all.begin() + std::max(0, left - kIndent);
    const auto to = side.all.begin() + std::min(kBins, left + kIndent + 1);
    const double words = std::accumulate(from, to, 0.0) / (2 * kAtEdge);
    return words < static_cast<double>(side.lefts.size()); // one a page: a page number
}

/// Near what the left edges tell, the offset at which all edges fall together best.
int refined(int offset, const Side& odd, const Side& even) {
    int best = offset;
    for (int near = offset - kIndent; near <= offset + kIndent; ++near)
        if (agreement(odd.all, even.all, near) > agreement(odd.all, even.all, best)) best = near;
    return best;
}

} // namespace

double offset_of_even_pages(const std::vector<Page>& all_pages) {
    const auto pages = without_furniture(all_pages); // line numbers stand left of the text
    std::array<Side, 2> sides;
    double width = 0;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (pages[i].width <= 0) continue;
        sides[i % 2].add(edges_of(pages[i]));
        width = std::max(width, pages[i].width);
    }
    const auto& [odd, even] = sides;
    if (odd.lefts.size() < kFewestPages || even.lefts.size() < kFewestPages) return 0;
    const auto pages_with_text = odd.lefts.size() + even.lefts.size();
    const int offset = median(even.lefts) - median(odd.lefts);
    if (std::abs(offset) < kNearest || std::abs(offset) > kFarthest ||
        (odd.agreeing() + even.agreeing()) * 4 < pages_with_text * 3 ||
        !is_free(offset > 0 ? even : odd, std::min(median(odd.lefts), median(even.lefts))))
        return 0;
    return refined(offset, odd, even) * width / kBins;
}

} // namespace kompass::layout
