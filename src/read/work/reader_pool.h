// Reads many sources at once in worker processes, under limits of time and memory.
//
// A worker is this program with an internal subcommand (`kompass worker`): it takes requests on standard
// input and gives pages on standard output. A document is read in two steps: its text layers by one worker,
// then each page that triage sends to OCR as a job of its own, spread over all workers. A worker that
// crashes, hangs (no progress within the limit) or outgrows its memory is killed; the page it stood at is
// recorded as failed, one for OCR only after a second try at a lower resolution, and the rest is read. What
// OCR read is kept at once where the options say, and sought there first. What further is to be done with a
// document is a job as well, so that one is understood while others are read. Documents come back in the
// order of the files and are the same whatever the number of jobs. No child outlives the pool. One thread
// uses a pool.
#pragma once

#include "model/document.h"
#include "read/kept/ocr_store.h"
#include "read/work/job_runner.h"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace kompass::read {

/// A job to be done with a document that is read, by any worker and in any order; null if there is none. It
/// must call `done` when it is delivered; the document stays until then. `index`: of its file.
using FurtherJob = std::function<std::unique_ptr<Job>(std::size_t index, const Document& document,
                                                      std::function<void()> done)>;

struct PoolOptions {
    std::vector<std::string> worker_command; ///< e.g. {"/usr/bin/kompass", "worker"}
    int jobs = 1;
    std::chrono::milliseconds stall_limit{30'000};     ///< without a page of a text layer finished
    std::chrono::milliseconds ocr_limit{120'000};      ///< for a page by OCR, each try
    std::chrono::milliseconds document_limit{600'000}; ///< for the text layers of a document
    std::size_t memory_limit = usual_memory_limit;     ///< bytes of address space a worker; 0: none
    int max_pages = 2000;
    int failed_pages_limit = 3; ///< workers lost over a document's text layers before it is given up
    int failed_scans_limit = 8; ///< pages of a document that OCR failed at before it is given up
    bool ocr = true;            ///< false: pages that need it are left without words, unless they are kept
    std::vector<OcrStore*> kept_in; ///< not owned; asked in this order (kept_pages.h)
    FurtherJob further_job;         ///< what else is to be done with each document; empty: nothing
};

/// Called in the order of `files`, as soon as the document and all before it are there.
using OnDocument = std::function<void(Document document)>;

/// Called as pages come in: which file, how many pages are done, of how many. Pages for OCR count when OCR
/// has read them, and those kept from before when OCR begins.
using OnProgress = std::function<void(const std::filesystem::path& file, int page, int of)>;

void read_all(const std::vector<std::filesystem::path>& files, const PoolOptions& options,
              const OnDocument& on_document, const OnProgress& on_progress = {});

} // namespace kompass::read
