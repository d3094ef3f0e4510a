#include "layout/rows/named_figures.h"

#include "model/printed_figures.h"
#include "model/printed_tokens.h"
#include "text/tokens.h"

#include <algorithm>
#include <optional>
#include <string>

namespace kompass::layout {

namespace {

/// A figure with the name before it, words of one line.
struct Named {
    std::size_t first = 0, figure = 0, last = 0; ///< [first, figure) name it, [figure, last) print it
    std::string name;                            ///< empty: none
};

constexpr std::size_t kLongestName = 4;   ///< words: "Andel av max poäng"
constexpr std::size_t kLongestFigure = 7; ///< words: "13 av 15 möjliga (87 %)"

bool is_parting(std::string_view word) {
    return word == "|" || word == "·" || word == "•" || word == "–" || word == "-" || word == "," ||
           word == ";";
}

/// Without the comma or colon at its end.
std::string_view bare(std::string_view word) {
    return word.substr(0, word.find_last_not_of(",;:") + 1);
}

std::string text_of(const TextLine& line, std::size_t first, std::size_t last) {
    std::string text;
    for (auto w = first; w < last; ++w)
        text += (text.empty() ? "" : " ") + line.words[w].text;
    return std::string(bare(text));
}

/// The first of the words before `end` that make one cell of figures; `end`: none do.
std::size_t figure_before(const TextLine& line, std::size_t end) {
    for (auto first = end - std::min(end, kLongestFigure); first < end; ++first)
        if (!printed::figures(text_of(line, first, end)).empty()) return first;
    return end;
}

/// A name begins a line or a cell, or stands behind another figure; behind other words only with a colon:
/// "Summa poäng" names no figure.
bool may_begin_name(const TextLine& line, std::size_t first, std::size_t end) {
    if (first == 0 || line.words[end - 1].text.ends_with(':')) return true;
    const auto& before = line.words[first - 1].text;
    return gap_before(line, first) >= kBetweenRowCells * line.size || is_parting(before) ||
           !printed::figures(bare(before)).empty();
}

/// The first of the words before `end` that name the figure there; `end`: none do.
std::size_t name_before(const TextLine& line, std::size_t end, const Hints& hints) {
    if (gap_before(line, end) >= kBetweenRowCells * line.size) return end;
    for (auto first = end - std::min(end, kLongestName); first < end; ++first)
        if (hints.is_figure_head(text_of(line, first, end)) && may_begin_name(line, first, end)) return first;
    return end;
}

/// The figures at the line's end, each behind its name, from left to right; none if one lacks it.
std::vector<Named> named_figures(const TextLine& line, const Hints& hints) {
    std::vector<Named> found;
    std::size_t figures = 0;
    for (std::size_t end = line.words.size(); end > 0;) {
        if (is_parting(line.words[end - 1].text) && !found.empty()) {
            --end;
            continue;
        }
        const auto figure = figure_before(line, end);
        if (figure == end) break;
        const auto first = figure == 0 ? figure : name_before(line, figure, hints);
        if (first == figure) break;
        figures += printed::figures(text_of(line, figure, end)).size();
        found.push_back({first, figure, end, text_of(line, first, figure)});
        end = first;
    }
    constexpr std::size_t fewest = 2; // figures of a row
    if (figures < fewest) return {};
    std::reverse(found.begin(), found.end());
    return found;
}

/// Where the figures of each name stand, over all lines alike.
class Columns {
public:
    Columns(double right, double size) : right_(right), size_(size) {}

    [[nodiscard]] double left_of(const std::string& name) {
        constexpr double width = 16; // ems: wider than any figures with what is between them
        auto at = std::find(names_.begin(), names_.end(), name);
        if (at == names_.end()) at = names_.insert(at, name);
        return right_ + static_cast<double>(at - names_.begin() + 1) * width * size_;
    }

private:
    double right_, size_;
    std::vector<std::string> names_;
};

/// `word` with its left edge at `left`; keeps where it stood.
Word moved(Word word, double left, RowLineSource& source) {
    const auto on_page = word.box;
    word.box.x1 = left + on_page.width();
    word.box.x0 = left;
    word.text = std::string(bare(word.text));
    source.moved.emplace_back(word.box, on_page);
    return word;
}

/// Words that name a figure, over its first.
Word name_over(const Segment& name, const Word& figure, RowLineSource& source) {
    auto word = name.words.front();
    word.box = name.box;
    word = moved(std::move(word), figure.box.x0, source);
    word.text = std::string(bare(name.text));
    return word;
}

void take_names(RowLineSource& source, const std::vector<Named>& figures, Columns& columns) {
    const auto line = source.line;
    const auto at = [&](std::size_t w) { return line.words.begin() + static_cast<std::ptrdiff_t>(w); };
    std::vector<Word> words(line.words.begin(), at(figures.front().first));
    for (const auto& figure : figures) {
        const double by = columns.left_of(figure.name) - line.words[figure.figure].box.x0;
        const auto first = words.size();
        for (auto w = figure.figure; w < figure.last; ++w)
            words.push_back(moved(line.words[w], line.words[w].box.x0 + by, source));
        source.names.push_back(
            name_over(segment_of({at(figure.first), at(figure.figure)}), words[first], source));
    }
    source.line = line_of(std::move(words), line.page);
}

/// Heads of figures and nothing else on line `at`, and below them, as near as a row's lines, as many figures.
bool heads_a_card(const std::vector<RowLineSource>& lines, std::size_t at, const Hints& hints) {
    constexpr double farthest = 1.2; // ems of white
    if (at == 0 || at + 1 >= lines.size()) return false;
    const auto& head = lines[at].line;
    const auto& below = lines[at + 1].line;
    if (below.page != head.page || gap_between(head, below) > farthest * head.size) return false;
    const auto names = head.segments(kBetweenRowCells);
    const auto figures = below.segments(kBetweenRowCells);
    return names.size() > 1 && names.size() == figures.size() &&
           std::all_of(names.begin(), names.end(),
                       [&](const Segment& name) { return hints.is_figure_head(name.text); }) &&
           std::all_of(figures.begin(), figures.end(),
                       [](const Segment& figure) { return !printed::figures(figure.text).empty(); });
}

bool stands_below_number(const std::vector<RowLineSource>& lines, std::size_t at) {
    return !printed::question_number(lines[at - 1].line.words.front().text).empty();
}

/// Where each row has heads of its own over its figures, they become its names; their lines are gone.
void take_heads_of_cards(std::vector<RowLineSource>& lines, const Hints& hints, Columns& columns) {
    constexpr std::ptrdiff_t fewest = 2; // rows: a table has its head once
    std::vector<std::size_t> heads;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (heads_a_card(lines, i, hints)) heads.push_back(i);
    if (std::count_if(heads.begin(), heads.end(),
                      [&](std::size_t head) { return stands_below_number(lines, head); }) < fewest)
        return;
    for (const auto head : heads) {
        auto& source = lines[head + 1];
        const auto names = lines[head].line.segments(kBetweenRowCells);
        const auto figures = source.line.segments(kBetweenRowCells);
        std::vector<Word> words;
        for (std::size_t f = 0; f < figures.size(); ++f) {
            const auto first = words.size();
            const double by = columns.left_of(names[f].text) - figures[f].box.x0;
            for (const auto& word : figures[f].words)
                words.push_back(moved(word, word.box.x0 + by, source));
            source.names.push_back(name_over(names[f], words[first], source));
        }
        source.line = line_of(std::move(words), source.line.page);
    }
    std::size_t at = 0;
    std::erase_if(lines,
                  [&](const RowLineSource&) { return std::binary_search(heads.begin(), heads.end(), at++); });
}

} // namespace

void take_names_of_figures(std::vector<RowLineSource>& lines, const Hints& hints) {
    double right = 0;
    double size = 0;
    for (const auto& source : lines) {
        right = std::max(right, source.line.box.x1);
        size = std::max(size, source.line.size);
    }
    Columns columns(right, size);
    take_heads_of_cards(lines, hints, columns);
    for (auto& source : lines)
        if (const auto figures = named_figures(source.line, hints); !figures.empty())
            take_names(source, figures, columns);
}

} // namespace kompass::layout
