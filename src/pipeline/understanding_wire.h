// A document to be understood, and what came of it, as bytes between processes (read/work/codec.h).
//
// Decoding throws read::WireError for what makes no sense. Pure functions; thread safe.
#pragma once

#include "pipeline/understand.h"

#include <string>
#include <string_view>

namespace kompass::pipeline {

struct UnderstandingRequest {
    Document document;
    bool record_only = true; ///< the mended document and its blocks are not wanted
};

/// As `encoded`, without a copy of the document.
[[nodiscard]] std::string encoded_request(const Document& document, bool record_only);
[[nodiscard]] UnderstandingRequest decoded_request(std::string_view bytes);

[[nodiscard]] std::string encoded_understanding(const Understanding& understanding);
[[nodiscard]] Understanding decoded_understanding(std::string_view bytes);

} // namespace kompass::pipeline
