#include "layout/pages/furniture_words.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>

namespace kompass::layout {

namespace {

bool is_number(const Word& word) {
    constexpr std::size_t longest = 4; // digits: a report has fewer than ten thousand lines
    return !word.text.empty() && word.text.size() <= longest &&
           std::all_of(word.text.begin(), word.text.end(),
                       [](unsigned char c) { return std::isdigit(c) != 0; });
}

/// Left and right edge of all that is not a lone number.
std::optional<std::pair<double, double>> edges_of_text(const Page& page) {
    std::optional<std::pair<double, double>> edges;
    for (const auto& word : page.words) {
        if (is_number(word)) continue;
        if (!edges) edges = {word.box.x0, word.box.x1};
        edges->first = std::min(edges->first, word.box.x0);
        edges->second = std::max(edges->second, word.box.x1);
    }
    return edges;
}

/// Those on the left of the text and those on its right.
using Margins = std::array<std::vector<const Word*>, 2>;

Margins numbers_in_margins(const Page& page) {
    Margins margins;
    const auto edges = edges_of_text(page);
    if (!edges) return margins;
    for (const auto& word : page.words) {
        if (!is_number(word)) continue;
        if (word.box.x1 < edges->first) margins[0].push_back(&word);
        if (word.box.x0 > edges->second) margins[1].push_back(&word);
    }
    return margins;
}

constexpr std::size_t kFewest = 3; // line numbers of a column: two always have one step

/// Whether the numbers count lines: growing by one step down the page. The lines of two columns count down
/// the first and on down the second.
bool count_lines(std::vector<const Word*> numbers) {
    std::stable_sort(numbers.begin(), numbers.end(),
                     [](const Word* a, const Word* b) { return std::stoi(a->text) < std::stoi(b->text); });
    const auto value = [&](std::size_t i) { return std::stoi(numbers[i]->text); };
    std::size_t in_column = 1;
    for (std::size_t i = 1; i < numbers.size(); ++i) {
        if (value(i) - value(i - 1) != value(1) - value(0) || value(1) == value(0)) return false;
        const bool goes_down = numbers[i]->box.y0 > numbers[i - 1]->box.y0;
        if (!goes_down && in_column < kFewest) return false;
        in_column = goes_down ? in_column + 1 : 1;
    }
    return in_column >= kFewest;
}

/// Whether lines are numbered on that side: most pages with many numbers there count lines. Those tell of the
/// pages with few; a column of figures at the edge of the text counts by chance alone.
bool has_line_numbers(const std::vector<Margins>& pages, std::size_t side) {
    std::size_t with_numbers = 0;
    std::size_t counting = 0;
    for (const auto& margins : pages) {
        if (margins.at(side).size() < kFewest) continue;
        ++with_numbers;
        counting += count_lines(margins.at(side)) ? 1 : 0;
    }
    return counting > 0 && counting * 2 >= with_numbers;
}

std::set<const Word*> line_numbers(const std::vector<Page>& pages) {
    std::vector<Margins> margins;
    margins.reserve(pages.size());
    for (const auto& page : pages)
        margins.push_back(numbers_in_margins(page));
    std::set<const Word*> found;
    for (const std::size_t side : {0, 1})
        if (has_line_numbers(margins, side))
            for (const auto& of_page : margins)
                found.insert(of_page.at(side).begin(), of_page.at(side).end());
    return found;
}

using Mark = std::tuple<std::string, long, long>;

Mark mark_of(const Word& word) {
    constexpr double grid = 0.1; // ems of the mark: a scan or a renderer moves it by less
    const double step = grid * word.font_size;
    return {word.text, std::lround(word.box.x0 / step), std::lround(word.box.y0 / step)};
}

/// Words set far larger than the text, larger than any heading within it.
class Huge {
public:
    explicit Huge(const std::vector<Page>& pages) : least_(times_the_text * text_size(pages)) {}

    bool operator()(const Word& word) const { return word.font_size > 0 && word.font_size >= least_; }

private:
    static constexpr double times_the_text = 3.5; // 35 on 10 points; titles of chapters have up to 28
    double least_;
};

/// On how many pages each huge word stands at one place.
std::map<Mark, std::size_t> marks_across(const std::vector<Page>& pages, const Huge& is_huge) {
    std::map<Mark, std::size_t> marks;
    for (const auto& page : pages)
        for (const auto& word : page.words)
            if (is_huge(word)) ++marks[mark_of(word)];
    return marks;
}

} // namespace

double text_size(const std::vector<Page>& pages) {
    std::map<double, std::size_t> words;
    for (const auto& page : pages)
        for (const auto& word : page.words)
            ++words[word.font_size];
    const auto most =
        std::max_element(words.begin(), words.end(), [](auto& a, auto& b) { return a.second < b.second; });
    return most == words.end() ? 0 : most->first;
}

bool calls_note(const Word& word, const Word& before) {
    constexpr std::size_t longest = 2; // digits
    constexpr double small = 0.8;      // of the word's size; raised figures have 0.6 to 0.7
    constexpr double beside = 0.2;     // ems: less than a blank, and as much into an italic letter
    constexpr double raised = 0.1;     // ems: more than figures of old style rise
    const double size = before.font_size;
    const bool mark = word.text == "*" || (is_number(word) && word.text.size() <= longest);
    const double gap = word.box.x0 - before.box.x1;
    return mark && word.font_size > 0 && word.font_size < small * size && std::abs(gap) < beside * size &&
           word.box.y1 < before.box.y1 - raised * size && word.box.y1 > before.box.y0;
}

std::vector<Page> without_furniture(const std::vector<Page>& pages) {
    constexpr std::size_t fewest_pages = 3; // a cover and a divider may be alike
    auto cleaned = pages;
    const auto numbers = line_numbers(pages);
    const Huge is_huge(pages);
    const auto marks = marks_across(pages, is_huge);
    for (std::size_t p = 0; p < pages.size(); ++p) {
        const auto& words = pages[p].words;
        std::vector<Word> kept;
        for (const auto& word : words) {
            const auto mark = is_huge(word) ? marks.find(mark_of(word)) : marks.end();
            const bool watermark =
                mark != marks.end() && mark->second >= fewest_pages && mark->second * 2 >= pages.size();
            const bool note = &word != &words.front() && calls_note(word, *(&word - 1));
            if (!numbers.contains(&word) && !watermark && !note) kept.push_back(word);
        }
        cleaned[p].words = std::move(kept);
    }
    return cleaned;
}

} // namespace kompass::layout
