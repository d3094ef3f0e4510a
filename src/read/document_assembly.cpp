#include "read/document_assembly.h"

#include "read/reading.h"
#include "read/triage.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace kompass::read {

namespace {

/// Whether what OCR read of a whole page stands in one of its pictures, and no word of the text layer there.
bool is_of_picture(const Word& word, const Page& page) {
    const auto holds = [&](const Box& area) { return area.holds_middle_of(word.box); };
    const auto stands_there = [&](const Word& other) { return holds(other.box); };
    return std::any_of(page.unread.begin(), page.unread.end(), holds) &&
           std::none_of(page.words.begin(), page.words.end(), stands_there);
}

/// Adds what OCR read of the page's pictures to the words that the page has.
void add_picture_words(Page& page, Page read) {
    page.confidence = read.confidence;
    if (read.reading == Reading::failed) page.reading = read.reading;
    std::erase_if(read.words, [&](const Word& word) { return !is_of_picture(word, page); });
    std::move(read.words.begin(), read.words.end(), std::back_inserter(page.words));
    page.unread.clear();
}

} // namespace

DocumentAssembly::DocumentAssembly(Document document) : document_(std::move(document)) {
    if (has_error(document_)) return;
    triage(document_);
    for (const auto& page : document_.pages)
        if (awaits_ocr(page)) waiting_.insert(page.number);
}

void DocumentAssembly::settle(PageRead read) {
    if (waiting_.erase(read.page.number) == 0) return;
    auto& page = document_.pages[static_cast<std::size_t>(read.page.number - 1)];
    const auto why = read.page.why.empty() ? page.why : page.why + "; " + read.page.why;
    auto apart = std::move(page.apart);
    if (page.unread.empty())
        page = std::move(read.page);
    else
        add_picture_words(page, std::move(read.page));
    page.apart = std::move(apart);
    page.why = why;
    if (page.reading != Reading::failed && page.words.empty()) page.reading = Reading::empty;
    if (page.reading == Reading::failed) ++failed_;
    troubles_.emplace(page.number, std::move(read.troubles));
}

void DocumentAssembly::give_up(std::string code, std::string message) {
    if (std::exchange(given_up_, true)) return;
    waiting_.clear();
    troubles_.clear();
    add_trouble(document_, Severity::error, std::move(code), std::move(message));
}

Document DocumentAssembly::take() && {
    for (auto& [page, troubles] : troubles_)
        std::move(troubles.begin(), troubles.end(), std::back_inserter(document_.troubles));
    if (!has_error(document_)) refuse_textless(document_);
    return std::move(document_);
}

} // namespace kompass::read
