// The way of sources, from files to records, in worker processes: which pages are read by whom, what is kept
// of them, who understands what was read.
//
// A source is read page by page (read/work/reader_pool.h) and then understood (understanding_job.h), each as
// a job for any free worker; this process gives out the jobs and takes what comes. Results come in the order
// of the files and are the same whatever the number of jobs. A source that cannot be taken gives a document
// with an error among its troubles, or a record for which kompass::failed is true; no source stops the
// others. Throws rules::RulesError if the rules cannot be loaded. What could not be kept is told at the end.
// One thread at a time.
#pragma once

#include "model/document.h"
#include "pipeline/knowledge_sources.h"
#include "pipeline/understand.h"
#include "pipeline/understanding_job.h"
#include "read/kept/ocr_store.h"
#include "read/work/job_runner.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace kompass::pipeline {

struct Options {
    KnowledgeSources knowledge;
    int jobs = 0;                              ///< worker processes; 0: one a core
    int max_pages = 2000;                      ///< of a document
    bool keep_pages = true;                    ///< use what OCR read before and keep what it reads
    bool only_kept = false;                    ///< pages never read before come without words
    read::OcrStore* archive = nullptr;         ///< where pages are kept besides the cache folder; not owned
    bool record_only = true;                   ///< see UnderstandingJob
    std::vector<std::string> worker_command{}; ///< empty: this program's own
    read::TimeLimits understanding_limits = usual_understanding_limits;
    std::size_t memory_limit = read::usual_memory_limit; ///< of a worker; 0: none
};

/// What could not be kept, in words; empty if all was.
using Remarks = std::vector<std::string>;

/// So many pages are read, of so many.
using OnPage = std::function<void(const std::filesystem::path& file, int page, int of)>;

using OnSource = std::function<void(const std::filesystem::path& file, const Document& document)>;
Remarks read_sources(const std::vector<std::filesystem::path>& files, const Options& options,
                     const OnSource& on_source, const OnPage& on_page = {});

/// `document` is what was read; what was found in it comes after the troubles of reading.
using OnUnderstood = std::function<void(const std::filesystem::path& file, const Document& document,
                                        const Understanding& understanding)>;
Remarks understand_sources(const std::vector<std::filesystem::path>& files, const Options& options,
                           const OnUnderstood& on_understood, const OnPage& on_page = {});

/// Understands documents that were read before. `next` gives one after the other, and nothing after the last.
void understand_again(const std::function<std::optional<Document>()>& next, const Options& options,
                      const std::function<void(const Record& record)>& on_record);

/// How workers of this program are run by these options.
[[nodiscard]] read::RunnerOptions runner_options(const Options& options);

} // namespace kompass::pipeline
