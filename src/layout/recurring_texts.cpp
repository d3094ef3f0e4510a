#include "layout/recurring_texts.h"

#include "layout/measures.h"
#include "text/unicode.h"

#include <cmath>
#include <unordered_map>

namespace kompass::layout {

namespace {

/// Words that begin with a capital, no figures, and no end of a sentence.
bool may_head(const std::vector<Word>& words, std::string_view text) {
    constexpr std::size_t most_words = 12; // of a line of heads: three of four words
    return words.size() <= most_words && unicode::starts_with_upper(text) &&
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
    std::unordered_map<std::string, std::size_t> times;
    std::unordered_set<std::string> unfinished;
    const auto see = [&](const std::vector<Word>& words, const std::string& text, const TextLine* below) {
        if (!may_head(words, text)) return;
        ++times[text];
        if (below != nullptr && goes_on_below(words.front(), *below)) unfinished.insert(text);
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& line = lines[i];
        const bool last = i + 1 == lines.size() || lines[i + 1].page != line.page;
        const TextLine* const below = last ? nullptr : &lines[i + 1];
        see(line.words, line.text, below);
        if (line.segment_count(wide_apart) < 2) continue;
        for (const auto& segment : line.segments(wide_apart))
            see(segment.words, segment.text, below);
    }
    for (auto& [text, count] : times)
        if (count >= fewest_times && !unfinished.contains(text)) texts_.insert(text);
}

bool RecurringTexts::contains(std::string_view text) const {
    return texts_.contains(std::string(text));
}

} // namespace kompass::layout
