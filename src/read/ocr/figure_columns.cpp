#include "read/ocr/figure_columns.h"

#include "read/image/number_cells.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace kompass::read {
namespace {

constexpr std::size_t least_rows = 3; ///< two may stand below each other by chance

/// Of the height of digits.
constexpr double longest_figure = 4.5; ///< "100%" in a wide font has 4
constexpr double least_gap = 0.9;      ///< between figures and from text: wider than a blank
constexpr int longest_label = 3;       ///< "8.10"

/// Points to either side of a column: half a digit, which a row's figure may stick out.
constexpr double column_slack = 3;

bool has_digit(const std::string& text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The number of a question, and no points with a half: "4.2".
bool is_surely_label(const std::string& text) {
    return is_figure(text, FigureKind::label) && !is_figure(text, FigureKind::number);
}

/// Words on one level, left to right, whatever blocks Tesseract made of them.
struct Level {
    std::vector<std::size_t> words;
    PixelBox box;
};

std::vector<Level> levels_of(const std::vector<SeenWord>& words) {
    std::vector<std::size_t> order(words.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    const auto middle = [&](std::size_t i) { return 2 * words[i].read.box.y + words[i].read.box.height; };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return middle(a) < middle(b); });
    std::vector<Level> levels;
    for (const auto i : order) {
        const auto& box = words[i].read.box;
        const bool same = !levels.empty() && middle(i) < 2 * levels.back().box.bottom() - box.height / 2 &&
                          middle(i) > 2 * levels.back().box.y;
        if (!same) levels.emplace_back();
        levels.back().words.push_back(i);
        levels.back().box = levels.back().box.united(box);
    }
    for (auto& level : levels)
        std::sort(level.words.begin(), level.words.end(),
                  [&](std::size_t a, std::size_t b) { return words[a].read.box.x < words[b].read.box.x; });
    return levels;
}

/// The narrow words at the right end of a level that stand apart; never all of its words.
std::vector<std::size_t> tail_of(const Level& level, const std::vector<SeenWord>& words) {
    std::vector<std::size_t> tail;
    for (std::size_t at = level.words.size(); at-- > 1;) {
        const auto& box = words[level.words[at]].read.box;
        const auto& before = words[level.words[at - 1]].read.box;
        const int height = std::max(box.height, level.box.height / 2);
        const bool narrow = box.width <= longest_figure * height;
        const bool apart = box.x - before.right() >= least_gap * height;
        if (!narrow || !apart) break;
        tail.push_back(level.words[at]);
    }
    return tail;
}

struct Strip {
    int left = 0, right = 0, top = 0, bottom = 0;
    std::size_t rows = 0, with_digits = 0, labels = 0;

    [[nodiscard]] bool near(const PixelBox& box) const { return box.x < right && box.right() > left; }
    void take(const PixelBox& box, const std::string& text) {
        left = rows == 0 ? box.x : std::min(left, box.x);
        right = rows == 0 ? box.right() : std::max(right, box.right());
        top = rows == 0 ? box.y : std::min(top, box.y);
        bottom = rows == 0 ? box.bottom() : std::max(bottom, box.bottom());
        ++rows;
        if (has_digit(text)) ++with_digits;
        if (is_surely_label(text)) ++labels;
    }
    [[nodiscard]] bool holds_labels() const { return 2 * labels >= rows; }
    [[nodiscard]] bool holds_figures() const { return rows >= least_rows && 2 * with_digits >= rows; }
};

std::vector<Strip> strips_of(const std::vector<Level>& levels, const std::vector<SeenWord>& words) {
    std::vector<Strip> strips;
    for (const auto& level : levels)
        for (const auto i : tail_of(level, words)) {
            const auto& read = words[i].read;
            auto strip =
                std::find_if(strips.begin(), strips.end(), [&](const Strip& s) { return s.near(read.box); });
            if (strip == strips.end()) strip = strips.emplace(strips.end());
            strip->take(read.box, read.text);
        }
    std::erase_if(strips, [](const Strip& strip) { return !strip.holds_figures(); });
    return strips;
}

/// Reads figures anew and exchanges the words that stood in their place.
class Exchange {
public:
    Exchange(const CleanPage& page, std::vector<SeenWord>& words, FigureReader& reader)
        : page_(page), words_(words), reader_(reader), gone_(words.size(), false) {
        for (const auto& word : words)
            next_line_ = std::max(next_line_, word.read.line + 1);
    }

    /// True if a figure was read there. It takes the line of `first` if it stands on it.
    /// `points` says that "4.5" is a number there.
    bool take(const PixelBox& area, FigureKind kind, bool points, const ReadWord& first) {
        const auto ink = whole_figure(area);
        if (!ink || is_taken(*ink)) return false;
        auto reading = reader_.read(page_, *ink, kind);
        if (reading.text.empty() || reading.looks_like_text || reading.confidence < least_confidence)
            return false;
        if (points) give_comma(reading);
        for (std::size_t i = 0; i < gone_.size(); ++i) {
            const auto& box = words_[i].read.box;
            const auto shared = box.common(*ink);
            if (2 * shared.width > std::min(ink->width, box.width) && shared.height > 0) gone_[i] = true;
        }
        const double baseline = ink->bottom();
        const bool on_line = 3 * std::abs(baseline - first.baseline) < ink->height;
        ReadWord word{std::move(reading.text), *ink, reading.confidence, baseline,
                      on_line ? first.line : next_line_++};
        added_.push_back({std::move(word), std::move(reading.others)});
        return true;
    }

    void finish() {
        std::vector<SeenWord> kept;
        for (std::size_t i = 0; i < gone_.size(); ++i)
            if (!gone_[i]) kept.push_back(std::move(words_[i]));
        kept.insert(kept.end(), std::make_move_iterator(added_.begin()),
                    std::make_move_iterator(added_.end()));
        words_ = std::move(kept);
    }

private:
    static constexpr double least_confidence = 0.2; ///< less says that the ways of reading all differ

    /// Figures stand between the lines of a long question; one that `area` cuts is taken whole, if most of it
    /// stands there.
    [[nodiscard]] std::optional<PixelBox> whole_figure(const PixelBox& area) const {
        const auto whole = figure_ink(page_, area.grown(0, area.height / 2));
        if (!whole) return figure_ink(page_, area);
        const int middle = whole->y + whole->height / 2;
        return middle >= area.y && middle < area.bottom() ? whole : std::nullopt;
    }

    [[nodiscard]] bool is_taken(const PixelBox& ink) const {
        return std::any_of(added_.begin(), added_.end(), [&](const SeenWord& word) {
            const auto shared = word.read.box.common(ink);
            return !shared.empty() && 2 * shared.height > ink.height;
        });
    }

    const CleanPage& page_;
    std::vector<SeenWord>& words_;
    FigureReader& reader_;
    std::vector<bool> gone_;
    std::vector<SeenWord> added_;
    int next_line_ = 1;
};

/// The number that begins a row of figures, if it looks like one.
bool may_be_label(const ReadWord& word) {
    return has_digit(word.text) && word.box.width <= longest_label * word.box.height;
}

} // namespace

void read_figure_columns(const CleanPage& page, std::vector<SeenWord>& words, FigureReader& reader) {
    const auto levels = levels_of(words);
    const auto strips = strips_of(levels, words);
    if (strips.empty()) return;
    Exchange exchange(page, words, reader);
    const int slack = page.pixels(column_slack);
    for (const auto& level : levels) {
        bool any = false;
        bool first_is_figure = false;
        const auto& first = words[level.words.front()].read;
        for (const auto& strip : strips) {
            const bool inside = level.box.y >= strip.top - level.box.height &&
                                level.box.bottom() <= strip.bottom + level.box.height;
            const PixelBox area = {strip.left - slack, level.box.y - 1, strip.right - strip.left + 2 * slack,
                                   level.box.height + 2};
            if (!inside || !exchange.take(area, FigureKind::any, !strip.holds_labels(), first)) continue;
            any = true;
            first_is_figure = first_is_figure || strip.near(first.box);
        }
        if (any && !first_is_figure && may_be_label(first))
            exchange.take(first.box.grown(2, 1), FigureKind::label, false, first);
    }
    exchange.finish();
}

} // namespace kompass::read
