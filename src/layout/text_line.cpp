#include "layout/text_line.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace kompass::layout {

namespace {

double size_of(const Word& word) {
    return word.font_size > 0 ? word.font_size : word.box.height();
}

double baseline(const Word& word) {
    constexpr double descender = 0.2; // ems, in the common text faces
    return word.box.y1 - descender * size_of(word);
}

/// The size that most characters are set in, to a tenth of a point.
double commonest_size(const std::vector<Word>& words) {
    std::map<long, std::size_t> characters;
    for (const auto& word : words)
        characters[std::lround(size_of(word) * 10)] += word.text.size();
    const auto most = std::max_element(characters.begin(), characters.end(),
                                       [](auto& a, auto& b) { return a.second < b.second; });
    return most == characters.end() ? 0 : static_cast<double>(most->first) / 10;
}

std::string text_of(const std::vector<Word>& words) {
    std::string text;
    for (const auto& word : words) {
        if (!text.empty()) text += ' ';
        text += word.text;
    }
    return text;
}

Box box_of(const std::vector<Word>& words) {
    Box box = words.front().box;
    for (const auto& word : words)
        box = box.united(word.box);
    return box;
}

} // namespace

Segment segment_of(std::vector<Word> words) {
    Segment segment;
    segment.box = box_of(words);
    segment.text = text_of(words);
    segment.words = std::move(words);
    return segment;
}

TextLine line_of(std::vector<Word> words, int page) {
    std::sort(words.begin(), words.end(), [](const Word& a, const Word& b) { return a.box.x0 < b.box.x0; });
    TextLine line;
    line.box = box_of(words);
    line.text = text_of(words);
    line.page = page;
    line.size = commonest_size(words);
    std::size_t bold = 0;
    std::size_t all = 0;
    for (const auto& word : words) {
        all += word.text.size();
        if (word.bold) bold += word.text.size();
    }
    line.bold = bold * 2 > all;
    line.words = std::move(words);
    return line;
}

std::size_t TextLine::segment_count(double ems) const {
    std::size_t count = words.empty() ? 0 : 1;
    for (std::size_t i = 1; i < words.size(); ++i)
        if (words[i].box.x0 - words[i - 1].box.x1 > ems * size) ++count;
    return count;
}

std::vector<Segment> TextLine::segments(double ems) const {
    std::vector<Segment> parts;
    std::vector<Word> current;
    for (const auto& word : words) {
        const bool parted = !current.empty() && word.box.x0 - current.back().box.x1 > ems * size;
        if (parted) {
            parts.push_back(segment_of(std::move(current)));
            current.clear();
        }
        current.push_back(word);
    }
    if (!current.empty()) parts.push_back(segment_of(std::move(current)));
    return parts;
}

std::vector<TextLine> text_lines(const Page& page) {
    auto words = page.words;
    std::stable_sort(words.begin(), words.end(),
                     [](const Word& a, const Word& b) { return baseline(a) < baseline(b); });
    std::vector<TextLine> lines;
    std::vector<Word> current;
    // Ems: a third of the least line pitch, so that neither a raised mark nor a slanted scan parts a line,
    // and no two lines become one.
    constexpr double least_step = 0.35;
    for (auto& word : words) {
        const bool new_line =
            !current.empty() && baseline(word) - baseline(current.front()) >
                                    least_step * std::min(size_of(word), size_of(current.front()));
        if (new_line) {
            lines.push_back(line_of(std::move(current), page.number));
            current.clear();
        }
        current.push_back(std::move(word));
    }
    if (!current.empty()) lines.push_back(line_of(std::move(current), page.number));
    return lines;
}

double body_size(const std::vector<TextLine>& lines) {
    std::map<long, std::size_t> characters;
    for (const auto& line : lines)
        characters[std::lround(line.size * 10)] += line.text.size();
    const auto most = std::max_element(characters.begin(), characters.end(),
                                       [](auto& a, auto& b) { return a.second < b.second; });
    return most == characters.end() ? 0 : static_cast<double>(most->first) / 10;
}

} // namespace kompass::layout
