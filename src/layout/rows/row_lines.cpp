#include "layout/rows/row_lines.h"

#include "layout/rows/cells_beside.h"
#include "layout/rows/figures_first.h"
#include "layout/rows/named_figures.h"
#include "model/printed_figures.h"

#include <algorithm>
#include <optional>

namespace kompass::layout {

Box RowLineSource::on_page(const Box& box) const {
    std::optional<Box> found;
    for (const auto& [here, page] : moved)
        if (box.holds_middle_of(here)) found = found ? found->united(page) : page;
    return found.value_or(box);
}

Place RowLineSource::place() const {
    auto box = on_page(line.words.front().box);
    for (const auto& word : line.words)
        box = box.united(on_page(word.box));
    return {line.page, box};
}

RowLines::RowLines(const std::vector<TextLine>& lines, const Hints& hints) : source_count_(lines.size()) {
    for (std::size_t i = 0; i < lines.size(); ++i)
        sources_.push_back({lines[i], i});
    take_cells_beside(sources_);
    move_figures_last(sources_);
    take_names_of_figures(sources_, hints);
    for (const auto& source : sources_)
        lines_.push_back(source.line);
}

std::size_t RowLines::from_source(std::size_t source) const {
    const auto at =
        std::lower_bound(sources_.begin(), sources_.end(), source,
                         [](const RowLineSource& line, std::size_t wanted) { return line.source < wanted; });
    return static_cast<std::size_t>(at - sources_.begin());
}

std::size_t RowLines::source_of(std::size_t at) const {
    return at < sources_.size() ? sources_[at].source : source_count_;
}

std::vector<Word> take_words(TextLine& line, const std::vector<bool>& which) {
    std::vector<Word> taken;
    std::vector<Word> left;
    for (std::size_t w = 0; w < line.words.size(); ++w)
        (which[w] ? taken : left).push_back(line.words[w]);
    line = line_of(std::move(left), line.page);
    return taken;
}

bool are_cells_of_figures(std::vector<Word> words, int page) {
    const auto cells = line_of(std::move(words), page).segments(kBetweenRowCells);
    return std::all_of(cells.begin(), cells.end(),
                       [](const Segment& cell) { return !printed::figures(cell.text).empty(); });
}

} // namespace kompass::layout
