#include "read/source_kind.h"

#include "text/encoding.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>

namespace kompass::read {
namespace {

using namespace std::string_view_literals;

constexpr std::array image_magics = {"\x89PNG\r\n\x1A\n"sv, "\xFF\xD8\xFF"sv, "II*\0"sv, "MM\0*"sv};

/// Control characters that have no business in a text.
bool is_stray_control(char byte) {
    const auto code = static_cast<unsigned char>(byte);
    return code < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f';
}

/// True if bytes that are no UTF-8 are nevertheless a text of some encoding.
bool looks_like_text(std::string_view bytes) {
    const auto strays = std::count_if(bytes.begin(), bytes.end(), is_stray_control);
    return static_cast<std::size_t>(strays) * 100 < bytes.size();
}

} // namespace

Content content_of(std::string_view bytes) {
    if (text::without_bom(bytes).empty()) return Content::empty;
    for (const auto magic : image_magics)
        if (bytes.starts_with(magic)) return Content::image;
    if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) return Content::pdf;
    if (bytes.find('\0') != std::string_view::npos) return Content::unknown;
    if (unicode::is_valid_utf8(bytes)) return Content::text;
    return looks_like_text(bytes) ? Content::invalid_utf8 : Content::unknown;
}

} // namespace kompass::read
