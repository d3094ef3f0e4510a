#include "read/triage.h"

#include "read/grouped.h"
#include "text/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace kompass::read {
namespace {

bool is_one_of(std::u32string_view set, char32_t c) {
    return set.find(c) != std::u32string_view::npos;
}

bool is_vowel(char32_t c) {
    return is_one_of(U"aeiouyAEIOUY", c) || (c >= 0xC0 && unicode::is_letter(c));
}

/// Nothing that is ever printed: controls, private use, the replacement character.
bool is_meaningless(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0xE000 && c <= 0xF8FF) || c == 0xFFFD || c >= 0xF0000;
}

void count_word(const std::string& text, TextQuality& quality) {
    const auto points = unicode::code_points(text);
    const auto count = [&](auto property) {
        return static_cast<std::size_t>(std::count_if(points.begin(), points.end(), property));
    };
    quality.spelling.add_word(text);
    // A sign that stands alone is a bullet, in whatever font.
    if (points.size() > 1) {
        quality.signs += points.size();
        quality.meaningless += count(is_meaningless);
    }
    if (count(unicode::is_letter) >= 3) {
        ++quality.words;
        if (count(is_vowel) == 0) ++quality.voiceless;
    }
}

double percent(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

std::string swedish_share(const TextQuality& quality) {
    return fmt::format("{:.1f} % å ä ö in {} letters", quality.spelling.swedish_percent(),
                       grouped(quality.spelling.letters));
}

/// A page with many letters, and what its words are worth.
struct Judged {
    int number = 0;
    std::string fault; ///< empty: they are good
};

/// The one nearest to page `number`, the earlier of two; null if there is none.
const Judged* nearest(const std::vector<Judged>& telling, int number) {
    const auto found = std::min_element(telling.begin(), telling.end(), [&](const auto& a, const auto& b) {
        return std::abs(a.number - number) < std::abs(b.number - number);
    });
    return found == telling.end() ? nullptr : &*found;
}

void decide_by_itself(Page& page, const TextQuality& quality, const std::string& fault) {
    if (fault.empty())
        page.why = "text layer: " + swedish_share(quality);
    else
        send_to_ocr(page, "the text layer has " + fault);
}

/// A page of which OCR reads the pictures keeps its own words, if they are worth it.
void decide_on_words_beside(Page& page, const std::vector<Judged>& telling) {
    const auto quality = quality_of(page);
    auto fault = fault_of(quality);
    const auto* other = quality.spelling.letters < telling_letters ? nearest(telling, page.number) : nullptr;
    if (fault.empty() && other != nullptr && !other->fault.empty())
        fault = fmt::format("{} letters; that of page {} has {}", quality.spelling.letters, other->number,
                            other->fault);
    if (!fault.empty()) send_to_ocr(page, "the text layer has " + fault);
}

/// For a page of few letters.
void decide_by_others(Page& page, const TextQuality& quality, const std::vector<Judged>& telling) {
    const auto letters =
        fmt::format("{} letter{}", quality.spelling.letters, quality.spelling.letters == 1 ? "" : "s");
    const auto* other = nearest(telling, page.number);
    if (other == nullptr)
        page.why = fmt::format("text layer: {}, too few to judge by", letters);
    else if (other->fault.empty())
        page.why = fmt::format("text layer: {}, as page {}", letters, other->number);
    else
        send_to_ocr(page, fmt::format("the text layer has {}; that of page {} has {}", letters, other->number,
                                      other->fault));
}

} // namespace

TextQuality quality_of(const Page& page) {
    TextQuality quality;
    for (const auto& word : page.words)
        count_word(word.text, quality);
    return quality;
}

std::string fault_of(const TextQuality& quality) {
    if (quality.meaningless >= 3 && percent(quality.meaningless, quality.signs) > 2)
        return fmt::format("{} signs without meaning among {}", grouped(quality.meaningless),
                           grouped(quality.signs));
    if (quality.voiceless >= 5 && percent(quality.voiceless, quality.words) > 25)
        return fmt::format("{} words without vowels among {}", grouped(quality.voiceless),
                           grouped(quality.words));
    const auto& spelling = quality.spelling;
    switch (spelling.loss()) {
    case text::SpellingLoss::few_swedish:
        return swedish_share(quality);
    case text::SpellingLoss::mangled_common:
        return fmt::format("words without their å ä ö ({} of {} common ones)", spelling.mutilated,
                           spelling.mutilated + spelling.kept);
    case text::SpellingLoss::none:
        break;
    }
    return {};
}

void triage(Document& document) {
    std::vector<Judged> telling;
    std::vector<std::pair<Page*, TextQuality>> few_letters;
    for (auto& page : document.pages) {
        if (page.reading != Reading::text_layer) continue;
        const auto quality = quality_of(page);
        const auto fault = fault_of(quality);
        if (quality.spelling.letters < telling_letters && fault.empty()) {
            few_letters.emplace_back(&page, quality);
            continue;
        }
        if (quality.spelling.letters >= telling_letters) telling.push_back({page.number, fault});
        decide_by_itself(page, quality, fault);
    }
    for (const auto& [page, quality] : few_letters)
        decide_by_others(*page, quality, telling);
    for (auto& page : document.pages)
        if (page.reading == Reading::ocr && !page.unread.empty()) decide_on_words_beside(page, telling);
}

bool seems_to_need_ocr(const Page& page) {
    return awaits_ocr(page) || (page.reading == Reading::text_layer && !fault_of(quality_of(page)).empty());
}

bool awaits_ocr(const Page& page) {
    return page.reading == Reading::ocr && !page.confidence && (page.words.empty() || !page.unread.empty());
}

void send_to_ocr(Page& page, const std::string& reason) {
    page.reading = Reading::ocr;
    page.why = "OCR: " + reason;
    page.words.clear();
    page.unread.clear();
}

} // namespace kompass::read
