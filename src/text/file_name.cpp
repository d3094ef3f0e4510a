#include "text/file_name.h"

#include "text/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>

namespace kompass::text {
namespace {

constexpr std::size_t escape_size = 4; // \xff

bool is_lower_hex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

bool starts_with_escape(std::string_view text) {
    return text.size() >= escape_size && text.starts_with("\\x") && is_lower_hex(text[2]) &&
           is_lower_hex(text[3]);
}

} // namespace

std::string file_name_text(std::string_view bytes) {
    std::string text;
    while (!bytes.empty()) {
        const auto sign = unicode::first_sign(bytes);
        const auto piece = bytes.substr(0, sign.size);
        if (!sign.well_formed || unicode::is_control(sign.point) || starts_with_escape(bytes))
            for (const char byte : piece)
                fmt::format_to(std::back_inserter(text), "\\x{:02x}", static_cast<unsigned char>(byte));
        else
            text += piece;
        bytes.remove_prefix(sign.size);
    }
    return text;
}

std::string file_name_bytes(std::string_view text) {
    std::string bytes;
    while (!text.empty()) {
        const bool escape = starts_with_escape(text);
        auto byte = static_cast<unsigned char>(text[0]);
        if (escape) std::from_chars(text.data() + 2, text.data() + escape_size, byte, 16);
        bytes += static_cast<char>(byte);
        text.remove_prefix(escape ? escape_size : 1);
    }
    return bytes;
}

std::string new_file_name(std::string_view wished, std::string_view ending) {
    constexpr std::string_view folders = "/\\";
    constexpr std::string_view forbidden = "<>:\"|?*";
    constexpr std::size_t most_bytes = 200; // of 255, the most of usual file systems: a number may be added
    wished.remove_prefix(wished.find_last_of(folders) + 1);
    if (unicode::lower(wished).ends_with(ending)) wished.remove_suffix(ending.size());
    wished.remove_prefix(std::min(wished.find_first_not_of(". "), wished.size()));
    std::string name;
    while (!wished.empty()) {
        const auto sign = unicode::first_sign(wished);
        const auto piece = wished.substr(0, sign.size);
        const bool fit = sign.well_formed && !unicode::is_control(sign.point) &&
                         forbidden.find(piece) == std::string_view::npos;
        if (name.size() + (fit ? piece.size() : 1) > most_bytes - ending.size()) break;
        name += fit ? piece : "_";
        wished.remove_prefix(sign.size);
    }
    if (name.empty()) name = "attachment";
    return name.append(ending);
}

} // namespace kompass::text
