// The worker's side of JobRunner: reads what it is told to, documents page by page and single pages by OCR,
// draws parts of pages, does what tasks it was made for, and says so.
//
// Its answers go out page by page, so that what was read outlives it. It ends with its input. An exception
// ends it: std::bad_alloc with `out_of_memory_code`, others with 1 and their message on standard error; the
// parent takes either for the loss of what it stood at. An OcrError does not: it is a trouble with its page;
// nor does a TaskRefusal.
#pragma once

#include "model/document.h"
#include "read/ocr/ocr.h"

#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace kompass::read {

inline constexpr int out_of_memory_code = 77;

/// A task that no worker can do: what it needs is missing or wrong.
struct TaskRefusal : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Does what a TaskRequest asks and gives the outcome; both are bytes of which `read` knows nothing.
using Task = std::function<std::string(std::string_view task)>;

/// What a worker is made for, and what tests put their faults and their recorded pages into.
struct WorkerHooks {
    Task task; ///< none: the worker only reads
    /// Called before a page of a document is sent.
    std::function<void(const Document& document, int output_fd)> before_send;
    std::function<Page(std::string_view bytes, SourceKind kind, int number, const OcrSettings& settings)>
        ocr = ocr_page;
};

/// Serves requests until input ends. Returns the exit code.
int serve(int input_fd, int output_fd, const WorkerHooks& hooks);

} // namespace kompass::read
