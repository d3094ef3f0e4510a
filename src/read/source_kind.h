// What a file holds, told from its bytes and never from its name.
//
// Pure and thread safe.
#pragma once

#include <cstddef>
#include <string_view>

namespace kompass::read {

enum class Content {
    empty,        ///< nothing, or a byte order mark alone
    pdf,          ///< "%PDF-" within the first 1024 bytes, as readers of PDF have it
    image,        ///< PNG, JPEG or TIFF
    text,         ///< valid UTF-8 without NULs
    invalid_utf8, ///< text, but in another encoding or damaged
    unknown,
};

[[nodiscard]] Content content_of(std::string_view bytes);

/// Where UTF-8 breaks: the first byte that cannot stand there.
struct Utf8Fault {
    std::size_t line = 1;   ///< from 1
    std::size_t offset = 0; ///< in the file, from 0
};

/// The length of the longest valid UTF-8 prefix (well-formed by Unicode's table 3-7).
[[nodiscard]] std::size_t valid_utf8_prefix(std::string_view bytes);

/// For text whose content is `invalid_utf8`.
[[nodiscard]] Utf8Fault first_utf8_fault(std::string_view bytes);

/// Without a UTF-8 byte order mark.
[[nodiscard]] std::string_view without_bom(std::string_view text);

} // namespace kompass::read
