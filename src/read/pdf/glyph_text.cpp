#include "read/pdf/glyph_text.h"

#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace kompass::read {
namespace {

/// What is written for a glyph that has no meaning of its own.
struct Substitute {
    char32_t glyph;
    std::u32string_view text;
};

constexpr std::array substitutes = {
    Substitute{0x00AD, U"-"},   Substitute{0x2010, U"-"},  Substitute{0x2011, U"-"},
    Substitute{0x200B, U""},    Substitute{0xFEFF, U""},   Substitute{0xFB00, U"ff"},
    Substitute{0xFB01, U"fi"},  Substitute{0xFB02, U"fl"}, Substitute{0xFB03, U"ffi"},
    Substitute{0xFB04, U"ffl"}, Substitute{0xFB05, U"st"}, Substitute{0xFB06, U"st"},
    Substitute{0xF0B7, U"•"},   Substitute{0xF0A7, U"▪"},  Substitute{0xF0D8, U"➢"},
};

/// Some writers of PDFs swap the bytes of the letters a ligature stands for: "ti" becomes U+7400 U+6900. The
/// letter, or 0: no Swedish report holds the characters of East Asia that these code points are for.
char32_t swapped_letter(char32_t c) {
    const char32_t high = c >> 8;
    const bool letter = (high >= U'A' && high <= U'Z') || (high >= U'a' && high <= U'z');
    return (c & 0xFF) == 0 && letter ? high : 0;
}

/// Adobe's glyph list puts old style figures and small capitals at U+F700 and the code of the plain sign, as
/// Latin-1 has it; the plain sign, or 0.
char32_t plain_sign(char32_t c) {
    constexpr char32_t area = 0xF700;
    if (c < area || c > area + 0xFF) return 0;
    const char32_t sign = c - area;
    const bool figure = sign >= U'0' && sign <= U'9';
    return figure || unicode::is_letter(sign) ? unicode::to_upper(sign) : 0;
}

/// Half a surrogate pair stands for nothing.
bool is_surrogate(char32_t c) {
    return c >= 0xD800 && c <= 0xDFFF;
}

bool is_raised(char32_t c) {
    return c == 0xB9 || c == 0xB2 || c == 0xB3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}

/// Whether the raised figure at `at` calls a note, and is no power of a measure.
bool calls_note(std::u32string_view glyphs, std::size_t at) {
    if (!is_raised(glyphs[at])) return false;
    const bool power = (glyphs[at] == 0xB2 || glyphs[at] == 0xB3) && at > 0 && glyphs[at - 1] == U'm';
    return !power;
}

void append_glyph(std::u32string& text, char32_t c) {
    if (const char32_t letter = swapped_letter(c)) c = letter;
    if (const char32_t sign = plain_sign(c)) c = sign;
    if (c < 0x20 || c == 0x7F) return;
    if (is_surrogate(c)) c = 0xFFFD;
    const auto* substitute = std::find_if(substitutes.begin(), substitutes.end(),
                                          [&](const Substitute& entry) { return entry.glyph == c; });
    if (substitute == substitutes.end())
        text += c;
    else
        text += substitute->text;
}

} // namespace

std::string glyph_text(std::u32string_view glyphs) {
    constexpr char32_t first_composable = 0x300; // everything below is in normal form C already
    std::u32string text;
    bool may_compose = false;
    for (std::size_t at = 0; at < glyphs.size(); ++at) {
        const char32_t c = glyphs[at];
        may_compose |= c >= first_composable;
        if (c >= 0x20 && c < 0x7F)
            text += c;
        else if (!calls_note(glyphs, at))
            append_glyph(text, c);
    }
    auto bytes = unicode::utf8(text);
    return may_compose ? unicode::nfc(bytes) : bytes;
}

std::string note_marks(std::u32string_view glyphs) {
    std::u32string marks;
    for (std::size_t at = 0; at < glyphs.size(); ++at)
        if (calls_note(glyphs, at)) marks += glyphs[at];
    return marks.empty() ? std::string() : unicode::utf8(marks);
}

} // namespace kompass::read
