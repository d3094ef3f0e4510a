// The worker's side of JobRunner: reads what it is told to, documents page by page and single pages by OCR,
// and says so.
//
// Its answers go out page by page, so that what was read outlives it. It ends with its input. An exception
// ends it: std::bad_alloc with `out_of_memory_code`, others with 1 and their message on standard error; the
// parent takes either for the loss of the page it stood at. An OcrError does not: it is a trouble with its
// page.
#pragma once

#include "model/document.h"
#include "read/ocr/ocr.h"

#include <functional>
#include <string_view>

namespace kompass::read {

inline constexpr int out_of_memory_code = 77;

/// What tests put their faults and their recorded pages into.
struct WorkerHooks {
    /// Called before a page of a document is sent.
    std::function<void(const Document& document, int output_fd)> before_send;
    std::function<Page(std::string_view bytes, SourceKind kind, int number, const OcrSettings& settings)>
        ocr = ocr_page;
};

/// Serves requests until input ends. Returns the exit code.
int serve(int input_fd, int output_fd, const WorkerHooks& hooks);

} // namespace kompass::read
