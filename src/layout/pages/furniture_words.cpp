#include "layout/pages/furniture_words.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <optional>
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

/// The numbers beside the text, from the top down.
std::vector<const Word*> numbers_in_margins(const Page& page) {
    std::vector<const Word*> numbers;
    const auto edges = edges_of_text(page);
    if (!edges) return numbers;
    for (const auto& word : page.words)
        if (is_number(word) && (word.box.x1 < edges->first || word.box.x0 > edges->second))
            numbers.push_back(&word);
    std::stable_sort(numbers.begin(), numbers.end(),
                     [](const Word* a, const Word* b) { return a->box.y0 < b->box.y0; });
    return numbers;
}

/// Whether the numbers count lines: three at least, growing by one step.
bool count_lines(const std::vector<const Word*>& numbers) {
    constexpr std::size_t fewest = 3; // two numbers always have one step
    if (numbers.size() < fewest) return false;
    const int step = std::stoi(numbers[1]->text) - std::stoi(numbers[0]->text);
    for (std::size_t i = 1; i < numbers.size(); ++i)
        if (step <= 0 || std::stoi(numbers[i]->text) - std::stoi(numbers[i - 1]->text) != step) return false;
    return true;
}

/// Where line numbers stand, if the document has them: pages that count lines tell of those with few.
bool has_line_numbers(const std::vector<Page>& pages) {
    return std::any_of(pages.begin(), pages.end(),
                       [](const Page& page) { return count_lines(numbers_in_margins(page)); });
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
    const bool numbered = has_line_numbers(pages);
    const Huge is_huge(pages);
    const auto marks = marks_across(pages, is_huge);
    for (auto& page : cleaned) {
        std::vector<const Word*> numbers;
        if (numbered) numbers = numbers_in_margins(page);
        std::vector<Word> kept;
        for (const auto& word : page.words) {
            const bool line_number = std::find(numbers.begin(), numbers.end(), &word) != numbers.end();
            const auto mark = is_huge(word) ? marks.find(mark_of(word)) : marks.end();
            const bool watermark =
                mark != marks.end() && mark->second >= fewest_pages && mark->second * 2 >= pages.size();
            const bool note = &word != &page.words.front() && calls_note(word, *(&word - 1));
            if (!line_number && !watermark && !note) kept.push_back(word);
        }
        page.words = std::move(kept);
    }
    return cleaned;
}

} // namespace kompass::layout
