#include "read/pdf/looks.h"

#include "read/pdf/glyphs.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <utility>

namespace kompass::read {
namespace {

constexpr double right_angle = 90;

/// Degrees to the nearest of level and upright.
double slant(double angle) {
    const double rest = std::fmod(angle, right_angle);
    return std::min(rest, right_angle - rest);
}

bool is_level(const Glyph& glyph) {
    constexpr double level = 2; // degrees
    return glyph.angle < level || glyph.angle > 4 * right_angle - level;
}

/// The eye sees no letter of nearly the colour of its ground.
bool looks_alike(const Colour& a, const Colour& b) {
    constexpr double least_seen = 0.06; // pale marks like "UTKAST" have 0.1 and more
    return std::abs(a.red - b.red) < least_seen && std::abs(a.green - b.green) < least_seen &&
           std::abs(a.blue - b.blue) < least_seen;
}

class Judge {
public:
    Judge(const Painting& painting, const Cover& cover)
        : painting_(painting), cover_(cover), looks_(painting.glyphs.size()) {
        for (std::size_t i = 0; i < painting.paints.size(); ++i) {
            const auto& paint = painting.paints[i];
            paints_.add(paint.box, i);
            if (paint.kind == Paint::Kind::picture) pictures_.push_back(paint.box);
        }
    }

    Looks look() {
        const auto& glyphs = painting_.glyphs;
        for (std::size_t i = 0; i < glyphs.size(); ++i)
            looks_[i] = at_first_sight(i);
        set_layers_apart();
        set_struck_apart();
        return std::move(looks_);
    }

private:
    [[nodiscard]] std::optional<Apart> at_first_sight(std::size_t i) const {
        constexpr double most_slant = 5; // degrees: pages that a scanner took aslant have less
        const auto& glyph = painting_.glyphs[i];
        if (glyph.annotation) return Apart::annotation;
        if (slant(glyph.angle) > most_slant) return Apart::slanted;
        if (glyph.cut) return Apart::unseen;
        if (cover_.hidden[i]) return Apart::covered;
        if (glyph.inked && has_colour_of_ground(glyph)) return Apart::unseen;
        return std::nullopt;
    }

    [[nodiscard]] bool has_colour_of_ground(const Glyph& glyph) const {
        const auto& here = paints_.at(glyph.box.middle_y());
        const auto ground = std::find_if(here.rbegin(), here.rend(), [&](std::size_t i) {
            const auto& paint = painting_.paints[i];
            return paint.order < glyph.order && paint.box.holds_middle_of(glyph.box);
        });
        constexpr Colour paper{1, 1, 1};
        if (ground == here.rend()) return looks_alike(glyph.colour, paper);
        const auto& paint = painting_.paints[*ground];
        return paint.kind == Paint::Kind::even && looks_alike(glyph.colour, paint.colour);
    }

    /// Glyphs without ink: a layer over pictures is text, unless it says again what stands there with ink.
    void set_layers_apart() {
        const auto& glyphs = painting_.glyphs;
        const auto is_unseen = [](const Glyph& glyph) { return !glyph.inked; };
        if (std::none_of(glyphs.begin(), glyphs.end(), is_unseen)) return;
        if (std::all_of(glyphs.begin(), glyphs.end(), is_unseen)) return;
        const auto seen = seen_places();
        for (std::size_t i = 0; i < glyphs.size(); ++i) {
            if (looks_[i] || glyphs[i].inked) continue;
            const auto over_glyph = [&](const Box& picture) {
                return picture.holds_middle_of(glyphs[i].box);
            };
            const bool of_picture = std::any_of(pictures_.begin(), pictures_.end(), over_glyph);
            if (!of_picture || says_again(seen, glyphs[i])) looks_[i] = Apart::unseen;
        }
    }

    /// Places are told to the size of a letter.
    using Cell = std::pair<long, long>;
    static constexpr double cell_side = 6; // points

    static Cell cell_of(const Box& box) {
        return {std::lround((box.x0 + box.x1) / 2 / cell_side), std::lround(box.middle_y() / cell_side)};
    }

    [[nodiscard]] std::map<Cell, std::vector<const Glyph*>> seen_places() const {
        std::map<Cell, std::vector<const Glyph*>> seen;
        for (std::size_t i = 0; i < painting_.glyphs.size(); ++i) {
            const auto& glyph = painting_.glyphs[i];
            if (!looks_[i] && glyph.inked && !is_blank(glyph)) seen[cell_of(glyph.box)].push_back(&glyph);
        }
        return seen;
    }

    static bool says_again(const std::map<Cell, std::vector<const Glyph*>>& seen, const Glyph& glyph) {
        const auto [column, row] = cell_of(glyph.box);
        for (long x = column - 1; x <= column + 1; ++x)
            for (long y = row - 1; y <= row + 1; ++y) {
                const auto found = seen.find({x, y});
                if (found == seen.end()) continue;
                for (const auto* other : found->second)
                    if (other->box.holds_middle_of(glyph.box)) return true;
            }
        return false;
    }

    /// A rule through letters, no longer than they: a table's or a form's runs on.
    void set_struck_apart() {
        const auto& glyphs = painting_.glyphs;
        if (painting_.rules.empty()) return;
        Bands lines;
        for (std::size_t i = 0; i < glyphs.size(); ++i)
            lines.add(glyphs[i].box, i);
        for (const auto& rule : painting_.rules) {
            std::vector<std::size_t> struck;
            std::optional<Box> extent;
            for (const auto i : lines.at(rule.box.middle_y())) {
                if (looks_[i] || is_blank(glyphs[i]) || !strikes(rule.box, glyphs[i])) continue;
                struck.push_back(i);
                extent = extent ? extent->united(glyphs[i].box) : glyphs[i].box;
            }
            if (!extent) continue;
            const double size = glyphs[struck.front()].size;
            if (rule.box.width() > extent->width() + size) continue;
            for (const auto i : struck)
                looks_[i] = Apart::struck_out;
        }
    }

    static bool strikes(const Box& rule, const Glyph& glyph) {
        constexpr double lowest = 0.2;    // of the height of capitals: what underlines a letter is lower
        constexpr double highest = 0.85;  // and what lies over it is higher
        constexpr double thickest = 0.25; // of it
        const auto& box = glyph.box;
        const double height = (box.y1 - rule.middle_y()) / std::max(box.height(), 1e-6);
        const double x = (box.x0 + box.x1) / 2;
        return is_level(glyph) && x > rule.x0 && x < rule.x1 && height > lowest && height < highest &&
               rule.height() < thickest * box.height();
    }

    const Painting& painting_;
    const Cover& cover_;
    Looks looks_;
    Bands paints_;
    std::vector<Box> pictures_;
};

} // namespace

Looks looks_of(const Painting& painting, const Cover& cover) {
    return Judge(painting, cover).look();
}

std::vector<WordApart> words_apart(const Painting& painting, const Looks& looks) {
    std::vector<WordApart> words;
    const Glyph* last = nullptr; // of the word being made
    for (std::size_t i = 0; i < looks.size(); ++i) {
        const auto& glyph = painting.glyphs[i];
        if (!looks[i] || is_blank(glyph)) {
            last = nullptr;
            continue;
        }
        if (last == nullptr || words.back().why != *looks[i] || !goes_on(*last, glyph)) {
            auto& word = words.emplace_back(WordApart{{}, *looks[i]}).word;
            word.box = glyph.box;
            word.font_size = glyph.size;
        }
        auto& word = words.back().word;
        word.text += unicode::utf8(glyph.text);
        word.box = word.box.united(glyph.box);
        last = &glyph;
    }
    return words;
}

int turns_to_upright(const Painting& painting) {
    std::array<std::size_t, 4> glyphs{};
    for (const auto& glyph : painting.glyphs)
        if (!glyph.annotation && !is_blank(glyph) && slant(glyph.angle) < right_angle / 4)
            ++glyphs[static_cast<std::size_t>(std::lround(glyph.angle / right_angle)) % glyphs.size()];
    constexpr std::size_t telling = 40; // glyphs: a label at a margin has fewer
    const auto* most = std::max_element(glyphs.begin(), glyphs.end());
    return *most < telling ? 0 : static_cast<int>(most - glyphs.begin());
}

} // namespace kompass::read
