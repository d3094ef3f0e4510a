// The worker's side of understanding: what a worker process does with the task of understanding a document.
//
// Rules, registers and lexicon are loaded when they are first needed and stay for the worker's life, so that
// a worker that only reads pays nothing for them. What cannot be loaded is a read::TaskRefusal. One thread
// uses a task.
#pragma once

#include "pipeline/knowledge_sources.h"
#include "read/work/worker.h"

namespace kompass::pipeline {

[[nodiscard]] read::Task understanding_task(KnowledgeSources sources);

} // namespace kompass::pipeline
