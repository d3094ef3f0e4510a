#include "read/ocr/percent_signs.h"

#include "text/unicode.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace kompass::read {
namespace {

bool is_printed_figure(const std::string& text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    return !text.empty() && is_digit(text.front()) && is_digit(text.back()) &&
           std::all_of(text.begin(), text.end(), [&](char c) { return is_digit(c) || c == ',' || c == '.'; });
}

/// As wide as a sign, and read as few letters.
bool may_be_sign(const ReadWord& word) {
    constexpr std::size_t most_letters = 3; // "o/o"
    constexpr double narrowest = 0.7;       // of its height
    constexpr double widest = 1.8;
    const double width = static_cast<double>(word.box.width) / std::max(1, word.box.height);
    return width >= narrowest && width <= widest && unicode::code_points(word.text).size() <= most_letters;
}

/// Behind it on its level, a blank apart: Tesseract may have made a column of the signs, or have taken the
/// sign into the figure's box as well.
bool follows(const ReadWord& word, const ReadWord& figure) {
    constexpr double widest_blank = 0.7; // of the figure's height
    const int gap = word.box.x - figure.box.right();
    const int shared = std::min(word.box.bottom(), figure.box.bottom()) - std::max(word.box.y, figure.box.y);
    return 2 * word.box.x > figure.box.x + figure.box.right() && gap < widest_blank * figure.box.height &&
           2 * shared > figure.box.height;
}

} // namespace

void join_percent_signs(const CleanPage& page, std::vector<SeenWord>& words, FigureReader& reader) {
    const auto is_joined = [&](const SeenWord& sign) {
        if (!may_be_sign(sign.read)) return false;
        const auto figure = std::find_if(words.begin(), words.end(), [&](const SeenWord& other) {
            return is_printed_figure(other.read.text) && follows(sign.read, other.read);
        });
        if (figure == words.end()) return false;
        const auto box = figure->read.box.united(sign.read.box);
        if (sign.read.text != "%" && !reader.ends_in_percent_sign(page, box)) return false;
        figure->read.box = box;
        figure->read.text += '%';
        for (auto& reading : figure->readings)
            reading += '%';
        return true;
    };
    std::vector<bool> joined;
    joined.reserve(words.size());
    for (const auto& word : words)
        joined.push_back(is_joined(word));
    std::vector<SeenWord> rest;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (!joined[i]) rest.push_back(std::move(words[i]));
    words = std::move(rest);
}

} // namespace kompass::read
