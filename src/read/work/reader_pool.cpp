#include "read/work/reader_pool.h"

#include "read/document_assembly.h"
#include "read/kept/kept_pages.h"
#include "read/work/document_job.h"
#include "read/work/job_runner.h"
#include "read/work/page_job.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>
#include <memory>
#include <utility>

namespace kompass::read {
namespace {

/// How far reading may run ahead of the document that is awaited: bounds what is held in memory.
constexpr std::size_t lookahead_a_job = 4;

class Pool {
public:
    Pool(const std::vector<std::filesystem::path>& files, const PoolOptions& options,
         const OnDocument& on_document, const OnProgress& on_progress)
        : files_(files), options_(options), on_document_(on_document), on_progress_(on_progress),
          jobs_(static_cast<std::size_t>(std::max(options.jobs, 1))), kept_(options.kept_in) {}

    void run() {
        // NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDeleteLeaks): a job is its unique_ptr's
        run_jobs({options_.worker_command, jobs_, options_.memory_limit}, [this] { return next_job(); });
    }

private:
    /// By place among the files.
    using Index = std::size_t;
    struct Scan {
        Index document = 0;
        int page = 0;
    };

    struct ReadDocument {
        explicit ReadDocument(Document read) : document(std::move(read)) {}

        Document document;
        bool done = false; ///< what else is to be done with it
    };

    [[nodiscard]] std::unique_ptr<Job> next_job();
    [[nodiscard]] std::unique_ptr<Job> document_job(Index index);
    [[nodiscard]] std::unique_ptr<Job> page_job(const Scan& scan);

    void take_text_layers(Index index, Document document);
    void take_scan(const Scan& scan, PageRead read, bool first_try);
    void give_up_if_hopeless(DocumentAssembly& assembly, const std::string& last_failure) const;
    void tell_progress(Index index, const DocumentAssembly& assembly) const;
    void take_if_complete(Index index);
    void deliver_what_is_done();

    [[nodiscard]] bool takes_kept(DocumentAssembly& assembly, int page);

    const std::vector<std::filesystem::path>& files_;
    const PoolOptions& options_;
    const OnDocument& on_document_;
    const OnProgress& on_progress_;
    std::size_t jobs_;
    KeptPages kept_;
    std::map<Index, DocumentAssembly> assemblies_; ///< read from text layers, with pages still to read
    std::map<Index, ReadDocument> documents_;      ///< read, not yet delivered
    std::deque<std::unique_ptr<Job>> further_;     ///< jobs for these, not yet given out
    std::deque<Scan> scans_;                       ///< not yet given out
    Index given_out_ = 0, delivered_ = 0;
};

/// What is begun comes before what is new, so that documents are completed and few are held.
std::unique_ptr<Job> Pool::next_job() {
    if (!further_.empty()) {
        auto job = std::move(further_.front());
        further_.pop_front();
        return job;
    }
    while (!scans_.empty()) {
        const auto scan = scans_.front();
        scans_.pop_front();
        const auto assembly = assemblies_.find(scan.document);
        if (assembly != assemblies_.end() && assembly->second.waiting().contains(scan.page))
            return page_job(scan);
    }
    const Index horizon = std::min(files_.size(), delivered_ + lookahead_a_job * jobs_);
    return given_out_ < horizon ? document_job(given_out_++) : nullptr;
}

std::unique_ptr<Job> Pool::document_job(Index index) {
    const DocumentJobOptions options{
        {options_.stall_limit, options_.document_limit}, options_.max_pages, options_.failed_pages_limit};
    return std::make_unique<DocumentJob>(
        files_[index], options,
        [this, index](int pages, int of) {
            if (on_progress_) on_progress_(files_[index], pages, of);
        },
        [this, index](Document document) { take_text_layers(index, std::move(document)); });
}

std::unique_ptr<Job> Pool::page_job(const Scan& scan) {
    const auto& document = assemblies_.at(scan.document).document();
    return std::make_unique<PageJob>(
        ScannedPage{files_[scan.document], document.sha256, document.kind, scan.page},
        TimeLimits{options_.ocr_limit, 3 * options_.ocr_limit},
        [this, scan](PageRead read, bool first_try) { take_scan(scan, std::move(read), first_try); });
}

void Pool::take_text_layers(Index index, Document document) {
    auto& assembly = assemblies_.emplace(index, DocumentAssembly(std::move(document))).first->second;
    const auto waiting = assembly.waiting();
    for (const int page : waiting)
        if (!takes_kept(assembly, page) && options_.ocr) scans_.push_back({index, page});
    if (!waiting.empty()) tell_progress(index, assembly);
    take_if_complete(index);
}

void Pool::take_scan(const Scan& scan, PageRead read, bool first_try) {
    const auto found = assemblies_.find(scan.document);
    if (found == assemblies_.end()) return; // given up meanwhile
    auto& assembly = found->second;
    // What a lower resolution gave may be better another time.
    if (first_try && read.page.reading != Reading::failed) kept_.keep(assembly.document().sha256, read.page);
    const auto outcome = read.page.why;
    assembly.settle(std::move(read));
    tell_progress(scan.document, assembly);
    give_up_if_hopeless(assembly, outcome);
    take_if_complete(scan.document);
}

void Pool::give_up_if_hopeless(DocumentAssembly& assembly, const std::string& last_failure) const {
    if (assembly.pages_failed() > options_.failed_scans_limit)
        assembly.give_up("reader-gave-up",
                         fmt::format("given up after more than {} of {} pages failed, the last because {}",
                                     options_.failed_scans_limit, assembly.document().pages.size(),
                                     last_failure));
}

void Pool::tell_progress(Index index, const DocumentAssembly& assembly) const {
    if (on_progress_)
        on_progress_(files_[index], assembly.pages_done(),
                     static_cast<int>(assembly.document().pages.size()));
}

void Pool::take_if_complete(Index index) {
    const auto found = assemblies_.find(index);
    if (options_.ocr && !found->second.complete()) return;
    auto& read = documents_.emplace(index, ReadDocument{std::move(found->second).take()}).first->second;
    assemblies_.erase(found);
    const auto finish = [this, &read] {
        read.done = true;
        deliver_what_is_done();
    };
    if (auto job = options_.further_job ? options_.further_job(index, read.document, finish) : nullptr)
        further_.push_back(std::move(job));
    else
        finish();
}

void Pool::deliver_what_is_done() {
    for (auto next = documents_.find(delivered_); next != documents_.end() && next->second.done;
         next = documents_.find(delivered_)) {
        auto document = std::move(next->second.document);
        documents_.erase(next);
        ++delivered_;
        on_document_(std::move(document));
    }
}

bool Pool::takes_kept(DocumentAssembly& assembly, int page) {
    auto kept = kept_.find(assembly.document().sha256, page);
    if (!kept) return false;
    assembly.settle({std::move(*kept), {}});
    return true;
}

} // namespace

void read_all(const std::vector<std::filesystem::path>& files, const PoolOptions& options,
              const OnDocument& on_document, const OnProgress& on_progress) {
    Pool(files, options, on_document, on_progress).run();
}

} // namespace kompass::read
