#include "read/image/ellipses.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace kompass::read {
namespace {

constexpr int widest_pitch = 5; ///< from dot to dot, in dots

std::vector<PixelBox> from_left_to_right(const std::vector<Blob>& blobs) {
    std::vector<PixelBox> dots;
    dots.reserve(blobs.size());
    for (const auto& blob : blobs)
        dots.push_back(blob.box);
    std::sort(dots.begin(), dots.end(), [](const auto& a, const auto& b) { return a.x < b.x; });
    return dots;
}

int side(const PixelBox& dot) {
    return std::max(dot.width, dot.height);
}

/// Of one size and on one level, but for what a scan frays.
bool are_alike(const PixelBox& a, const PixelBox& b) {
    const int larger = std::max(side(a), side(b));
    const int smaller = std::min({a.width, a.height, b.width, b.height});
    return larger <= 2 * smaller && 2 * std::abs(a.bottom() - b.bottom()) <= larger;
}

/// The index of the next dot of a row.
std::optional<std::size_t> next_in_row(const std::vector<PixelBox>& dots, std::size_t at) {
    for (auto i = at + 1; i < dots.size() && dots[i].x - dots[at].x <= widest_pitch * side(dots[at]); ++i)
        if (dots[i].x > dots[at].right() && are_alike(dots[i], dots[at])) return i;
    return std::nullopt;
}

bool are_even(const PixelBox& a, const PixelBox& b, const PixelBox& c) {
    const int first = b.x - a.x;
    const int second = c.x - b.x;
    return 4 * std::abs(first - second) <= first + second;
}

/// The dots of three i have their stems below them.
bool stand_alone(const PixelBox& row, const Image& ink) {
    const auto around = row.grown(0, 2 * row.height);
    return ink.ink(around) == ink.ink(row);
}

} // namespace

std::vector<PixelBox> ellipses(const Image& ink, const std::vector<Blob>& blobs) {
    const auto dots = from_left_to_right(blobs);
    std::vector<bool> follows(dots.size());
    std::vector<PixelBox> found;
    for (std::size_t first = 0; first < dots.size(); ++first) {
        std::vector<std::size_t> row{first};
        while (const auto next = next_in_row(dots, row.back())) {
            row.push_back(*next);
            follows[*next] = true;
        }
        if (row.size() != 3 || follows[first] || !are_even(dots[row[0]], dots[row[1]], dots[row[2]]))
            continue;
        const auto box = dots[row[0]].united(dots[row[1]]).united(dots[row[2]]);
        if (stand_alone(box, ink)) found.push_back(box);
    }
    return found;
}

} // namespace kompass::read
