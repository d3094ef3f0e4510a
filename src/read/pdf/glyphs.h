// What is asked of glyphs and of what is painted beside them, wherever looks are judged. Pure; thread safe.
#pragma once

#include "read/pdf/poppler.h"

#include <array>
#include <cstddef>
#include <vector>

namespace kompass::read {

[[nodiscard]] bool is_blank(const Glyph& glyph);

[[nodiscard]] double area_of(const Box& box);

[[nodiscard]] Box common(const Box& a, const Box& b);

/// Whether the second stands so near to the first that they are of one word.
[[nodiscard]] bool goes_on(const Glyph& glyph, const Glyph& next);

/// The places of the glyphs of each word, in order of painting. Blanks are of none.
[[nodiscard]] std::vector<std::vector<std::size_t>> words_of_glyphs(const std::vector<Glyph>& glyphs);

/// What stands at a height of the page, found without looking at all of it: a drawing may have thousands of
/// paths. Indices come in the order in which they were added.
class Bands {
public:
    void add(const Box& box, std::size_t index);
    /// What may hold the middle of the box.
    [[nodiscard]] const std::vector<std::size_t>& at(double y) const { return bands_[band_of(y)]; }
    /// What may touch the box; each once.
    [[nodiscard]] std::vector<std::size_t> near(const Box& box) const;

private:
    static constexpr std::size_t count = 256;

    static std::size_t band_of(double y);

    std::array<std::vector<std::size_t>, count> bands_;
};

} // namespace kompass::read
