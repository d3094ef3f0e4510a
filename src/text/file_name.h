// The name of a file as text, and back: a name is bytes, any bytes, and what we store and print is UTF-8.
//
// A byte that is no UTF-8, and each byte of a control character (see unicode::is_control), is written "\xff".
// So that the way back leads to the same file, the backslash of a name that has such a sequence of its own is
// written "\x5c". All other names, backslashes too, stay as they are.
//
// new_file_name goes the other way: a name that a document gives is made one that a new file may have, on any
// file system, without leading out of its folder or hiding the file. Pure functions.
#pragma once

#include <string>
#include <string_view>

namespace kompass::text {

[[nodiscard]] std::string file_name_text(std::string_view bytes);

/// file_name_bytes(file_name_text(bytes)) == bytes.
[[nodiscard]] std::string file_name_bytes(std::string_view text);

/// UTF-8, without folders, ending in `ending` (".pdf") and of at most 200 bytes. What no name should have is
/// "_"; a `wished` of which nothing is left is "attachment".
[[nodiscard]] std::string new_file_name(std::string_view wished, std::string_view ending);

} // namespace kompass::text
