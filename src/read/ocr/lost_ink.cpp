#include "read/ocr/lost_ink.h"

#include "model/median.h"
#include "read/image/number_cells.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace kompass::read {
namespace {

constexpr int margin = 8; ///< pixels around an image that is read

/// Half of the words are as high or higher.
int usual_height(const std::vector<SeenWord>& words) {
    std::vector<int> heights;
    heights.reserve(words.size());
    for (const auto& word : words)
        heights.push_back(word.read.box.height);
    return median(std::move(heights));
}

bool on_one_level(const PixelBox& a, const PixelBox& b) {
    const int shared = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
    return 2 * shared > std::min(a.height, b.height);
}

bool above_each_other(const PixelBox& a, const PixelBox& b) {
    return std::min(a.right(), b.right()) > std::max(a.x, b.x);
}

/// Beside a word, or with words close above and below.
bool stands_in_text(const PixelBox& ink, const std::vector<SeenWord>& words, int height) {
    constexpr int farthest = 3; // heights: a line was lost, not half a page
    bool above = false;
    bool below = false;
    for (const auto& word : words) {
        const auto& box = word.read.box;
        if (on_one_level(ink, box)) return true;
        if (!above_each_other(ink, box)) continue;
        above = above || (box.bottom() <= ink.y && ink.y - box.bottom() < farthest * height);
        below = below || (box.y >= ink.bottom() && box.y - ink.bottom() < farthest * height);
    }
    return above && below;
}

} // namespace

std::vector<PixelBox> lost_ink(const CleanPage& page, const std::vector<SeenWord>& words,
                               const std::vector<PixelBox>& known) {
    constexpr std::size_t fewest_words = 20; // of a page of text, which others show to be read
    constexpr double lowest = 0.6;           // of the usual height: figures, and words without tall letters
    constexpr double highest = 1.8;          // heads, and words with letters that reach below the line
    constexpr double blank = 0.6;            // of it, between words
    if (words.size() < fewest_words) return {};
    auto read = known;
    // What is nearer to a word than words are to each other is of it: Tesseract cuts letters now and then.
    for (const auto& word : words)
        read.push_back(word.read.box.grown(std::max(2, word.read.box.height / 2), 2));
    const int height = usual_height(words);
    const auto rest = page.ink.erased(read);
    std::vector<PixelBox> lost;
    for (const auto& blob : rest.closed(std::max(1, static_cast<int>(blank * height)), 1).blobs())
        if (blob.box.height >= lowest * height && blob.box.height <= highest * height &&
            stands_in_text(blob.box, words, height))
            lost.push_back(blob.box);
    return lost;
}

FoundAgain read_lost_ink(const CleanPage& page, const std::vector<PixelBox>& lost,
                         const std::vector<SeenWord>& words, const TextImage& text, FigureReader& figures,
                         TextReader& swedish) {
    constexpr double sure = 0.6; // of figures and of words; less says rather what else stands there
    FoundAgain found;
    std::vector<PixelBox> others;
    for (const auto& box : lost) {
        const auto ink = figure_ink(page, box);
        auto reading = ink ? figures.read(page, *ink, FigureKind::any) : FigureReading{};
        if (reading.text.empty() || reading.looks_like_text || reading.confidence < sure) {
            others.push_back(box);
            continue;
        }
        ReadWord word{std::move(reading.text), *ink, reading.confidence, static_cast<double>(ink->bottom()),
                      0};
        found.figures.push_back({std::move(word), std::move(reading.others)});
    }
    const auto is_in_column = [&](const SeenWord& figure) {
        const auto beside = [&](const SeenWord& other) {
            return &other != &figure && is_figure(other.read.text, FigureKind::any) &&
                   above_each_other(other.read.box, figure.read.box);
        };
        return std::any_of(words.begin(), words.end(), beside) ||
               std::any_of(found.figures.begin(), found.figures.end(), beside);
    };
    std::vector<SeenWord> in_columns;
    std::copy_if(found.figures.begin(), found.figures.end(), std::back_inserter(in_columns), is_in_column);
    found.figures = std::move(in_columns);
    for (const auto& box : others) {
        if (box.width < box.height) continue; // one letter, beside which its word was placed
        const int line = found.words.empty() ? 0 : found.words.back().line + 1;
        for (auto& word : text.read(swedish, box.grown(margin, margin), TextShape::line)) {
            if (word.confidence < sure) continue;
            word.line += line;
            found.words.push_back(std::move(word));
        }
    }
    return found;
}

} // namespace kompass::read
