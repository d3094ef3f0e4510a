#include "read/pdf/glyphs.h"

#include <algorithm>
#include <cmath>

namespace kompass::read {

bool is_blank(const Glyph& glyph) {
    return std::all_of(glyph.text.begin(), glyph.text.end(),
                       [](char32_t c) { return c == U' ' || c == 0xA0; });
}

double area_of(const Box& box) {
    return std::max(0.0, box.width()) * std::max(0.0, box.height());
}

Box common(const Box& a, const Box& b) {
    return {std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1), std::min(a.y1, b.y1)};
}

bool goes_on(const Glyph& glyph, const Glyph& next) {
    constexpr double blank = 0.2; // ems
    return glyph.annotation == next.annotation &&
           std::hypot(std::max({next.box.x0 - glyph.box.x1, glyph.box.x0 - next.box.x1, 0.0}),
                      std::max({next.box.y0 - glyph.box.y1, glyph.box.y0 - next.box.y1, 0.0})) <
               blank * next.size;
}

std::vector<std::vector<std::size_t>> words_of_glyphs(const std::vector<Glyph>& glyphs) {
    std::vector<std::vector<std::size_t>> words;
    bool begun = false;
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        if (is_blank(glyphs[i])) {
            begun = false;
            continue;
        }
        if (!begun || !goes_on(glyphs[i - 1], glyphs[i])) words.emplace_back();
        words.back().push_back(i);
        begun = true;
    }
    return words;
}

void Bands::add(const Box& box, std::size_t index) {
    for (auto band = band_of(box.y0); band <= band_of(box.y1); ++band)
        bands_[band].push_back(index);
}

std::vector<std::size_t> Bands::near(const Box& box) const {
    std::vector<std::size_t> found;
    for (auto band = band_of(box.y0); band <= band_of(box.y1); ++band)
        found.insert(found.end(), bands_[band].begin(), bands_[band].end());
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

std::size_t Bands::band_of(double y) {
    constexpr double height = 16; // points, about a line of text
    return static_cast<std::size_t>(std::clamp(y / height, 0.0, static_cast<double>(count - 1)));
}

} // namespace kompass::read
