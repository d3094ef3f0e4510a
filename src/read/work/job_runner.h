// Runs jobs in worker processes, several at once, under limits of time and memory.
//
// A worker that crashes, hangs (no answer within the job's limit), answers nonsense or outgrows its memory is
// killed; its job is told and goes on with a new worker, or is complete. A job that cannot be done because no
// worker can be started is refused. A worker is started when there is a job for it, and replaced after many.
// No child outlives the runner. One thread uses a runner.
#pragma once

#include "read/work/job.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace kompass::read {

struct RunnerOptions {
    std::vector<std::string> worker_command; ///< e.g. {"/usr/bin/kompass", "worker"}
    std::size_t jobs = 1;                    ///< at once
    std::size_t memory_limit = 0;            ///< bytes of address space a worker; 0: none
};

/// The job to be done next; null if there is none now. Asked again whenever a job has been delivered.
using NextJob = std::function<std::unique_ptr<Job>()>;

/// Returns when there is no next job and none is being done.
void run_jobs(const RunnerOptions& options, const NextJob& next_job);

} // namespace kompass::read
