#include "account/refusal.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>
#include <vector>

namespace kompass::account {

namespace {

/// Words long enough to tell the way they run.
bool is_long(const Word& word) {
    constexpr std::size_t letters = 5;
    return word.text.size() >= letters;
}

bool lies_on_its_side(const Page& page) {
    std::size_t all = 0;
    std::size_t upright = 0;
    for (const auto& word : page.words) {
        if (!is_long(word)) continue;
        ++all;
        if (word.box.width() >= word.box.height()) ++upright;
    }
    return all >= 10 && upright * 2 < all;
}

/// Most words have another of the same text at the same place.
bool stands_twice(const Page& page) {
    std::set<std::tuple<std::string, long, long>> seen;
    std::size_t all = 0;
    std::size_t again = 0;
    for (const auto& word : page.words) {
        if (!is_long(word)) continue;
        ++all;
        constexpr double grain = 3; // points
        if (!seen.emplace(word.text, std::lround(word.box.x0 / grain), std::lround(word.box.y0 / grain))
                 .second)
            ++again;
    }
    return all >= 10 && again * 10 >= all * 3;
}

/// UTF-8 that was read as Windows-1252: "Ã¤" for "ä".
bool was_misdecoded(const Page& page) {
    std::size_t signs = 0;
    const auto count = [&](std::string_view text) {
        for (auto at = text.find("Ã"); at != std::string_view::npos; at = text.find("Ã", at + 1))
            ++signs;
    };
    for (const auto& word : page.words)
        count(word.text);
    for (const auto& line : page.lines)
        count(line);
    return signs >= 10;
}

/// OCR found hardly a word on it, though it is no blank page.
bool gave_hardly_a_word(const Page& page) {
    constexpr std::size_t fewest = 10; // words
    return page.reading == Reading::ocr && page.words.size() < fewest;
}

/// Hardly a word but a head of score tables: the figures below it are no text.
bool heads_nothing(const Page& page, const rules::RuleSet& rules) {
    constexpr std::size_t most = 40; // words
    if (page.words.size() > most || page.words.empty()) return false;
    std::string text;
    for (const auto& word : page.words) {
        text += (text.empty() ? "" : " ") + word.text;
        if (rules.matches("score_chapter_head", text)) return true;
    }
    return false;
}

template <typename Test>
std::string pages_that(const Document& document, Test test) {
    std::string list;
    std::size_t count = 0;
    for (const auto& page : document.pages)
        if (test(page)) {
            list += (list.empty() ? "" : ", ") + std::to_string(page.number);
            ++count;
        }
    return count == 0 ? "" : fmt::format("page{} {}", count > 1 ? "s" : "", list);
}

} // namespace

std::string seen_cause(const Document& document, const rules::RuleSet& rules) {
    for (const auto& trouble : document.troubles)
        if (trouble.code == "embedded-files")
            return "the report may be one of the files within: " + trouble.message;
    if (const auto pages = pages_that(document, lies_on_its_side); !pages.empty())
        return fmt::format(
            "the text of {} lies on its side: turn the pages upright and take the file in again", pages);
    if (const auto pages = pages_that(document, stands_twice); !pages.empty())
        return fmt::format(
            "the text of {} stands twice, one copy on the other: print the file anew or scan it", pages);
    if (const auto pages = pages_that(document, was_misdecoded); !pages.empty())
        return fmt::format(
            "the letters of {} are UTF-8 that was read as Windows-1252 (\"Ã¤\" for \"ä\"): convert the "
            "file back (iconv -f UTF-8 -t WINDOWS-1252) and take it in again",
            pages);
    if (const auto pages = pages_that(document, [](const Page& page) { return has_lost_its_lines(page); }); !pages.empty())
        return fmt::format(
            "the text of {} has lost its lines, and the rows of tables with them: take in the PDF that it "
            "is of, or the text with its lines (pdftotext -layout FILE)",
            pages);
    if (const auto pages =
            pages_that(document, [](const Page& page) { return page.reading == Reading::failed; });
        !pages.empty())
        return fmt::format("{} could not be read; the tables may stand there", pages);
    if (const auto pages = pages_that(document, gave_hardly_a_word); !pages.empty())
        return fmt::format(
            "OCR found hardly a word on {}: if the scan is a negative (white on black), pale or "
            "very small, scan it anew",
            pages);
    if (const auto pages = pages_that(document, [&](const Page& page) { return heads_nothing(page, rules); });
        !pages.empty())
        return fmt::format(
            "below the tables' heading {} has hardly a word: if the tables are pictures, print "
            "the page as an image and take that in, for OCR to read",
            pages);
    return {};
}

} // namespace kompass::account
