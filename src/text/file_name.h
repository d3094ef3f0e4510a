// The name of a file as text, and back: a name is bytes, any bytes, and what we store and print is UTF-8.
//
// A byte that is no UTF-8, and each byte of a control character (see unicode::is_control), is written "\xff".
// So that the way back leads to the same file, the backslash of a name that has such a sequence of its own is
// written "\x5c". All other names, backslashes too, stay as they are. Pure functions.
#pragma once

#include <string>
#include <string_view>

namespace kompass::text {

[[nodiscard]] std::string file_name_text(std::string_view bytes);

/// file_name_bytes(file_name_text(bytes)) == bytes.
[[nodiscard]] std::string file_name_bytes(std::string_view text);

} // namespace kompass::text
