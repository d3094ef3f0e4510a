// A page that OCR read, as bytes to be kept: a mark, a checksum, a frame with the fields of the page.
//
// Numbers lie as in memory: an entry from a machine of another byte order, from another version of the form,
// or damaged in any bit, is none. Pure functions; thread safe.
#pragma once

#include "model/document.h"

#include <optional>
#include <string>
#include <string_view>

namespace kompass::read {

[[nodiscard]] std::string ocr_entry(const Page& page);

/// Nothing for anything but a whole entry of page `number`.
[[nodiscard]] std::optional<Page> page_in_entry(std::string_view entry, int number);

} // namespace kompass::read
