#include "read/pdf/page_ink.h"

#include <algorithm>
#include <cstddef>

namespace kompass::read {
namespace {

/// Pixels a side: 16 points.
constexpr int tile_side = 8;
/// Of 255 levels. Thin grey lines and the grain of paper have less.
constexpr int least_contrast = 48;
/// Lines of text cover a tile by a fraction; photographs and filled areas by most of it.
constexpr double most_dark_in_print = 0.6;

struct Tile {
    int darkest = 255, lightest = 0;
    int dark = 0, pixels = 0; ///< dark: nearer to black than to the tile's lightest

    [[nodiscard]] bool is_inked() const { return lightest - darkest >= least_contrast; }
    [[nodiscard]] bool is_paper() const {
        constexpr int light = 160; // of 255: gray paper, in the shadow of a scanner
        return !is_inked() && darkest >= light;
    }
    [[nodiscard]] bool is_print() const {
        return is_inked() && lightest > 128 && dark < most_dark_in_print * pixels;
    }
};

int gray_at(const DrawnPage& image, int x, int y) {
    const auto at = static_cast<std::size_t>(y) * static_cast<std::size_t>(image.bytes_per_row);
    return static_cast<unsigned char>(image.gray[at + static_cast<std::size_t>(x)]);
}

Tile tile_at(const DrawnPage& image, int left, int top) {
    const int right = std::min(left + tile_side, image.width);
    const int bottom = std::min(top + tile_side, image.height);
    Tile tile;
    for (int y = top; y < bottom; ++y)
        for (int x = left; x < right; ++x) {
            tile.darkest = std::min(tile.darkest, gray_at(image, x, y));
            tile.lightest = std::max(tile.lightest, gray_at(image, x, y));
        }
    const int middle = (tile.darkest + tile.lightest) / 2;
    for (int y = top; y < bottom; ++y)
        for (int x = left; x < right; ++x)
            tile.dark += gray_at(image, x, y) < middle ? 1 : 0;
    tile.pixels = (right - left) * (bottom - top);
    return tile;
}

bool touches(const Box& tile, const std::vector<Box>& boxes) {
    return std::any_of(boxes.begin(), boxes.end(), [&](const Box& box) {
        return box.x0 < tile.x1 && tile.x0 < box.x1 && box.y0 < tile.y1 && tile.y0 < box.y1;
    });
}

} // namespace

Ink ink_beside(const std::vector<Box>& words, const DrawnPage& drawn, const std::vector<Box>& areas) {
    constexpr double points_a_pixel = 72 / ink_resolution;
    constexpr double side = tile_side * points_a_pixel;
    Ink ink;
    int tiles = 0;
    int print = 0;
    int paper = 0;
    for (int top = 0; top < drawn.height; top += tile_side)
        for (int left = 0; left < drawn.width; left += tile_side) {
            const Box place{left * points_a_pixel, top * points_a_pixel, left * points_a_pixel + side,
                            top * points_a_pixel + side};
            if (!touches(place, areas)) continue;
            ++tiles;
            const auto tile = tile_at(drawn, left, top);
            paper += tile.is_paper() ? 1 : 0;
            if (!tile.is_inked() || touches(place, words)) continue;
            ink.any = true;
            print += tile.is_print() ? 1 : 0;
        }
    if (tiles == 0) return ink;
    ink.print_share = static_cast<double>(print) / tiles;
    ink.paper_share = static_cast<double>(paper) / tiles;
    return ink;
}

} // namespace kompass::read
