#include "layout/recurring_texts.h"

#include "layout/bullets.h"
#include "text/unicode.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace kompass::layout {

namespace {

constexpr std::size_t kMostWords = 15; ///< of heads side by side: three of five words
constexpr std::size_t kMostLines = 3;  ///< of such heads

/// Words that begin with a capital, no figures, and no end of a sentence.
bool may_head(std::size_t words, std::string_view text) {
    return words <= kMostWords && unicode::starts_with_upper(text) &&
           text.find_first_of("0123456789") == std::string_view::npos && !text.ends_with('.') &&
           !text.ends_with(',') && !text.ends_with('?') && !text.ends_with('-');
}

/// The text below, of the same column, begins in lower case, as running text does.
bool goes_on_below(const std::vector<TextLine>& lines, std::size_t at, const Box& text) {
    constexpr double farthest = 1; // ems: the next line of a text, not the next paragraph
    const auto* word = first_word_below(lines, at, text, farthest);
    return word != nullptr && unicode::starts_with_lower(word->text) &&
           unicode::code_points(word->text).size() > 1;
}

/// Where the parts of the line begin: behind the white that heads have beside them, and at bullets.
std::vector<std::size_t> starts_of_parts(const TextLine& line) {
    constexpr double wide_apart = 0.8; // ems
    std::vector<std::size_t> starts = {0};
    for (std::size_t w = 1; w < line.words.size(); ++w) {
        const auto& word = line.words[w];
        const bool apart = word.box.x0 - line.words[w - 1].box.x1 > wide_apart * line.size;
        if (apart || is_inner_bullet(word.text, "")) starts.push_back(w);
    }
    return starts;
}

/// Of a bold item whose list, set in regular type, stands inside it: its text.
std::optional<std::string> head_in_bullets(const std::vector<TextLine>& lines, std::size_t at) {
    const auto& line = lines[at];
    if (!line.bold || at + 1 == lines.size() || lines[at + 1].bold) return std::nullopt;
    return after_bullet(line.text, BulletGlyphs::printed);
}

} // namespace

RecurringTexts::RecurringTexts(const std::vector<TextLine>& lines) {
    constexpr std::size_t fewest_times = 3; // of eight areas; twice is chance
    struct Times {
        std::size_t all = 0, unfinished = 0;
    };
    std::unordered_map<std::string, Times> times;
    const auto see = [&](std::size_t words, const std::string& text, bool unfinished) {
        if (!may_head(words, text)) return;
        auto& seen = times[text];
        ++seen.all;
        if (unfinished) ++seen.unfinished;
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& line = lines[i];
        see(line.words.size(), line.text, goes_on_below(lines, i, line.box));
        if (const auto head = head_in_bullets(lines, i))
            see(line.words.size(), *head, goes_on_below(lines, i, line.box));
        // Heads that are set over several lines come back line by line.
        std::string text = line.text;
        std::size_t words = line.words.size();
        for (auto k = i + 1; k < std::min(lines.size(), i + kMostLines) && lines[k].page == line.page; ++k) {
            text += "\n" + lines[k].text;
            if ((words += lines[k].words.size()) > kMostWords) break;
            see(words, text, goes_on_below(lines, k, lines[k].box));
        }
        const auto starts = starts_of_parts(line);
        if (starts.size() < 2) continue;
        for (std::size_t p = 0; p < starts.size(); ++p) {
            const auto from = line.words.begin() + static_cast<std::ptrdiff_t>(starts[p]);
            const bool last = p + 1 == starts.size();
            const auto to =
                last ? line.words.end() : line.words.begin() + static_cast<std::ptrdiff_t>(starts[p + 1]);
            // What stands beside a list heads it, whatever it goes on with below.
            const bool beside_list = !last && is_inner_bullet(to->text, "");
            const auto segment = segment_of({from, to});
            see(segment.words.size(), segment.text, !beside_list && goes_on_below(lines, i, segment.box));
        }
    }
    // Below a head that a page repeats a cell may go on.
    for (auto& [text, seen] : times)
        if (seen.all >= fewest_times && seen.unfinished * 2 < seen.all) texts_.insert(text);
}

bool RecurringTexts::contains(std::string_view text) const {
    return texts_.contains(std::string(text));
}

} // namespace kompass::layout
