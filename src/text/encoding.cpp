#include "text/encoding.h"

#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace kompass::text {
namespace {

bool is_utf16(std::string_view bytes) {
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

/// What Windows-1252 has at 0x80 to 0x9F; programs leave the five it has nothing at as they are.
constexpr std::array<char32_t, 32> windows_1252{
    U'€', 0x81, U'‚', U'ƒ', U'„', U'…', U'†', U'‡', U'ˆ', U'‰', U'Š', U'‹', U'Œ', 0x8D, U'Ž', 0x8F,
    0x90, U'‘', U'’', U'“', U'”', U'•', U'–', U'—', U'˜', U'™', U'š', U'›', U'œ', 0x9D, U'ž', U'Ÿ'};

/// The byte that was read as this, if it can go on a sign of UTF-8.
std::optional<char> continuation_of(char32_t point) {
    constexpr char32_t first = 0x80;
    constexpr char32_t end = 0xC0;
    if (point >= first && point < end) return static_cast<char>(point);
    const auto* found = std::find(windows_1252.begin(), windows_1252.end(), point);
    if (found == windows_1252.end()) return std::nullopt;
    return static_cast<char>(first + static_cast<char32_t>(found - windows_1252.begin()));
}

/// How many bytes the sign has that begins with the byte that was read as this. Only those that begin the
/// letters, marks and bullets of reports: Ö, too, might begin one, and a quotation mark behind it go on.
std::size_t size_begun_by(char32_t point) {
    if (point == U'Ã' || point == U'Â') return 2;
    return point == U'â' || point == U'ï' ? 3 : 0;
}

/// What stood where `text` begins, if it was read so; `size`: of what it was read as.
std::string misread_sign(std::string_view text, std::size_t& size) {
    const auto first = unicode::first_sign(text);
    const auto wanted = size_begun_by(first.point);
    std::string sign(1, static_cast<char>(first.point));
    size = first.size;
    while (sign.size() < wanted && size < text.size()) {
        const auto next = unicode::first_sign(text.substr(size));
        const auto byte = continuation_of(next.point);
        if (!next.well_formed || !byte) return {};
        sign += *byte;
        size += next.size;
    }
    return wanted > 0 && sign.size() == wanted && unicode::is_valid_utf8(sign) ? sign : "";
}

struct Pass {
    Undone undone;
    bool letters = false; ///< are among the signs, others than those that begin one
};

Pass undo_once(std::string_view text) {
    Pass pass;
    while (!text.empty()) {
        std::size_t size = 0;
        const auto sign = misread_sign(text, size);
        if (sign.empty()) {
            size = unicode::first_sign(text).size;
            pass.undone.text += text.substr(0, size);
        } else {
            pass.undone.text += sign;
            ++pass.undone.signs;
            const auto point = unicode::first_sign(sign).point;
            pass.letters = pass.letters || (unicode::is_letter(point) && size_begun_by(point) == 0);
        }
        text.remove_prefix(size);
    }
    return pass;
}

} // namespace

/// Of a text that was read so twice the first pass gives but one that was read so once.
Undone undo_windows_1252(std::string_view text) {
    auto once = undo_once(text);
    if (once.letters) return std::move(once.undone);
    auto twice = undo_once(once.undone.text);
    if (twice.letters) return std::move(twice.undone);
    return {std::string(text), 0};
}

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
