#include "read/pdf/cover.h"

#include "read/pdf/glyphs.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace kompass::read {
namespace {

constexpr double least_hidden = 0.6;      ///< of a letter that nobody reads
constexpr double most_hidden_seen = 0.15; ///< of a letter that everybody reads

class Judge {
public:
    explicit Judge(const Painting& painting) : painting_(painting) {
        for (std::size_t i = 0; i < painting.paints.size(); ++i)
            if (const auto& paint = painting.paints[i]; paint.opaque) {
                covers_.add(paint.box, i);
                last_ = paint.order;
            }
        for (std::size_t i = 0; i < painting.glyphs.size(); ++i)
            glyphs_.add(painting.glyphs[i].box, i);
    }

    Cover judge() {
        const auto& glyphs = painting_.glyphs;
        cover_.hidden.resize(glyphs.size());
        pictures_hide_ = !pictures_are_the_page();
        shares_.reserve(glyphs.size());
        for (const auto& glyph : glyphs)
            shares_.push_back(hidden_share(glyph));
        for (const auto& word : words_of_glyphs(glyphs))
            judge_word(word);
        return std::move(cover_);
    }

private:
    using Word = std::vector<std::size_t>; // places of glyphs

    [[nodiscard]] bool may_hide(const Paint& paint, const Glyph& glyph) const {
        if (paint.order < glyph.order) return false;
        return paint.kind != Paint::Kind::picture || (pictures_hide_ && glyph.inked);
    }

    /// What later paints hide of it, together: asked of points spread over it.
    [[nodiscard]] double hidden_share(const Glyph& glyph) const {
        if (glyph.order > last_) return 0;
        std::vector<Box> over;
        for (const auto i : covers_.near(glyph.box))
            if (const auto& paint = painting_.paints[i];
                may_hide(paint, glyph) && area_of(common(paint.box, glyph.box)) > 0)
                over.push_back(paint.box);
        if (over.empty()) return 0;
        if (over.size() == 1) return area_of(common(over.front(), glyph.box)) / area_of(glyph.box);
        constexpr int points = 16; // a side
        int hidden = 0;
        for (int row = 0; row < points; ++row)
            for (int column = 0; column < points; ++column) {
                const double x = glyph.box.x0 + (column + 0.5) / points * glyph.box.width();
                const double y = glyph.box.y0 + (row + 0.5) / points * glyph.box.height();
                hidden += std::any_of(over.begin(), over.end(),
                                      [&](const Box& box) {
                                          return box.x0 <= x && x < box.x1 && box.y0 <= y && y < box.y1;
                                      })
                              ? 1
                              : 0;
            }
        return static_cast<double>(hidden) / (points * points);
    }

    [[nodiscard]] bool pictures_are_the_page() const {
        const auto is_picture = [](const Paint& paint) {
            return paint.opaque && paint.kind == Paint::Kind::picture;
        };
        if (std::none_of(painting_.paints.begin(), painting_.paints.end(), is_picture)) return false;
        std::size_t inked = 0;
        std::size_t beneath = 0;
        for (const auto& glyph : painting_.glyphs) {
            if (!glyph.inked || glyph.annotation || is_blank(glyph)) continue;
            ++inked;
            const auto near = covers_.near(glyph.box);
            beneath += std::any_of(near.begin(), near.end(),
                                   [&](std::size_t i) {
                                       const auto& paint = painting_.paints[i];
                                       return is_picture(paint) && may_hide(paint, glyph) &&
                                              paint.box.holds_middle_of(glyph.box);
                                   })
                           ? 1
                           : 0;
        }
        return 2 * beneath > inked;
    }

    /// Another letter was painted in its place, and can be read.
    [[nodiscard]] bool is_corrected(std::size_t i) const {
        if (shares_[i] <= most_hidden_seen) return false;
        const auto& glyph = painting_.glyphs[i];
        const auto near = glyphs_.near(glyph.box);
        return std::any_of(near.begin(), near.end(), [&](std::size_t other) {
            const auto& later = painting_.glyphs[other];
            return later.order > glyph.order && later.inked && !later.annotation && !is_blank(later) &&
                   shares_[other] <= most_hidden_seen &&
                   (later.box.holds_middle_of(glyph.box) || glyph.box.holds_middle_of(later.box));
        });
    }

    void judge_word(const Word& word) {
        const bool corrected =
            std::any_of(word.begin(), word.end(), [&](std::size_t i) { return is_corrected(i); });
        Word rest;
        for (const auto i : word)
            if (corrected && (shares_[i] > least_hidden || is_corrected(i)))
                cover_.hidden[i] = true;
            else
                rest.push_back(i);
        const auto all = [&](auto holds) {
            return std::all_of(rest.begin(), rest.end(), [&](std::size_t i) { return holds(shares_[i]); });
        };
        if (all([](double share) { return share <= most_hidden_seen; })) return;
        if (all([](double share) { return share > least_hidden; })) {
            for (const auto i : rest)
                cover_.hidden[i] = true;
            return;
        }
        PartlyHidden partly{painting_.glyphs[rest.front()].box, {}, {}, rest};
        for (const auto i : rest) {
            const auto& glyph = painting_.glyphs[i];
            partly.box = partly.box.united(glyph.box);
            partly.whole += glyph.text;
            if (shares_[i] <= most_hidden_seen) partly.seen += glyph.text;
        }
        cover_.partly.push_back(std::move(partly));
    }

    const Painting& painting_;
    Bands covers_; ///< opaque paints
    Bands glyphs_;
    std::size_t last_ = 0; ///< order of the last opaque paint
    bool pictures_hide_ = true;
    std::vector<double> shares_; ///< of each glyph, what is hidden
    Cover cover_;
};

} // namespace

Cover cover_of(const Painting& painting) {
    return Judge(painting).judge();
}

} // namespace kompass::read
