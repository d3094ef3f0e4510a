#include "text/encoding.h"

#include "text/unicode.h"

#include <algorithm>

namespace kompass::text {
namespace {

bool is_utf16(std::string_view bytes) {
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

} // namespace

Utf8Fault first_utf8_fault(std::string_view bytes) {
    const auto offset = unicode::valid_utf8_prefix(bytes);
    const auto before = bytes.substr(0, offset);
    return {1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')), offset};
}

std::string utf8_complaint(std::string_view bytes, const std::string& in, const std::string& out) {
    const auto fault = first_utf8_fault(bytes);
    return "line " + std::to_string(fault.line) + " is no UTF-8 (byte " + std::to_string(fault.offset) +
           " of the file); convert the file, e.g. with: iconv -f " +
           (is_utf16(bytes) ? "UTF-16" : "WINDOWS-1252") + " -t UTF-8 " + in + " > " + out;
}

std::string_view without_bom(std::string_view text) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    return text.starts_with(mark) ? text.substr(mark.size()) : text;
}

} // namespace kompass::text
