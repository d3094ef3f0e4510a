// What a file holds, told from its bytes and never from its name.
//
// Pure and thread safe.
#pragma once

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

/// Or nothing; a text in another encoding is one.
[[nodiscard]] constexpr bool is_text(Content content) {
    return content == Content::text || content == Content::invalid_utf8 || content == Content::empty;
}

} // namespace kompass::read
