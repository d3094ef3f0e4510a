#include "repair/normal_form.h"

#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <optional>

namespace kompass::repair {
namespace {

struct Composition {
    char32_t mark, letter, composed;
};

constexpr std::array<Composition, 14> compositions = {{{U'¨', U'a', U'ä'},
                                                       {U'¨', U'o', U'ö'},
                                                       {U'¨', U'u', U'ü'},
                                                       {U'¨', U'A', U'Ä'},
                                                       {U'¨', U'O', U'Ö'},
                                                       {U'¨', U'U', U'Ü'},
                                                       {U'˚', U'a', U'å'},
                                                       {U'˚', U'A', U'Å'},
                                                       {U'´', U'e', U'é'},
                                                       {U'´', U'E', U'É'},
                                                       {U'`', U'e', U'è'},
                                                       {U'`', U'a', U'à'},
                                                       {U'`', U'E', U'È'},
                                                       {U'`', U'A', U'À'}}};

std::optional<char32_t> composed(char32_t mark, char32_t letter) {
    const auto* const found =
        std::find_if(compositions.begin(), compositions.end(),
                     [&](const Composition& c) { return c.mark == mark && c.letter == letter; });
    if (found == compositions.end()) return std::nullopt;
    return found->composed;
}

std::u32string_view letters_of(char32_t ligature) {
    static constexpr std::array<std::u32string_view, 7> letters = {U"ff",  U"fi", U"fl", U"ffi",
                                                                   U"ffl", U"st", U"st"};
    constexpr char32_t first = 0xFB00;
    return ligature >= first && ligature < first + letters.size() ? letters.at(ligature - first)
                                                                  : std::u32string_view{};
}

bool is_invisible(char32_t c) {
    return c == 0xAD || c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xFEFF;
}

char32_t usual(char32_t c) {
    if (c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000) return U' ';
    if (c == 0x201F || c == 0x2033) return U'”';
    if (c == 0x201B || c == 0x2032) return U'’';
    if (c == 0x2010 || c == 0x2011) return U'-';
    return c;
}

bool is_plain(std::string_view line) {
    return std::all_of(line.begin(), line.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != '`'; });
}

/// Puts the mark at `at` on the letter before it or after it; true if there is one.
bool compose(const std::u32string& points, std::size_t& at, std::u32string& result) {
    if (!result.empty()) {
        if (const auto whole = composed(points[at], result.back())) {
            result.back() = *whole;
            return true;
        }
    }
    if (at + 1 == points.size()) return false;
    const auto whole = composed(points[at], points[at + 1]);
    if (!whole) return false;
    result += *whole;
    ++at;
    return true;
}

} // namespace

std::string normal_form(std::string_view line) {
    if (is_plain(line)) return std::string(line);
    const auto points = unicode::code_points(unicode::nfc(line));
    std::u32string result;
    for (std::size_t at = 0; at < points.size(); ++at) {
        const char32_t c = points[at];
        constexpr char32_t soft_hyphen = 0xAD;
        if (c == soft_hyphen && at + 1 == points.size()) {
            result += U'-';
        } else if (const auto letters = letters_of(c); !letters.empty()) {
            result += letters;
        } else if (!is_invisible(c) && !compose(points, at, result)) {
            result += usual(c);
        }
    }
    return unicode::nfc(unicode::utf8(result));
}

} // namespace kompass::repair
