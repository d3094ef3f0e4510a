#include "account/words_apart.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace kompass::account {

namespace {

std::string phrase_of(Apart why) {
    switch (why) {
    case Apart::covered:
        return "painted over";
    case Apart::struck_out:
        return "struck out";
    case Apart::unseen:
        return "without visible ink";
    case Apart::slanted:
        return "aslant over the page";
    case Apart::annotation:
        return "in annotations";
    case Apart::note_mark:
        return "raised, calling notes";
    case Apart::footnote:
        return "in footnotes";
    }
    return {};
}

/// The words of one kind.
struct Kind {
    std::set<int> pages;
    std::vector<std::string> examples;
    std::size_t words = 0;

    void add(int page, const std::string& text) {
        constexpr std::size_t most = 3;
        ++words;
        pages.insert(page);
        const auto quoted = "“" + text + "”";
        if (examples.size() < most && std::find(examples.begin(), examples.end(), quoted) == examples.end())
            examples.push_back(quoted);
    }
};

Kind words_that_are(Apart why, const Document& document) {
    Kind kind;
    for (const auto& page : document.pages)
        for (const auto& word : page.apart)
            if (word.why == why) kind.add(page.number, word.word.text);
    return kind;
}

std::string pages_text(const std::set<int>& pages) {
    constexpr std::size_t most = 5;
    if (pages.size() == 1) return fmt::format("page {}", *pages.begin());
    if (pages.size() <= most) return fmt::format("pages {}", fmt::join(pages, ", "));
    return fmt::format("{} pages from {} to {}", pages.size(), *pages.begin(), *pages.rbegin());
}

} // namespace

Troubles told_words_apart(const Document& document) {
    Troubles notes;
    for (const auto why : kReasonsApart) {
        const auto kind = words_that_are(why, document);
        if (kind.words == 0) continue;
        const auto page =
            kind.pages.size() == 1 ? std::optional(Place{*kind.pages.begin(), std::nullopt}) : std::nullopt;
        notes.push_back(
            {Severity::note, "words-apart",
             fmt::format("{} word{} {} {} not taken for text: {} on {}", kind.words,
                         kind.words == 1 ? "" : "s", phrase_of(why), kind.words == 1 ? "is" : "are",
                         fmt::join(kind.examples, ", "), pages_text(kind.pages)),
             document.file, page, ""});
    }
    return notes;
}

int count_words_apart(const Document& document) {
    std::size_t words = 0;
    for (const auto& page : document.pages)
        words += page.apart.size();
    return static_cast<int>(words);
}

} // namespace kompass::account
