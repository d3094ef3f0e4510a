#include "read/document_assembly.h"

#include "read/reading.h"

#include <fmt/format.h>

#include <iterator>
#include <utility>

namespace kompass::read {
namespace {

const char* name_of(Loss::Kind kind) {
    switch (kind) {
    case Loss::Kind::crashed:
        return "crashed";
    case Loss::Kind::stalled:
        return "stalled";
    case Loss::Kind::out_of_memory:
        return "out-of-memory";
    }
    return "crashed";
}

void append(Troubles& all, Troubles more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

} // namespace

DocumentAssembly::DocumentAssembly(std::filesystem::path file, int failed_pages_limit)
    : file_(std::move(file)), failed_pages_limit_(failed_pages_limit) {
    document_.file = file_.filename().string();
}

Request DocumentAssembly::request(int max_pages) const {
    return {file_.string(), max_pages, pages_read() + 1};
}

void DocumentAssembly::accept(Message message) {
    std::visit([this](auto& alternative) { take_message(std::move(alternative)); }, message);
}

void DocumentAssembly::take_message(const Ready& /*ready*/) {
    throw WireError("a worker introduces itself twice");
}

void DocumentAssembly::take_message(const Request& /*request*/) {
    throw WireError("a worker asks instead of answering");
}

void DocumentAssembly::take_message(Identified identified) {
    // A file replaced between two workers would give a document made of two.
    if (!document_.sha256.empty() && document_.sha256 != identified.sha256) {
        refuse("file-changed", "the file changed while it was being read; read it again");
        return;
    }
    document_.sha256 = std::move(identified.sha256);
    document_.kind = identified.kind;
}

void DocumentAssembly::take_message(const Opened& opened) {
    if (document_.sha256.empty() || opened.pages < 0) throw WireError("a source was opened out of turn");
    pages_ = opened.pages;
}

void DocumentAssembly::take_message(PageRead read) {
    if (read.page.number != pages_read() + 1 || read.page.number > pages_)
        throw WireError(
            fmt::format("page {} came instead of page {} of {}", read.page.number, pages_read() + 1, pages_));
    document_.pages.push_back(std::move(read.page));
    append(document_.troubles, std::move(read.troubles));
}

void DocumentAssembly::take_message(Finished finished) {
    append(document_.troubles, std::move(finished.troubles));
    if (pages_read() < pages_ && !has_error(document_))
        throw WireError("a document ended before its last page");
    complete_after_losses();
}

void DocumentAssembly::lose_worker(const Loss& loss) {
    ++lost_;
    const bool may_try_again = lost_ <= failed_pages_limit_;
    // Before it so much as hashed the file: nothing says that the file is to blame.
    if (document_.sha256.empty() && may_try_again) return;
    if (pages_ == 0) {
        refuse(fmt::format("document-{}", name_of(loss.kind)),
               fmt::format("the file cannot be opened: {}; fetch it again from its publisher", loss.what));
        return;
    }
    if (pages_read() < pages_)
        add_failed_page(loss);
    else
        add_trouble(document_, Severity::note, "reader-lost",
                    fmt::format("after the last page: {}", loss.what));
    if (!may_try_again)
        refuse("reader-gave-up",
               fmt::format("given up at page {} of {} after {} failed pages", pages_read(), pages_, lost_));
    else if (pages_read() == pages_)
        complete_after_losses();
}

void DocumentAssembly::add_failed_page(const Loss& loss) {
    Page page;
    page.number = pages_read() + 1;
    page.reading = Reading::failed;
    page.why = loss.what;
    add_trouble(document_, Severity::warning, fmt::format("page-{}", name_of(loss.kind)),
                fmt::format("the page could not be read: {}", loss.what), page.number);
    document_.pages.push_back(std::move(page));
}

void DocumentAssembly::complete_after_losses() {
    // A worker that read all of it has judged it; none has if pages were lost on the way.
    if (lost_ > 0 && !has_error(document_)) refuse_textless(document_);
    complete_ = true;
}

void DocumentAssembly::refuse(std::string code, std::string message) {
    add_trouble(document_, Severity::error, std::move(code), std::move(message));
    complete_ = true;
}

} // namespace kompass::read
