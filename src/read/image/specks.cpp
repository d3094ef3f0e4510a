#include "read/image/specks.h"

#include "read/image/clean_page.h"
#include "read/image/ellipses.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace kompass::read {
namespace {

/// Sizes in points: multiples of the resolution. Dots of letters and full stops measure 0.9 and more in the
/// small print of a report.
constexpr double greatest_speck = 0.6; ///< the side of a square of as much ink
constexpr double finest_dot = 0.35;    ///< of type that was made black and white with a high threshold
constexpr double least_letter = 2.4; ///< what is not taller or wider is a dot, and stays only beside letters
constexpr double bullet_reach = 22;  ///< how far text stands from its bullet
constexpr double dot_reach = 4;   ///< from a dot to the letter it belongs to: half the height of small type
constexpr double line_reach = 30; ///< to either side of a dot: enough letters that some are tall
constexpr double tallest_letter = 24; ///< of a heading; what is taller is a picture
/// Sizes of dots, as the side of their ink, of the height of tall letters. Full stops and the dots of i have
/// 0.13 to 0.2 in the common faces, all about the same on one page; bullets have 0.3 and more.
constexpr double smaller_than_dots = 0.78; ///< of the page's middle dot: a third less ink
constexpr double least_dot = 0.16; ///< where the page's dots are large, no smaller ones are taken for dirt
constexpr double least_bullet = 0.25;
constexpr int darker_than_print = 15; ///< shades: more than print varies among the letters of a line

constexpr double share_of_small_letters = 0.8; ///< taller than four of five is a capital or an ascender

/// Dots of ä and ö, by the sides of one.
constexpr int twins_apart = 4;      ///< at most
constexpr int twins_level = 4;      ///< of its height a part, and
constexpr int twins_level_errs = 3; ///< pixels
constexpr int twins_alike = 2;      ///< times the other's ink

double side(const Blob& blob) {
    return std::sqrt(blob.area);
}

bool is_small(const Blob& blob, double dpi) {
    return std::max(blob.box.width, blob.box.height) < in_pixels(least_letter, dpi);
}

/// Whether marks as small as specks are dots of letters on this page: dirt is strewn evenly, so that there is
/// as much of it where no letters are.
bool has_fine_dots(const std::vector<Blob>& blobs, const Image& letters, double dpi) {
    constexpr double many_times = 4; // what strewn dirt would come to there
    const int reach = in_pixels(dot_reach, dpi);
    const auto beside_letters = letters.dilated(2 * reach + 1, 2 * reach + 1);
    int near = 0;
    int far = 0;
    for (const auto& blob : blobs) {
        const double points = side(blob) * points_an_inch / dpi;
        if (points < finest_dot || points >= greatest_speck) continue;
        ++(beside_letters.ink(blob.box) > 0 ? near : far);
    }
    const double page = static_cast<double>(letters.width()) * letters.height();
    const double near_area = beside_letters.ink(beside_letters.box());
    const double expected = far * near_area / std::max(1.0, page - near_area);
    return near > many_times * (expected + 1);
}

struct Letter {
    PixelBox box;
    int darkest = 0; ///< shade of its darkest pixel
};

struct SmallMarks {
    std::vector<Blob> dots, specks;
    std::vector<Letter> letters;
    bool fine = false; ///< dots may be as small as specks
};

SmallMarks small_marks(const std::vector<Blob>& blobs, const Image& gray, bool fine, double dpi) {
    SmallMarks marks;
    marks.fine = fine;
    const double least = (fine ? finest_dot : greatest_speck) * dpi / points_an_inch;
    for (const auto& blob : blobs) {
        if (side(blob) < least)
            marks.specks.push_back(blob);
        else if (is_small(blob, dpi))
            marks.dots.push_back(blob);
        else
            marks.letters.push_back({blob.box, gray.darkest(blob.box)});
    }
    return marks;
}

/// The value that this share of all lie below. `values` is not empty.
int order_statistic(std::vector<int> values, double share) {
    const auto at =
        values.begin() + static_cast<std::ptrdiff_t>(static_cast<double>(values.size() - 1) * share);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

/// What the letters and figures near a dot are like.
struct Neighbours {
    int tall = 0;    ///< pixels; many have no ascenders, the tall ones count. 0: none are near
    int darkest = 0; ///< shade that half of them do not reach
};

Neighbours neighbours_of(const PixelBox& dot, const std::vector<Letter>& letters, double dpi) {
    const auto reach = dot.grown(in_pixels(line_reach, dpi), in_pixels(dot_reach, dpi));
    std::vector<int> heights;
    std::vector<int> shades;
    for (const auto& [box, darkest] : letters)
        if (box.height < in_pixels(tallest_letter, dpi) && !box.common(reach).empty()) {
            heights.push_back(box.height);
            shades.push_back(darkest);
        }
    if (heights.empty()) return {};
    return {order_statistic(std::move(heights), share_of_small_letters),
            order_statistic(std::move(shades), 0.5)};
}

/// The dots of ä and ö are smaller than others, but two.
bool has_twin(const Blob& dot, const std::vector<Blob>& dots) {
    return std::any_of(dots.begin(), dots.end(), [&](const Blob& other) {
        const int beside = std::abs(other.box.x - dot.box.x);
        const int higher = std::abs(other.box.y - dot.box.y);
        const auto [less, more] = std::minmax(dot.area, other.area);
        return &other != &dot && twins_level * higher <= dot.box.height + twins_level_errs &&
               beside <= twins_apart * dot.box.width && twins_alike * less >= more;
    });
}

/// The dot of an i or j that stands by itself: over the middle of a stem that is lower than tall letters,
/// which dust seldom hits.
bool is_over_stem(const PixelBox& dot, const std::vector<Letter>& letters, int tall) {
    constexpr int widest_stem = 3;                           // dots: with its serifs
    constexpr double highest_stem = 0.85, highest_gap = 0.3; // of tall letters
    const int middle = dot.x + dot.width / 2;
    return std::any_of(letters.begin(), letters.end(), [&](const Letter& letter) {
        const int gap = letter.box.y - dot.bottom();
        return gap >= 0 && gap <= highest_gap * tall && letter.box.width <= widest_stem * dot.width &&
               letter.box.height <= highest_stem * tall && letter.box.x <= middle &&
               middle < letter.box.right();
    });
}

enum class DotPlace {
    among_letters,
    before_text, ///< as a bullet stands
    nowhere,
};

DotPlace place_of(const PixelBox& dot, const Image& letters, double dpi) {
    const int reach = in_pixels(dot_reach, dpi);
    if (letters.ink(dot.grown(reach, reach)) > 0) return DotPlace::among_letters;
    const PixelBox behind = {dot.x, dot.y, in_pixels(bullet_reach, dpi), dot.height};
    return letters.ink(behind) > 0 ? DotPlace::before_text : DotPlace::nowhere;
}

/// The dots that are dirt: far from text; darker than the letters beside them, as no printed dot is where the
/// scan blurs; or too small for those letters. What is too small the page's own dots tell, which are most.
std::vector<PixelBox> dirt_of(const SmallMarks& marks, const Image& gray, const Image& letters, double dpi) {
    struct Candidate {
        PixelBox box;
        double size; ///< the side of its ink, of the height of letters
        bool of_an_i;
    };
    std::vector<Candidate> single;
    std::vector<PixelBox> dirt;
    for (const auto& dot : marks.dots) {
        const auto place = place_of(dot.box, letters, dpi);
        const auto [tall, darkest] = neighbours_of(dot.box, marks.letters, dpi);
        const double size = tall == 0 ? 0 : side(dot) / tall;
        const bool dust = size < least_bullet && gray.darkest(dot.box) + darker_than_print < darkest;
        if (dust || place == DotPlace::nowhere || (place == DotPlace::before_text && size < least_bullet))
            dirt.push_back(dot.box);
        if (marks.fine || place != DotPlace::among_letters || has_twin(dot, marks.dots)) continue;
        single.push_back({dot.box, size, is_over_stem(dot.box, marks.letters, tall)});
    }
    if (single.empty()) return dirt;
    const auto middle = single.begin() + static_cast<std::ptrdiff_t>(single.size() / 2);
    std::nth_element(single.begin(), middle, single.end(),
                     [](const Candidate& a, const Candidate& b) { return a.size < b.size; });
    const double least = std::min(least_dot, middle->size * smaller_than_dots);
    for (const auto& [box, size, of_an_i] : single)
        if (size < least && !of_an_i) dirt.push_back(box);
    return dirt;
}

} // namespace

Despeckled without_specks(const Image& ink, const Image& gray, double dpi) {
    const auto blobs = ink.blobs();
    std::vector<PixelBox> small;
    for (const auto& blob : blobs)
        if (is_small(blob, dpi)) small.push_back(blob.box);
    auto letters = ink.erased(small);
    const auto marks = small_marks(blobs, gray, has_fine_dots(blobs, letters, dpi), dpi);
    auto specks = dirt_of(marks, gray, letters, dpi);
    for (const auto& speck : marks.specks)
        specks.push_back(speck.box);
    auto rows = ellipses(ink, marks.dots);
    std::erase_if(specks, [&](const PixelBox& speck) {
        return std::any_of(rows.begin(), rows.end(),
                           [&](const auto& row) { return row.common(speck) == speck; });
    });
    return {ink.erased(specks), std::move(letters), std::move(rows)};
}

} // namespace kompass::read
