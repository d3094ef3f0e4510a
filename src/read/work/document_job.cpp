#include "read/work/document_job.h"

#include "read/reading.h"
#include "read/triage.h"
#include "text/file_name.h"

#include <fmt/format.h>

#include <iterator>
#include <utility>

namespace kompass::read {
namespace {

void append(Troubles& all, Troubles more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

} // namespace

DocumentJob::DocumentJob(std::filesystem::path file, const DocumentJobOptions& options, OnPage on_page,
                         OnDone on_done)
    : file_(std::move(file)), options_(options), on_page_(std::move(on_page)), on_done_(std::move(on_done)) {
    document_.file = text::file_name_text(file_.filename().string());
}

Message DocumentJob::request() const {
    return Request{file_.string(), options_.max_pages, pages_read() + 1};
}

bool DocumentJob::accept(Message answer) {
    const bool last = std::holds_alternative<Finished>(answer);
    std::visit([this](auto& alternative) { take_message(std::move(alternative)); }, answer);
    return last;
}

template <typename Unexpected>
void DocumentJob::take_message(const Unexpected& /*message*/) {
    throw WireError("an answer that was not asked for");
}

void DocumentJob::take_message(Identified identified) {
    // A file replaced between two workers would give a document made of two.
    if (!document_.sha256.empty() && document_.sha256 != identified.sha256) {
        refuse("file-changed", "the file changed while it was being read; read it again");
        return;
    }
    document_.sha256 = std::move(identified.sha256);
    document_.kind = identified.kind;
}

void DocumentJob::take_message(const Opened& opened) {
    if (document_.sha256.empty() || opened.pages < 0) throw WireError("a source was opened out of turn");
    pages_ = opened.pages;
}

void DocumentJob::take_message(PageRead read) {
    if (read.page.number != pages_read() + 1 || read.page.number > pages_)
        throw WireError(
            fmt::format("page {} came instead of page {} of {}", read.page.number, pages_read() + 1, pages_));
    if (seems_to_need_ocr(read.page)) ++for_ocr_;
    document_.pages.push_back(std::move(read.page));
    append(document_.troubles, std::move(read.troubles));
    on_page_(pages_read() - for_ocr_, pages_);
}

void DocumentJob::take_message(Finished finished) {
    append(document_.troubles, std::move(finished.troubles));
    if (pages_read() < pages_ && !has_error(document_))
        throw WireError("a document ended before its last page");
    complete_ = true;
}

void DocumentJob::lose_worker(const Loss& loss) {
    ++lost_;
    const bool may_try_again = lost_ <= options_.failed_pages_limit;
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
    else
        complete_ = pages_read() == pages_;
}

void DocumentJob::add_failed_page(const Loss& loss) {
    Page page;
    page.number = pages_read() + 1;
    page.reading = Reading::failed;
    page.why = loss.what;
    add_trouble(document_, Severity::warning, fmt::format("page-{}", name_of(loss.kind)),
                fmt::format("the page could not be read: {}", loss.what), page.number);
    document_.pages.push_back(std::move(page));
}

void DocumentJob::refuse(std::string code, std::string message) {
    add_trouble(document_, Severity::error, std::move(code), std::move(message));
    complete_ = true;
}

void DocumentJob::run_out_of_time(const std::string& limit) {
    refuse("document-timeout",
           fmt::format("not read within {}; {} of {} pages were", limit, pages_read(), pages_));
}

} // namespace kompass::read
