#include "read/work/page_job.h"

#include "text/file_name.h"

#include <fmt/format.h>

#include <utility>

namespace kompass::read {

PageJob::PageJob(ScannedPage page, TimeLimits limits, OnDone on_done)
    : page_(std::move(page)), limits_(limits), on_done_(std::move(on_done)) {}

Message PageJob::request() const {
    return PageRequest{page_.file.string(), page_.sha256, page_.kind, page_.number,
                       first_loss_.empty() ? 0 : second_try_resolution};
}

bool PageJob::accept(Message answer) {
    auto* read = std::get_if<PageRead>(&answer);
    if (read == nullptr || read->page.number != page_.number)
        throw WireError(fmt::format("an answer that is not page {}", page_.number));
    complete_ = true;
    if (read->page.reading == Reading::failed) {
        fail("ocr-failed", read->page.why);
        return true;
    }
    outcome_ = std::move(*read);
    if (!first_loss_.empty())
        outcome_.page.why +=
            fmt::format("{}at {} dpi after a first try: {}", outcome_.page.why.empty() ? "" : "; ",
                        second_try_resolution, first_loss_);
    return true;
}

void PageJob::lose_worker(const Loss& loss) {
    if (first_loss_.empty()) {
        first_loss_ = loss.what;
        return;
    }
    fail(fmt::format("page-{}", name_of(loss.kind)),
         loss.what == first_loss_
             ? fmt::format("twice, {}", loss.what)
             : fmt::format("{}; then, at {} dpi, {}", first_loss_, second_try_resolution, loss.what));
}

void PageJob::refuse(std::string code, std::string message) {
    fail(std::move(code), std::move(message));
}

void PageJob::run_out_of_time(const std::string& limit) {
    fail("page-stalled", fmt::format("the worker was not done within {}", limit));
}

void PageJob::fail(std::string code, std::string why) {
    outcome_.page.number = page_.number;
    outcome_.page.reading = Reading::failed;
    outcome_.troubles = {
        {Severity::warning, std::move(code), fmt::format("the page could not be read by OCR: {}", why),
         text::file_name_text(page_.file.filename().string()), Place{page_.number, std::nullopt}, ""}};
    outcome_.page.why = std::move(why);
    complete_ = true;
}

} // namespace kompass::read
