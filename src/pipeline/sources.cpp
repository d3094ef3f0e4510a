#include "pipeline/sources.h"

#include "model/record_facts.h"
#include "read/kept/ocr_cache.h"
#include "read/work/reader_pool.h"
#include "text/csv.h"

#include <algorithm>
#include <map>
#include <memory>
#include <thread>
#include <utility>

namespace kompass::pipeline {
namespace {

/// The folder where pages are kept; none if it is not wanted, or if there is no home for it.
std::optional<read::OcrCache> cache_for(const Options& options) {
    const auto folder = read::OcrCache::usual_folder();
    if (!options.keep_pages || folder.empty()) return std::nullopt;
    return read::OcrCache(folder);
}

std::vector<std::string> worker_command(const Options& options) {
    if (!options.worker_command.empty()) return options.worker_command;
    std::vector<std::string> command = {std::filesystem::read_symlink("/proc/self/exe").string(), "worker"};
    if (!options.knowledge.rules.empty()) command.insert(command.end(), {"--rules", options.knowledge.rules});
    for (const auto& file : options.knowledge.municipalities)
        command.insert(command.end(), {"--municipalities", file});
    for (const auto& known : options.knowledge.remembered) {
        auto row = text::csv_line({known.code, known.name, known.county_code, known.county});
        row.pop_back(); // its line end
        command.insert(command.end(), {"--municipality", std::move(row)});
    }
    return command;
}

/// Reads with the pages that are kept where the options say.
Remarks read_all(const std::vector<std::filesystem::path>& files, const Options& options,
                 const read::FurtherJob& further_job, const OnSource& on_source, const OnPage& on_page) {
    auto cache = cache_for(options);
    const auto runner = runner_options(options);
    read::PoolOptions pool;
    pool.worker_command = runner.worker_command;
    pool.jobs = static_cast<int>(runner.jobs);
    pool.memory_limit = runner.memory_limit;
    pool.max_pages = options.max_pages;
    pool.ocr = !options.only_kept;
    pool.further_job = further_job;
    if (options.archive != nullptr && options.keep_pages) pool.kept_in.push_back(options.archive);
    if (cache) pool.kept_in.push_back(&*cache);
    auto file = files.begin();
    read::read_all(
        files, pool, [&](const Document& document) { on_source(*file++, document); }, on_page);
    Remarks remarks;
    for (const auto* store : pool.kept_in)
        if (auto fault = store->fault(); !fault.empty()) remarks.push_back(std::move(fault));
    return remarks;
}

/// Documents that were read before, given out to be understood and taken in their order.
class Again {
public:
    Again(const std::function<std::optional<Document>()>& next, const Options& options,
          const std::function<void(const Record&)>& on_record)
        : next_(next), options_(options), on_record_(on_record), runner_(runner_options(options)) {}

    void run() {
        read::run_jobs(runner_, [this] { return next_job(); });
    }

private:
    struct Taken {
        Document document;
        std::optional<Record> record;
    };

    std::unique_ptr<read::Job> next_job() {
        constexpr std::size_t lookahead_a_job = 4; // bounds what is held in memory
        if (taken_.size() >= lookahead_a_job * runner_.jobs) return nullptr;
        auto document = next_();
        if (!document) return nullptr;
        auto& taken = taken_[given_out_++];
        taken.document = std::move(*document);
        return std::make_unique<UnderstandingJob>(taken.document, true, options_.understanding_limits,
                                                  [this, &taken](Understanding understanding) {
                                                      taken.record = std::move(understanding.record);
                                                      deliver_what_is_done();
                                                  });
    }

    void deliver_what_is_done() {
        for (auto first = taken_.begin(); first != taken_.end() && first->second.record;
             first = taken_.begin()) {
            const auto record = std::move(*first->second.record);
            taken_.erase(first);
            on_record_(record);
        }
    }

    const std::function<std::optional<Document>()>& next_;
    const Options& options_;
    const std::function<void(const Record&)>& on_record_;
    read::RunnerOptions runner_;
    std::map<std::size_t, Taken> taken_; ///< by number
    std::size_t given_out_ = 0;
};

} // namespace

read::RunnerOptions runner_options(const Options& options) {
    const auto cores = std::max(std::thread::hardware_concurrency(), 1U);
    return {worker_command(options), options.jobs > 0 ? static_cast<std::size_t>(options.jobs) : cores,
            options.memory_limit};
}

Remarks read_sources(const std::vector<std::filesystem::path>& files, const Options& options,
                     const OnSource& on_source, const OnPage& on_page) {
    return read_all(files, options, {}, on_source, on_page);
}

Remarks understand_sources(const std::vector<std::filesystem::path>& files, const Options& options,
                           const OnUnderstood& on_understood, const OnPage& on_page) {
    std::map<std::size_t, Understanding> understood; // by file, not yet delivered
    const auto understanding_job = [&](std::size_t file, const Document& document,
                                       std::function<void()> done) -> std::unique_ptr<read::Job> {
        return std::make_unique<UnderstandingJob>(
            document, options.record_only, options.understanding_limits,
            [&understood, file, done = std::move(done)](Understanding understanding) {
                understood.emplace(file, std::move(understanding));
                done();
            });
    };
    const auto deliver = [&](const std::filesystem::path& file, const Document& document) {
        const auto first = understood.extract(understood.begin());
        on_understood(file, document, first.mapped());
    };
    return read_all(files, options, understanding_job, deliver, on_page);
}

void understand_again(const std::function<std::optional<Document>()>& next, const Options& options,
                      const std::function<void(const Record& record)>& on_record) {
    Again(next, options, on_record).run();
}

} // namespace kompass::pipeline
