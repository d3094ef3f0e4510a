#include "text/letter_spacing.h"

#include "text/unicode.h"

namespace kompass::text {
namespace {

bool is_digit(char32_t sign) {
    return sign >= U'0' && sign <= U'9';
}

bool parts_words(char32_t sign) {
    constexpr std::u32string_view signs = U",.:;()/&-–";
    return signs.find(sign) != std::u32string_view::npos;
}

} // namespace

bool is_letter_spaced(const std::u32string& line) {
    constexpr int fewest = 4;
    const bool has_wide_gaps = line.find(U"  ") != std::u32string::npos;
    int signs = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == U' ' || (has_wide_gaps && parts_words(line[i]))) continue;
        if (!unicode::is_letter(line[i]) && !is_digit(line[i])) return false;
        if (i + 1 < line.size() && line[i + 1] != U' ' && !parts_words(line[i + 1])) return false;
        ++signs;
    }
    return signs >= fewest;
}

std::u32string closed_up(const std::u32string& line) {
    const bool has_wide_gaps = line.find(U"  ") != std::u32string::npos;
    std::u32string words;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool wide = line[i] == U' ' && i + 1 < line.size() && line[i + 1] == U' ';
        const bool begins = !has_wide_gaps && unicode::is_upper(line[i]) && !words.empty() &&
                            unicode::is_letter(words.back()) && !unicode::is_upper(words.back());
        if (begins) words += U' ';
        if (line[i] != U' ' || (wide && !words.ends_with(U' '))) words += line[i];
    }
    return words;
}

} // namespace kompass::text
