#include "layout/pages/footnotes.h"

#include "layout/measures.h"
#include "layout/pages/furniture_words.h"
#include "layout/text_line.h"
#include "text/unicode.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace kompass::layout {

namespace {

/// The stars behind a word ("Max*"), or none.
std::string stars_behind(std::string_view word) {
    const auto last = word.find_last_not_of('*');
    return last == std::string_view::npos ? std::string() : std::string(word.substr(last + 1));
}

/// The marks that call notes on the page: raised figures, as words of their own, and stars behind words.
std::set<std::string> calls_on(const Page& page) {
    std::set<std::string> calls;
    for (std::size_t i = 0; i < page.words.size(); ++i) {
        const auto& word = page.words[i];
        if (i > 0 && calls_note(word, page.words[i - 1])) calls.insert(word.text);
        if (auto stars = stars_behind(word.text); !stars.empty()) calls.insert(std::move(stars));
    }
    return calls;
}

/// Lines [first, last) of a page.
struct Notes {
    std::size_t first = 0, last = 0;
};

/// Finds the notes among the lines of a page.
class NotesOfPage {
public:
    NotesOfPage(const std::vector<TextLine>& lines, const std::set<std::string>& calls, double text_size)
        : lines_(lines), calls_(calls), text_size_(text_size) {}

    [[nodiscard]] std::vector<Notes> notes(double page_height) const {
        constexpr double foot = 0.9; // of the height: what stands lower may be a running foot
        std::vector<Notes> found;
        for (std::size_t i = 1; i < lines_.size(); ++i) {
            if (!begins_note(i)) continue;
            std::size_t last = i + 1;
            while (last < lines_.size() && is_small(lines_[last]) &&
                   (begins_note(last) || gap_above(last) < measures::set_apart * lines_[last].size))
                ++last;
            // Below all text nothing but a running foot stands under them; stars may also be told below the
            // table that has them.
            const bool at_foot = gap_above(i) >= measures::set_apart * text_size_ &&
                                 (last == lines_.size() || lines_[last].box.y0 > foot * page_height);
            if (!at_foot && !lines_[i].words.front().text.starts_with('*')) continue;
            found.push_back({i, last});
            i = last - 1;
        }
        return found;
    }

private:
    [[nodiscard]] bool is_small(const TextLine& line) const {
        constexpr double small = 0.9; // of the text's size: a grade less
        return line.has_exact_type() && line.size <= small * text_size_;
    }
    /// The mark may stand close before its note: "1Andel av…".
    [[nodiscard]] bool begins_note(std::size_t i) const {
        const auto& line = lines_[i];
        if (!is_small(line) || line.words.size() < 2) return false;
        const auto& first = line.words.front().text;
        return std::any_of(calls_.begin(), calls_.end(), [&](const std::string& call) {
            return first == call || (first.starts_with(call) &&
                                     unicode::starts_with_upper(std::string_view(first).substr(call.size())));
        });
    }
    [[nodiscard]] double gap_above(std::size_t i) const { return gap_between(lines_[i - 1], lines_[i]); }

    const std::vector<TextLine>& lines_;
    const std::set<std::string>& calls_;
    double text_size_;
};

/// Moves the words between two heights to those apart.
void set_apart(Page& page, double top, double bottom) {
    std::vector<Word> kept;
    for (auto& word : page.words)
        if (word.box.middle_y() > top && word.box.middle_y() < bottom)
            page.apart.push_back({std::move(word), Apart::footnote});
        else
            kept.push_back(std::move(word));
    page.words = std::move(kept);
}

} // namespace

void set_footnotes_apart(Document& document) {
    const double size = text_size(document.pages);
    for (auto& page : document.pages) {
        const auto calls = calls_on(page);
        if (calls.empty()) continue;
        const auto lines = text_lines(page);
        for (const auto& notes : NotesOfPage(lines, calls, size).notes(page.height))
            set_apart(page, lines[notes.first].box.y0, lines[notes.last - 1].box.y1);
    }
}

} // namespace kompass::layout
