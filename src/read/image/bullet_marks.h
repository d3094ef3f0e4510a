// Bullets, told from their place and shape: small, compact or a dash, alone before a text.
//
// OCR makes anything of them (e, ©, =, "), or nothing, or a letter of the word behind. They are found on the
// ink, taken from the image before it is read, and put back as "•", or as "–", which within other bullets is
// the middle of a phrase. Pure.
#pragma once

#include "read/image/clean_page.h"

#include <string_view>
#include <vector>

namespace kompass::read {

/// Whether something stands where bullets do, whatever its shape: nothing before it, text behind it.
[[nodiscard]] bool stands_as_bullet(const PixelBox& box, const CleanPage& page);

/// What the mark is put back as.
[[nodiscard]] const char* bullet_text(const PixelBox& mark);

/// One of those.
[[nodiscard]] bool is_bullet_text(std::string_view text);

/// From top to bottom.
[[nodiscard]] std::vector<PixelBox> bullet_marks(const CleanPage& page);

} // namespace kompass::read
