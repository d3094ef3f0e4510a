// The worker's side of ReaderPool: reads what it is told to, page by page, and says so.
//
// Its answers go out page by page, so that what was read outlives it. It ends with its input. An exception
// ends it: std::bad_alloc with `out_of_memory_code`, others with 1 and their message on standard error; the
// parent takes either for the loss of the page it stood at.
#pragma once

#include "model/document.h"

#include <functional>

namespace kompass::read {

inline constexpr int out_of_memory_code = 77;

/// Called before a page that was read is sent. Exists for tests, which put their faults here.
using BeforeSend = std::function<void(const Document& document, int output_fd)>;

/// Serves requests until input ends. Returns the exit code.
int serve(int input_fd, int output_fd, const BeforeSend& before_send);

} // namespace kompass::read
