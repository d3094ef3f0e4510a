// The job of reading a document's text layers, whatever becomes of the workers that do it.
//
// Each page of the source ends up in the document, read or failed, in order and once. Pages that only OCR can
// read are taken as the worker judged them; they are jobs of their own (page_job.h).
#pragma once

#include "model/document.h"
#include "read/work/job.h"

#include <filesystem>
#include <functional>
#include <string>

namespace kompass::read {

struct DocumentJobOptions {
    TimeLimits limits;
    int max_pages = 0;
    int failed_pages_limit = 0; ///< given up when more workers were lost over the document
};

class DocumentJob : public Job {
public:
    /// `on_page`: so many pages of so many are read; those that seem to need OCR are not counted.
    using OnPage = std::function<void(int pages_read, int of)>;
    using OnDone = std::function<void(Document document)>;

    DocumentJob(std::filesystem::path file, const DocumentJobOptions& options, OnPage on_page,
                OnDone on_done);

    [[nodiscard]] TimeLimits limits() const override { return options_.limits; }
    [[nodiscard]] Message request() const override;
    [[nodiscard]] bool accept(Message answer) override;
    /// The page being read failed with its worker: noted in the document, which goes on after it. A worker
    /// lost before it knew the file's hash costs a try and no page.
    void lose_worker(const Loss& loss) override;
    void refuse(std::string code, std::string message) override;
    void run_out_of_time(const std::string& limit) override;
    [[nodiscard]] bool complete() const override { return complete_; }
    void deliver() override { on_done_(std::move(document_)); }

private:
    template <typename Unexpected>
    [[noreturn]] static void take_message(const Unexpected& message);
    void take_message(Identified identified);
    void take_message(const Opened& opened);
    void take_message(PageRead read);
    void take_message(Finished finished);
    void add_failed_page(const Loss& loss);
    [[nodiscard]] int pages_read() const { return static_cast<int>(document_.pages.size()); }

    std::filesystem::path file_;
    DocumentJobOptions options_;
    OnPage on_page_;
    OnDone on_done_;
    Document document_;
    int pages_ = 0;   ///< 0 until the source was opened
    int for_ocr_ = 0; ///< pages that seem to need it
    int lost_ = 0;
    bool complete_ = false;
};

} // namespace kompass::read
