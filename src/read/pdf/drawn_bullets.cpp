#include "read/pdf/drawn_bullets.h"

#include "read/pdf/page_ink.h"
#include "text/unicode.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <optional>
#include <string>

namespace kompass::read {
namespace {

constexpr double free_left = 30;       ///< points before a line within which a label may stand
constexpr double room_for_bullet = 14; ///< points, between the next column's text and that behind a bullet
constexpr double farthest = 24;        ///< points between a bullet's left edge and its text
constexpr double nearest = 2.5;        ///< points between a bullet's right edge and its text
constexpr double greatest_side = 7.5;  ///< points, of a bullet
constexpr int least_contrast = 40;     ///< of 255 levels, against the ground

/// A lone sign before a text is a bullet that is a letter.
bool is_sign(const Word& word) {
    const auto first = static_cast<unsigned char>(word.text.front());
    constexpr std::size_t one_letter = 4; // bytes at most
    return word.text.size() <= one_letter && (first >= 0x80 || word.text == "-" || word.text == "*") &&
           !unicode::has_letter_or_digit(word.text);
}

/// "1.2", "3.", "a)": what numbers a row or an item.
bool is_label(const Word& word) {
    return word.text.find_first_of("0123456789)") != std::string::npos;
}

/// The nearest word before the one at `at` on its line, if one stands within `free_left`; an index, or none.
std::optional<std::size_t> word_before(const std::vector<const Word*>& by_height, std::size_t at) {
    const auto& word = *by_height[at];
    std::optional<std::size_t> found;
    const auto look = [&](std::size_t i) {
        const auto& other = *by_height[i];
        const double middle = other.box.middle_y();
        const bool beside = middle > word.box.y0 && middle < word.box.y1;
        const bool before = other.box.x0 < word.box.x0 && other.box.x1 > word.box.x0 - free_left;
        if (beside && before && (!found || other.box.x1 > by_height[*found]->box.x1)) found = i;
    };
    constexpr double reach = 20; // points: no word's neighbours lie higher or lower
    for (std::size_t i = at; i-- > 0 && by_height[i]->box.y0 > word.box.y0 - reach;)
        look(i);
    for (std::size_t i = at + 1; i < by_height.size() && by_height[i]->box.y0 < word.box.y0 + reach; ++i)
        look(i);
    return found;
}

/// Wider than between words of a sentence.
bool is_wide(const Word& before, const Word& word) {
    constexpr double wide_blank = 0.4; // of a word's height
    return word.box.x0 - before.box.x1 > wide_blank * word.box.height();
}

/// A bullet or number with white before and behind it, and not the end of a text in the next column.
bool labels(const std::vector<const Word*>& by_height, std::size_t label, const Word& word) {
    const auto& mark = *by_height[label];
    if ((!is_sign(mark) && !is_label(mark)) || !is_wide(mark, word)) return false;
    const auto before = word_before(by_height, label);
    return !before || is_wide(*by_height[*before], mark);
}

/// What begins at one indent.
struct Indent {
    std::vector<Word> starts;
    bool behind_words = false; ///< a label, or a bullet that is a letter, stands before one of them
};

/// Indented below a running head at most: the last item of a list may go on there from the page before.
bool goes_on_at_top(const std::vector<const Word*>& by_height, double left, const Word& word) {
    if (word.box.x0 > left + free_left) return false;
    double foot = 0;
    int lines = 0; // above
    for (const auto* other : by_height) {
        if (other->box.y1 > word.box.y0) break;
        if (other->box.middle_y() > foot) ++lines;
        foot = std::max(foot, other->box.y1);
    }
    return lines <= 1;
}

long indent_of(const Word& word) {
    return std::lround(word.box.x0);
}

int gray_at(const DrawnPage& drawn, int x, int y) {
    const auto at = static_cast<std::size_t>(y) * static_cast<std::size_t>(drawn.bytes_per_row);
    return static_cast<unsigned char>(drawn.gray[at + static_cast<std::size_t>(x)]);
}

/// Pixels, right and bottom not included.
struct Strip {
    int left = 0, top = 0, right = 0, bottom = 0;
};

constexpr double scale = ink_resolution / 72; ///< pixels a point

Strip strip_before(const Word& word, const DrawnPage& drawn) {
    const auto pixel = [](double points) { return static_cast<int>(std::floor(points * scale)); };
    return {std::max(0, pixel(word.box.x0 - farthest)), std::max(0, pixel(word.box.y0)),
            std::min(drawn.width, pixel(word.box.x0 - nearest)),
            std::min(drawn.height, pixel(word.box.y1) + 1)};
}

/// Of one column of the strip the pixels that are darker than the ground: first and one past the last.
std::optional<std::pair<int, int>> dark_rows(const DrawnPage& drawn, const Strip& strip, int x, int ground) {
    std::optional<std::pair<int, int>> rows;
    for (int y = strip.top; y < strip.bottom; ++y)
        if (ground - gray_at(drawn, x, y) >= least_contrast) rows = {rows ? rows->first : y, y + 1};
    return rows;
}

int ground_of(const DrawnPage& drawn, const Strip& strip) {
    int lightest = 0;
    for (int y = strip.top; y < strip.bottom; ++y)
        for (int x = strip.left; x < strip.right; ++x)
            lightest = std::max(lightest, gray_at(drawn, x, y));
    return lightest;
}

/// Ink beside the strip touches the mark: it is part of a rule, or of a letter of another line.
bool goes_on_beyond(const DrawnPage& drawn, const Strip& strip, const Strip& mark, int ground) {
    const auto is_inked = [&](const Strip& part) {
        for (int y = std::max(0, part.top); y < std::min(drawn.height, part.bottom); ++y)
            for (int x = part.left; x < std::min(drawn.width, part.right); ++x)
                if (ground - gray_at(drawn, x, y) >= least_contrast) return true;
        return false;
    };
    return (mark.top == strip.top && is_inked({mark.left, mark.top - 1, mark.right, mark.top})) ||
           (mark.bottom == strip.bottom && is_inked({mark.left, mark.bottom, mark.right, mark.bottom + 1})) ||
           (mark.right == strip.right && is_inked({mark.right, mark.top, mark.right + 1, mark.bottom}));
}

/// The mark in the strip that stands nearest to the text, if it is as small as a bullet.
std::optional<Box> mark_in(const DrawnPage& drawn, const Strip& strip) {
    const int ground = ground_of(drawn, strip);
    std::optional<Strip> mark;
    for (int x = strip.right - 1; x >= strip.left; --x) {
        const auto rows = dark_rows(drawn, strip, x, ground);
        if (!rows && mark) break;
        if (!rows) continue;
        if (!mark) mark = Strip{x, rows->first, x + 1, rows->second};
        *mark = {x, std::min(mark->top, rows->first), mark->right, std::max(mark->bottom, rows->second)};
    }
    if (!mark || mark->left == strip.left) return std::nullopt;
    const auto greatest = static_cast<int>(std::ceil(greatest_side * scale));
    const bool small = mark->right - mark->left <= greatest && mark->bottom - mark->top <= greatest;
    if (!small || goes_on_beyond(drawn, strip, *mark, ground)) return std::nullopt;
    return Box{mark->left / scale, mark->top / scale, mark->right / scale, mark->bottom / scale};
}

/// A letter of a word: the last of a line in the column before.
bool is_of_text(const Box& mark, const Page& page) {
    return std::any_of(page.words.begin(), page.words.end(),
                       [&](const Word& word) { return word.box.holds_middle_of(mark); });
}

} // namespace

std::vector<Word> indented_starts(const Page& page) {
    // Where all of a page stands further in than margins are wide, it is a list that began on the page
    // before.
    constexpr double widest_margin = 80; // points: 28 mm
    std::vector<const Word*> by_height;
    double left = widest_margin;
    for (const auto& word : page.words) {
        by_height.push_back(&word);
        left = std::min(left, word.box.x0);
    }
    std::stable_sort(by_height.begin(), by_height.end(),
                     [](const Word* a, const Word* b) { return a->box.y0 < b->box.y0; });
    constexpr double indented = 6; // points
    std::map<long, Indent> indents;
    for (std::size_t i = 0; i < by_height.size(); ++i) {
        const auto& word = *by_height[i];
        if (word.box.x0 < left + indented || is_sign(word) || is_label(word)) continue;
        const auto before = word_before(by_height, i);
        if (before && labels(by_height, *before, word))
            indents[indent_of(word)].behind_words = true;
        else if (!before || word.box.x0 - by_height[*before]->box.x1 > room_for_bullet)
            indents[indent_of(word)].starts.push_back(word);
    }
    std::vector<Word> starts;
    bool worth_drawing = false;
    for (auto& [x, indent] : indents) {
        if (indent.behind_words || indent.starts.empty()) continue;
        worth_drawing = worth_drawing || indent.starts.size() >= 2 ||
                        goes_on_at_top(by_height, left, indent.starts.front());
        starts.insert(starts.end(), indent.starts.begin(), indent.starts.end());
    }
    return worth_drawing ? starts : std::vector<Word>{};
}

std::vector<Word> drawn_bullets(const std::vector<Word>& starts, const Page& page, const DrawnPage& drawn) {
    std::vector<Word> bullets;
    for (const auto& word : starts) {
        const auto strip = strip_before(word, drawn);
        if (strip.right <= strip.left || strip.bottom <= strip.top) continue;
        const auto mark = mark_in(drawn, strip);
        if (!mark || is_of_text(*mark, page)) continue;
        auto bullet = word;
        bullet.text = "•";
        // As high as its line, so that it stands on it.
        bullet.box = {mark->x0, word.box.y0, mark->x1, word.box.y1};
        bullets.push_back(std::move(bullet));
    }
    return bullets;
}

} // namespace kompass::read
