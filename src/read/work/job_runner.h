// Runs jobs in worker processes, several at once, under limits of time and memory.
//
// A worker that crashes, hangs (no answer within the job's limit), uses more processor time than the job may,
// answers nonsense or outgrows its memory is killed; its job is told and goes on with a new worker, or is
// complete. Time of the processor is limited by RLIMIT_CPU, set anew by the parent for each job: it ends an
// endless loop as soon on a busy machine as on an idle one, and leaves a slow machine its time; the limits of
// time by the clock end what waits for nothing. A worker that is lost before it is ready for a job is no
// fault of the job's: another one is started, and only when several in a row are lost so are the jobs
// refused, as no worker can be started. A worker is started when there is a job for it, and replaced after
// many. No child outlives the runner. One thread uses a runner.
#pragma once

#include "read/work/job.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace kompass::read {

inline constexpr std::size_t usual_memory_limit = 1'024UL << 20;

struct RunnerOptions {
    std::vector<std::string> worker_command;       ///< e.g. {"/usr/bin/kompass", "worker"}
    std::size_t jobs = 1;                          ///< at once
    std::size_t memory_limit = usual_memory_limit; ///< bytes of address space a worker; 0: none
};

/// The job to be done next; null if there is none now. Asked again whenever a job has been delivered.
using NextJob = std::function<std::unique_ptr<Job>()>;

/// Returns when there is no next job and none is being done.
void run_jobs(const RunnerOptions& options, const NextJob& next_job);

} // namespace kompass::read
