// Bytes made small and whole again (zlib): the only place that includes zlib.
//
// The form is zlib's own (RFC 1950), which any language reads; it bears a checksum of the content. Pure
// functions, thread safe.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kompass::archive {

/// The same bytes for the same text and the same zlib.
[[nodiscard]] std::string deflated(std::string_view text);

/// Nothing for anything but what `deflated` gives: cut off, damaged in any bit, followed by more.
[[nodiscard]] std::optional<std::string> inflated(std::string_view bytes);

} // namespace kompass::archive
