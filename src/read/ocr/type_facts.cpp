#include "read/ocr/type_facts.h"

#include "model/median.h"
#include "read/image/bullet_marks.h"
#include "text/unicode.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

namespace kompass::read {
namespace {

/// Of the font size, for the common text faces (serif and sans lie 4 % to either side).
constexpr double capital_height = 0.69;
constexpr double usual_small_of_tall = 0.7;
constexpr double ascent = 0.89, descent = 0.216;

constexpr double same_size = 0.09;        ///< relative; what measuring a line's height may err
constexpr std::size_t enough_letters = 5; ///< that tell a size; of a figure's few digits each errs by a pixel
constexpr double bold_stroke = 1.28;      ///< of the page's usual stroke
constexpr double far_larger = 1.35; ///< than the line beside which it stands: a figure in a badge or box

bool any_of_these(const std::u32string& text, std::u32string_view letters) {
    return text.find_first_of(letters) != std::u32string::npos;
}

struct Shape {
    bool descends = false; ///< reaches below the baseline
    bool tall = false;     ///< reaches the height of capitals, and no higher
    bool small = false;    ///< all its letters have the height of x, their dots left out
};

Shape shape_of(const std::string& text) {
    const auto letters = unicode::code_points(text);
    Shape shape;
    shape.descends = any_of_these(letters, U"gjpqyQ,;()[]/|{}§_µ„");
    const bool ringed = any_of_these(letters, U"ÅÄÖÉå"); // may or may not hang together with its letter
    shape.tall = !ringed && any_of_these(letters, U"ABCDEFGHIKLMNOPRSTUVWXYZbdfhkl0123456789ß%&?!");
    shape.small = !letters.empty() &&
                  letters.find_first_not_of(U"acemnorsuvwxzäö.,") == std::u32string::npos &&
                  any_of_these(letters, U"acemnorsuvwxzäö");
    return shape;
}

struct Line {
    std::vector<std::size_t> words;
    double baseline = 0, size = 0; ///< pixels
    bool size_is_sure = false;
    double stroke = 0; ///< of the font size
    std::size_t letters = 0;
};

class TypeMeasure {
public:
    TypeMeasure(const CleanPage& page, const std::vector<SeenWord>& words) : page_(page), words_(words) {
        std::map<int, Line> lines;
        for (std::size_t i = 0; i < words.size(); ++i)
            lines[words[i].read.line].words.push_back(i);
        for (auto& [number, line] : lines)
            for (auto& part : parted(line)) {
                find_baseline(part);
                lines_.push_back(std::move(part));
            }
        const double small = small_of_tall();
        for (auto& line : lines_)
            find_size(line, small);
        unite_sizes();
        for (auto& line : lines_)
            line.stroke = stroke_of(line);
        usual_stroke_ = usual_stroke();
    }

    [[nodiscard]] std::vector<Word> words() const {
        std::vector<Word> result(words_.size());
        for (const auto& line : lines_)
            for (const auto i : line.words)
                result[i] = word(words_[i], line);
        return result;
    }

private:
    /// Heights above the baseline, pixels; of each letter one.
    struct Heights {
        std::vector<double> tall, small, any;
    };

    /// What dots and accents add to a word's box says nothing of its size.
    [[nodiscard]] PixelBox letters_of(const ReadWord& word) const {
        return page_.letters.ink_box(word.box).value_or(word.box);
    }

    /// As tall as its capitals would be, by its own box; none where its letters do not tell.
    [[nodiscard]] std::optional<double> capitals_of(const ReadWord& word) const {
        constexpr double with_descent = capital_height + descent;
        const auto shape = shape_of(word.text);
        const double height = letters_of(word).height;
        if (shape.tall) return shape.descends ? height * capital_height / with_descent : height;
        if (shape.small) return height / usual_small_of_tall;
        return std::nullopt;
    }

    /// Whether white stands around the word within its line.
    [[nodiscard]] bool stands_apart(std::size_t word, const Line& line, double white) const {
        const auto& box = words_[word].read.box;
        return std::all_of(line.words.begin(), line.words.end(), [&](std::size_t i) {
            const auto& other = words_[i].read.box;
            return i == word || other.right() + white < box.x || box.right() + white < other.x;
        });
    }

    /// Tesseract takes a large figure for a part of the line that it stands far beside; it is a line of its
    /// own.
    [[nodiscard]] std::vector<Line> parted(const Line& line) const {
        std::vector<double> heights;
        for (const auto i : line.words)
            if (const auto height = capitals_of(words_[i].read))
                heights.insert(heights.end(), words_[i].read.text.size(), *height);
        if (heights.empty()) return {line};
        const double usual = median(std::move(heights));
        std::vector<Line> lines(1);
        for (const auto i : line.words) {
            const bool large = capitals_of(words_[i].read).value_or(usual) > far_larger * usual;
            if (large && stands_apart(i, line, usual / capital_height))
                lines.emplace_back().words = {i};
            else
                lines.front().words.push_back(i);
        }
        return lines;
    }

    void find_baseline(Line& line) const {
        std::vector<double> bottoms;
        for (const auto i : line.words) {
            const auto& read = words_[i].read;
            if (!shape_of(read.text).descends && !is_bullet_text(read.text))
                bottoms.push_back(letters_of(read).bottom());
            line.letters += read.text.size();
        }
        line.baseline = bottoms.empty() ? words_[line.words.front()].read.baseline : median(bottoms);
    }

    [[nodiscard]] Heights heights_of(const Line& line) const {
        Heights heights;
        for (const auto i : line.words) {
            const auto& read = words_[i].read;
            const double height = line.baseline - letters_of(read).y;
            if (height <= 0 || is_bullet_text(read.text)) continue;
            const auto shape = shape_of(read.text);
            if (shape.tall) heights.tall.insert(heights.tall.end(), read.text.size(), height);
            if (shape.small) heights.small.insert(heights.small.end(), read.text.size(), height);
            heights.any.push_back(height);
        }
        return heights;
    }

    /// How tall small letters are on this page, of the height of capitals: faces differ.
    [[nodiscard]] double small_of_tall() const {
        std::vector<double> shares;
        for (const auto& line : lines_) {
            const auto heights = heights_of(line);
            if (!heights.small.empty() && !heights.tall.empty())
                shares.push_back(median(heights.small) / median(heights.tall));
        }
        return shares.empty() ? usual_small_of_tall : median(shares);
    }

    void find_size(Line& line, double small_of_tall) const {
        const auto heights = heights_of(line);
        std::vector<double> sizes;
        for (const double height : heights.tall)
            sizes.push_back(height / capital_height);
        for (const double height : heights.small)
            sizes.push_back(height / (capital_height * small_of_tall));
        line.size_is_sure = sizes.size() >= enough_letters;
        if (!sizes.empty())
            line.size = median(sizes);
        else if (!heights.any.empty())
            line.size = median(heights.any) / capital_height;
    }

    /// Lines of about one size get the median of that size; the commonest sizes gather theirs first.
    void unite_sizes() {
        auto open = std::vector<Line*>();
        for (auto& line : lines_)
            if (line.size_is_sure) open.push_back(&line);
        while (!open.empty()) {
            const double seed = commonest(open);
            const auto rest = std::stable_partition(open.begin(), open.end(), [&](const Line* line) {
                return std::abs(line->size - seed) <= same_size * seed;
            });
            std::vector<double> sizes;
            for (auto at = open.begin(); at != rest; ++at)
                sizes.insert(sizes.end(), (*at)->letters, (*at)->size);
            const double united = median(sizes);
            for (auto at = open.begin(); at != rest; ++at)
                (*at)->size = united;
            open.erase(open.begin(), rest);
        }
        for (auto& line : lines_)
            if (!line.size_is_sure) take_neighbours_size(line);
    }

    /// A line whose words do not surely tell its size has that of the nearest line, unless that cannot be.
    void take_neighbours_size(Line& line) const {
        constexpr double most_apart = 0.25;
        const Line* nearest = nullptr;
        const auto apart = [&](const Line& other) { return std::abs(other.baseline - line.baseline); };
        for (const auto& other : lines_)
            if (other.size_is_sure && (nearest == nullptr || apart(other) < apart(*nearest)))
                nearest = &other;
        if (nearest != nullptr && std::abs(nearest->size - line.size) <= most_apart * nearest->size)
            line.size = nearest->size;
    }

    /// The size around which most letters are set.
    static double commonest(const std::vector<Line*>& lines) {
        const auto letters_near = [&](double size) {
            std::size_t letters = 0;
            for (const auto* line : lines)
                if (std::abs(line->size - size) <= same_size / 2 * size) letters += line->letters;
            return letters;
        };
        const auto most = std::max_element(lines.begin(), lines.end(), [&](const Line* a, const Line* b) {
            return letters_near(a->size) < letters_near(b->size);
        });
        return (*most)->size;
    }

    [[nodiscard]] double stroke_of(const Line& line) const {
        std::vector<double> strokes;
        for (const auto i : line.words) {
            const auto& read = words_[i].read;
            if (line.size > 0 && !is_bullet_text(read.text))
                strokes.insert(strokes.end(), read.text.size(), page_.ink.stroke_width(read.box) / line.size);
        }
        return strokes.empty() ? 0 : median(strokes);
    }

    [[nodiscard]] double usual_stroke() const {
        std::vector<double> strokes;
        for (const auto& line : lines_)
            if (line.stroke > 0) strokes.insert(strokes.end(), line.letters, line.stroke);
        return strokes.empty() ? 0 : median(strokes);
    }

    [[nodiscard]] Word word(const SeenWord& seen, const Line& line) const {
        const double points = 72 / page_.dpi;
        const auto& box = seen.read.box;
        Word word;
        word.text = seen.read.text;
        word.font_size = std::round(line.size * points * 10) / 10;
        word.box = {box.x * points, (line.baseline - ascent * line.size) * points, box.right() * points,
                    (line.baseline + descent * line.size) * points};
        if (line.size <= 0)
            word.box = {box.x * points, box.y * points, box.right() * points, box.bottom() * points};
        word.bold = line.stroke > bold_stroke * usual_stroke_;
        word.confidence = seen.read.confidence;
        word.readings = seen.readings;
        return word;
    }

    const CleanPage& page_;
    const std::vector<SeenWord>& words_;
    std::vector<Line> lines_;
    double usual_stroke_ = 0;
};

} // namespace

std::vector<Word> with_type_facts(const CleanPage& page, const std::vector<SeenWord>& words) {
    return TypeMeasure(page, words).words();
}

} // namespace kompass::read
