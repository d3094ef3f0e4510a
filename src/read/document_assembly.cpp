#include "read/document_assembly.h"

#include "read/reading.h"
#include "read/triage.h"

#include <iterator>
#include <utility>

namespace kompass::read {

DocumentAssembly::DocumentAssembly(Document document) : document_(std::move(document)) {
    if (has_error(document_)) return;
    triage(document_);
    for (const auto& page : document_.pages)
        if (awaits_ocr(page)) waiting_.insert(page.number);
}

void DocumentAssembly::settle(PageRead read) {
    if (waiting_.erase(read.page.number) == 0) return;
    auto& page = document_.pages[static_cast<std::size_t>(read.page.number - 1)];
    const auto decision = std::move(page.why);
    page = std::move(read.page);
    if (!page.why.empty()) page.why.insert(0, "; ");
    page.why.insert(0, decision);
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
