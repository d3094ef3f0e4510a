#include "layout/text_line.h"

#include "layout/measures.h"
#include "model/median.h"
#include "text/unicode.h"

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

bool is_one_letter(const Word& word) {
    return (unicode::starts_with_upper(word.text) || unicode::starts_with_lower(word.text)) &&
           unicode::code_points(word.text).size() == 1;
}

/// A sign that stands between letters, spelt out with them: "E k ,  S K L".
bool is_sign_between(const Word& word) {
    constexpr std::string_view signs = ",.()-&/";
    return word.text.size() == 1 && signs.find(word.text) != std::string_view::npos;
}

/// Past the last of the single letters from `first` on that are parted by blanks, with signs between them.
std::size_t end_of_spelt(const std::vector<Word>& words, std::size_t first) {
    constexpr double farthest = 1.2; // ems: two or three blanks; cells of a table stand farther apart
    std::size_t end = first;
    while (end < words.size() && words[end].confidence == 1 &&
           (is_one_letter(words[end]) || (end > first && is_sign_between(words[end]))) &&
           (end == first || words[end].box.x0 - words[end - 1].box.x1 < farthest * size_of(words[end])))
        ++end;
    return end;
}

/// Letters with blanks between them ("S T Y R K O R") are words, and wider blanks part these. Tells which
/// words are one letter or were.
std::vector<bool> join_spelt_out(std::vector<Word>& words) {
    constexpr std::ptrdiff_t fewest = 4; // letters: no sentence and no row of a table has so many alone
    constexpr double wider = 1.6;        // times the narrowest blank: between words
    constexpr double hair = 0.05;        // ems: what boxes err
    std::vector<bool> spelt;
    for (std::size_t first = 0; first < words.size(); ++first) {
        const auto end = end_of_spelt(words, first);
        const auto from = words.begin() + static_cast<std::ptrdiff_t>(first);
        const auto to = words.begin() + static_cast<std::ptrdiff_t>(end);
        if (std::count_if(from, to, is_one_letter) < fewest) {
            spelt.push_back(is_one_letter(words[first]));
            continue;
        }
        const auto gap = [&](std::size_t i) { return words[i].box.x0 - words[i - 1].box.x1; };
        double narrowest = gap(first + 1);
        for (std::size_t i = first + 2; i < end; ++i)
            narrowest = std::min(narrowest, gap(i));
        std::vector<Word> joined{words[first]};
        for (std::size_t i = first + 1; i < end; ++i) {
            if (gap(i) > wider * narrowest + hair * size_of(words[i])) {
                joined.push_back(words[i]);
                continue;
            }
            joined.back().text += words[i].text;
            joined.back().box = joined.back().box.united(words[i].box);
        }
        const auto at = words.begin() + static_cast<std::ptrdiff_t>(first);
        words.erase(at, words.begin() + static_cast<std::ptrdiff_t>(end));
        words.insert(words.begin() + static_cast<std::ptrdiff_t>(first), joined.begin(), joined.end());
        first += joined.size() - 1;
        spelt.resize(spelt.size() + joined.size(), true);
    }
    return spelt;
}

/// Letters set wide apart ("S t y r k o r") stand nearer than words do.
bool is_letterspaced(const Word& word, const Word& next) {
    constexpr double nearer_than_words = 0.18; // ems: blanks are 0.25 and more
    constexpr double overlap = -0.05;          // ems: what boxes err
    const double gap = (next.box.x0 - word.box.x1) / size_of(word);
    return gap > overlap && gap < nearer_than_words;
}

/// The words of a line, with those whose letters are set wide apart made whole.
std::vector<Word> whole_words(std::vector<Word> words) {
    std::sort(words.begin(), words.end(), [](const Word& a, const Word& b) { return a.box.x0 < b.box.x0; });
    const auto spelt = join_spelt_out(words);
    std::vector<Word> whole;
    whole.reserve(words.size());
    for (std::size_t w = 0; w < words.size(); ++w) {
        const bool letters = w > 0 && words[w].confidence == 1 && (spelt[w - 1] || spelt[w]);
        if (letters && is_letterspaced(words[w - 1], words[w])) {
            whole.back().text += words[w].text;
            whole.back().box = whole.back().box.united(words[w].box);
        } else {
            whole.push_back(words[w]);
        }
    }
    return whole;
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
            lines.push_back(line_of(whole_words(std::move(current)), page.number));
            current.clear();
        }
        current.push_back(std::move(word));
    }
    if (!current.empty()) lines.push_back(line_of(whole_words(std::move(current)), page.number));
    return lines;
}

double body_size(const std::vector<TextLine>& lines) {
    constexpr double share_of_text = 0.2; // headings have less
    constexpr std::size_t many_lines = 8; // short reports have a heading or two that outweigh the rest
    std::map<long, std::size_t> characters;
    std::map<long, std::size_t> count;
    std::size_t all = 0;
    for (const auto& line : lines) {
        const auto size = std::lround(line.size * 10);
        characters[size] += line.text.size();
        ++count[size];
        all += line.text.size();
    }
    const auto largest = std::find_if(characters.rbegin(), characters.rend(), [&](const auto& size) {
        return count[size.first] >= many_lines &&
               static_cast<double>(size.second) >= share_of_text * static_cast<double>(all);
    });
    if (largest != characters.rend()) return static_cast<double>(largest->first) / 10;
    const auto most = std::max_element(characters.begin(), characters.end(),
                                       [](auto& a, auto& b) { return a.second < b.second; });
    return most == characters.end() ? 0 : static_cast<double>(most->first) / 10;
}

const Word* first_word_below(const std::vector<TextLine>& lines, std::size_t at, const Box& text,
                             double farthest) {
    for (auto i = at + 1; i < lines.size() && lines[i].page == lines[at].page; ++i) {
        if (lines[i].box.y0 - text.y1 > farthest * lines[at].size) break;
        const auto& words = lines[i].words;
        std::size_t start = 0; // of the part of the line that holds the word
        for (std::size_t w = 0; w < words.size(); ++w) {
            if (w > 0 && words[w].box.x0 - words[w - 1].box.x1 > measures::between_cells * lines[i].size)
                start = w;
            if (words[w].box.x1 > text.x0 && words[w].box.x0 < text.x1) return &words[start];
        }
    }
    return nullptr;
}

double line_gap(const std::vector<TextLine>& lines) {
    constexpr double farthest = 1; // ems: lines set wider apart are none of one text
    std::vector<double> gaps;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto* below = first_word_below(lines, i, lines[i].box, farthest);
        if (below != nullptr && lines[i].size > 0 && unicode::starts_with_lower(below->text))
            gaps.push_back((below->box.y0 - lines[i].box.y1) / lines[i].size);
    }
    if (gaps.empty()) return 0;
    return median(std::move(gaps));
}

} // namespace kompass::layout
