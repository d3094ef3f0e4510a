// What is told of a text that is no UTF-8, what is done with one that was taken for another encoding, and the
// mark that some programs put before UTF-8. Pure; no errors.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kompass::text {

/// Where a text stops being UTF-8.
struct Utf8Fault {
    std::size_t line = 0;   ///< 1 is the first
    std::size_t offset = 0; ///< in bytes
};
/// Of bytes that are no UTF-8.
[[nodiscard]] Utf8Fault first_utf8_fault(std::string_view bytes);

/// Of bytes that are no UTF-8: the line where, and the command that converts them from what they most likely
/// are, the encoding of Swedish Windows or UTF-16; `in` and `out` are the files' names in it.
[[nodiscard]] std::string utf8_complaint(std::string_view bytes, const std::string& in = "IN",
                                         const std::string& out = "OUT");

/// UTF-8 that was read as Windows-1252 and written as UTF-8 again, once or twice: "Ã¤" for "ä".
///
/// A text is taken for one where a letter stands so, for nobody writes "Ã¤" or "Ã©". There, all letters of
/// Latin-1, marks and bullets that stand so are made what they were; what stands right stays.
struct Undone {
    std::string text;
    std::size_t signs = 0; ///< so many were made right; 0: the text is as it was
};
[[nodiscard]] Undone undo_windows_1252(std::string_view text);

/// Without the byte order mark at its head.
[[nodiscard]] std::string_view without_bom(std::string_view text);

} // namespace kompass::text
