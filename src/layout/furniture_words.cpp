#include "layout/furniture_words.h"

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
    constexpr std::size_t longest = 4;
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
    constexpr std::size_t fewest = 3;
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
    constexpr double grid = 4; // points
    return {word.text, std::lround(word.box.x0 / grid), std::lround(word.box.y0 / grid)};
}

bool is_huge(const Word& word) {
    constexpr double far_above_text = 36; // points
    return word.font_size >= far_above_text;
}

/// On how many pages each huge word stands at one place.
std::map<Mark, std::size_t> marks_across(const std::vector<Page>& pages) {
    std::map<Mark, std::size_t> marks;
    for (const auto& page : pages)
        for (const auto& word : page.words)
            if (is_huge(word)) ++marks[mark_of(word)];
    return marks;
}

/// The number that calls a footnote: small and raised, directly behind `before`.
bool calls_note(const Word& word, const Word& before) {
    constexpr std::size_t longest = 2;
    constexpr double small = 0.8;
    const double size = before.font_size;
    const bool mark = word.text == "*" || (is_number(word) && word.text.size() <= longest);
    const double gap = word.box.x0 - before.box.x1;
    return mark && word.font_size > 0 && word.font_size < small * size && gap > -0.2 * size &&
           gap < 0.2 * size && word.box.y1 < before.box.y1 - 0.1 * size && word.box.y1 > before.box.y0;
}

} // namespace

std::vector<Page> without_furniture(const std::vector<Page>& pages) {
    constexpr std::size_t fewest_pages = 3;
    auto cleaned = pages;
    const bool numbered = has_line_numbers(pages);
    const auto marks = marks_across(pages);
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
