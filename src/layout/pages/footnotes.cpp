#include "layout/pages/footnotes.h"

#include "layout/measures.h"
#include "layout/pages/furniture_words.h"
#include "layout/text_line.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace kompass::layout {

namespace {

/// The marks that call notes on the page: raised figures, as words of their own.
std::set<std::string> calls_on(const Page& page) {
    std::set<std::string> calls;
    for (std::size_t i = 1; i < page.words.size(); ++i)
        if (calls_note(page.words[i], page.words[i - 1])) calls.insert(page.words[i].text);
    return calls;
}

/// Lines [first, last) of a page.
struct Notes {
    std::size_t first = 0, last = 0;
};

class Foot {
public:
    Foot(const std::vector<TextLine>& lines, const std::set<std::string>& calls, double text_size)
        : lines_(lines), calls_(calls), text_size_(text_size) {}

    /// The notes that stand below all text; nothing but a running foot is below them.
    [[nodiscard]] Notes notes(double page_height) const {
        constexpr double foot = 0.9; // of the height: what stands lower may be a running foot
        for (std::size_t i = 1; i < lines_.size(); ++i) {
            if (!begins_note(i) || gap_above(i) < measures::set_apart * text_size_) continue;
            std::size_t last = i + 1;
            while (last < lines_.size() && is_small(lines_[last]) &&
                   (begins_note(last) || gap_above(last) < measures::set_apart * lines_[last].size))
                ++last;
            if (last == lines_.size() || lines_[last].box.y0 > foot * page_height) return {i, last};
        }
        return {};
    }

private:
    [[nodiscard]] bool is_small(const TextLine& line) const {
        constexpr double small = 0.9; // of the text's size: a grade less
        return line.has_exact_type() && line.size <= small * text_size_;
    }
    [[nodiscard]] bool begins_note(std::size_t i) const {
        return is_small(lines_[i]) && lines_[i].words.size() > 1 &&
               calls_.contains(lines_[i].words.front().text);
    }
    [[nodiscard]] double gap_above(std::size_t i) const { return gap_between(lines_[i - 1], lines_[i]); }

    const std::vector<TextLine>& lines_;
    const std::set<std::string>& calls_;
    double text_size_;
};

} // namespace

void set_footnotes_apart(Document& document) {
    const double size = text_size(document.pages);
    for (auto& page : document.pages) {
        const auto calls = calls_on(page);
        if (calls.empty()) continue;
        const auto lines = text_lines(page);
        const auto notes = Foot(lines, calls, size).notes(page.height);
        if (notes.first == notes.last) continue;
        const double top = lines[notes.first].box.y0;
        const double bottom = lines[notes.last - 1].box.y1;
        std::vector<Word> kept;
        for (auto& word : page.words)
            if (word.box.middle_y() > top && word.box.middle_y() < bottom)
                page.apart.push_back({std::move(word), Apart::footnote});
            else
                kept.push_back(std::move(word));
        page.words = std::move(kept);
    }
}

} // namespace kompass::layout
