#include "layout/recurring_texts.h"

#include "layout/measures.h"
#include "text/unicode.h"

#include <cmath>
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

/// The line below begins a line of the same text: in lower case where the text begins, as running text does.
bool goes_on_below(const Word& first, const TextLine& below) {
    const double aligned = measures::aligned * below.size;
    for (const auto& word : below.words)
        if (std::abs(word.box.x0 - first.box.x0) < aligned)
            return unicode::starts_with_lower(word.text) && unicode::code_points(word.text).size() > 1;
    return false;
}

} // namespace

RecurringTexts::RecurringTexts(const std::vector<TextLine>& lines) {
    constexpr std::size_t fewest_times = 3; // of eight areas; twice is chance
    constexpr double wide_apart = 0.8;      // ems: as heads stand apart from what is beside them
    struct Times {
        std::size_t all = 0, unfinished = 0;
    };
    std::unordered_map<std::string, Times> times;
    const auto see = [&](const Word& first, std::size_t words, const std::string& text,
                         const TextLine* below) {
        if (!may_head(words, text)) return;
        auto& seen = times[text];
        ++seen.all;
        if (below != nullptr && goes_on_below(first, *below)) ++seen.unfinished;
    };
    const auto below = [&](std::size_t at) {
        return at + 1 == lines.size() || lines[at + 1].page != lines[at].page ? nullptr : &lines[at + 1];
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& line = lines[i];
        see(line.words.front(), line.words.size(), line.text, below(i));
        // Heads that are set over several lines come back line by line.
        std::string text = line.text;
        std::size_t words = line.words.size();
        for (std::size_t k = i; below(k) != nullptr && k + 1 < i + kMostLines; ++k) {
            text += "\n" + below(k)->text;
            if ((words += below(k)->words.size()) > kMostWords) break;
            see(line.words.front(), words, text, below(k + 1));
        }
        if (line.segment_count(wide_apart) < 2) continue;
        for (const auto& segment : line.segments(wide_apart))
            see(segment.words.front(), segment.words.size(), segment.text, below(i));
    }
    // Below a head that a page repeats a cell may go on.
    for (auto& [text, seen] : times)
        if (seen.all >= fewest_times && seen.unfinished * 2 < seen.all) texts_.insert(text);
}

bool RecurringTexts::contains(std::string_view text) const {
    return texts_.contains(std::string(text));
}

} // namespace kompass::layout
