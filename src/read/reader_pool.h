// Reads many sources at once in worker processes, under limits of time and memory.
//
// A worker is this program with an internal subcommand (`kompass worker`): it takes requests on standard
// input and gives pages on standard output. A worker that crashes, hangs (no progress within the limit) or
// outgrows its memory is killed; the page it stood at is recorded as failed and a new worker goes on with the
// next one. Documents come back in the order of the files, whatever the number of jobs. No child outlives the
// pool. One thread uses a pool.
#pragma once

#include "model/document.h"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace kompass::read {

struct PoolOptions {
    std::vector<std::string> worker_command; ///< e.g. {"/usr/bin/kompass", "worker"}
    int jobs = 1;
    std::chrono::milliseconds stall_limit{30'000};     ///< without a page finished
    std::chrono::milliseconds document_limit{600'000}; ///< for a whole document
    std::size_t memory_limit = 1'024UL << 20;          ///< bytes of address space a worker; 0: none
    int max_pages = 2000;
    int failed_pages_limit = 3; ///< workers lost over one document before it is given up
};

/// Called in the order of `files`, as soon as the document and all before it are there.
using OnDocument = std::function<void(Document document)>;

/// Called as pages come in: which file, page, of how many.
using OnProgress = std::function<void(const std::filesystem::path& file, int page, int of)>;

void read_all(const std::vector<std::filesystem::path>& files, const PoolOptions& options,
              const OnDocument& on_document, const OnProgress& on_progress = {});

/// What `kompass worker` does: serves requests until standard input ends. Returns the exit code.
int run_worker(int input_fd, int output_fd);

} // namespace kompass::read
