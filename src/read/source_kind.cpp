#include "read/source_kind.h"

#include <algorithm>
#include <array>

namespace kompass::read {
namespace {

using namespace std::string_view_literals;

constexpr std::array image_magics = {"\x89PNG\r\n\x1A\n"sv, "\xFF\xD8\xFF"sv, "II*\0"sv, "MM\0*"sv};

bool is_continuation(unsigned char byte) {
    return (byte & 0xC0) == 0x80;
}

/// The length of the well-formed sequence at the head of `bytes` (not empty), 0 if it is ill-formed.
std::size_t sequence_length(std::string_view bytes) {
    const auto at = [&](std::size_t i) {
        return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : static_cast<unsigned char>(0);
    };
    const unsigned char lead = at(0);
    const unsigned char second = at(1);
    if (lead < 0x80) return 1;
    if (lead < 0xC2 || lead > 0xF4 || !is_continuation(second)) return 0;
    if (lead < 0xE0) return 2;
    // Overlong forms, surrogates and what lies beyond U+10FFFF.
    if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F)) return 0;
    if ((lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F)) return 0;
    if (!is_continuation(at(2))) return 0;
    if (lead < 0xF0) return 3;
    return is_continuation(at(3)) ? 4 : 0;
}

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
    if (without_bom(bytes).empty()) return Content::empty;
    for (const auto magic : image_magics)
        if (bytes.starts_with(magic)) return Content::image;
    if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) return Content::pdf;
    if (bytes.find('\0') != std::string_view::npos) return Content::unknown;
    if (valid_utf8_prefix(bytes) == bytes.size()) return Content::text;
    return looks_like_text(bytes) ? Content::invalid_utf8 : Content::unknown;
}

std::size_t valid_utf8_prefix(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        const std::size_t length = sequence_length(bytes.substr(at));
        if (length == 0) break;
        at += length;
    }
    return at;
}

Utf8Fault first_utf8_fault(std::string_view bytes) {
    const std::size_t offset = valid_utf8_prefix(bytes);
    const auto before = bytes.substr(0, offset);
    return {1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')), offset};
}

std::string_view without_bom(std::string_view text) {
    constexpr auto mark = "\xEF\xBB\xBF"sv;
    return text.starts_with(mark) ? text.substr(mark.size()) : text;
}

} // namespace kompass::read
