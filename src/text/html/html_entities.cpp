#include "text/html/html_entities.h"

#include "text/unicode.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace kompass::text {
namespace {

/// "#228", "#xE4"
std::optional<char32_t> numbered(std::string_view digits) {
    digits.remove_prefix(1);
    const bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
    if (hexadecimal) digits.remove_prefix(1);
    constexpr int ten = 10;
    constexpr int sixteen = 16;
    unsigned value = 0;
    const auto* const end = digits.data() + digits.size();
    const auto [behind, error] = std::from_chars(digits.data(), end, value, hexadecimal ? sixteen : ten);
    if (error != std::errc{} || behind != end) return std::nullopt;
    return static_cast<char32_t>(value);
}

std::optional<char32_t> named(const std::string& name) {
    const auto* const known = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str())); // NOLINT
    return known == nullptr ? std::nullopt : std::optional(static_cast<char32_t>(known->value));
}

/// What stands for itself in a line of text.
bool is_text(char32_t sign) {
    constexpr char32_t last = 0x10FFFF;
    constexpr char32_t surrogates = 0xD800;
    constexpr char32_t behind_surrogates = 0xE000;
    const bool is_scalar = sign <= last && (sign < surrogates || sign >= behind_surrogates);
    return is_scalar && !unicode::is_control(sign) && sign != U'<' && sign != U'>';
}

} // namespace

std::string without_html_entities(std::string_view text) {
    constexpr std::size_t longest = 12;
    std::string plain;
    while (!text.empty()) {
        const auto open = std::min(text.find('&'), text.size());
        plain += text.substr(0, open);
        text.remove_prefix(open);
        const auto close = text.substr(0, longest).find(";");
        if (text.empty()) break;
        std::optional<char32_t> sign;
        if (close != std::string_view::npos && close > 1) {
            const auto name = text.substr(1, close - 1);
            sign = name.front() == '#' ? numbered(name) : named(std::string(name));
        }
        const bool replaced = sign && is_text(*sign);
        plain += replaced ? unicode::utf8(std::u32string(1, *sign)) : std::string(text.substr(0, 1));
        text.remove_prefix(replaced ? close + 1 : 1);
    }
    return plain;
}

} // namespace kompass::text
