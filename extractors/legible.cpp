#include "extractors/legible.h"

#include "text/letter_spacing.h"
#include "text/tokens.h"
#include "text/unicode.h"

#include <algorithm>
#include <optional>

namespace kompass {
namespace {

constexpr std::u32string_view vowels = U"aeiouyåäöé";

bool is_digit(char32_t sign) {
    return sign >= U'0' && sign <= U'9';
}

bool is_vowel(char32_t sign) {
    return vowels.find(unicode::to_lower(sign)) != std::u32string_view::npos;
}

/// The digit that has the sign's shape.
std::optional<char32_t> digit_like(char32_t sign) {
    if (is_digit(sign)) return sign;
    if (sign == U'O' || sign == U'o') return U'0';
    if (sign == U'l' || sign == U'I' || sign == U'i') return U'1';
    return std::nullopt;
}

/// The letter that has the shape of the digit at `i`, capital as those around it are.
std::optional<char32_t> letter_like(std::u32string_view word, std::size_t i) {
    const auto next =
        std::find_if(word.begin() + static_cast<std::ptrdiff_t>(i), word.end(), unicode::is_letter);
    const bool last = next == word.end();
    const bool capital = unicode::is_upper(last ? word[i - 1] : *next);
    if (word[i] == U'0') return capital ? U'O' : U'o';
    if (word[i] != U'1' || last) return std::nullopt; // "Bilaga1"
    if (!capital) return U'l';
    return is_vowel(word[i - 1]) || is_vowel(word[i + 1]) ? U'L' : U'I';
}

bool parts_numbers(char32_t sign) {
    constexpr std::u32string_view signs = U"-–./";
    return signs.find(sign) != std::u32string_view::npos;
}

/// "2O14", "20l4-O6-18": digits for the most part, the rest of their shapes. Empty if it is none.
std::u32string as_number(std::u32string_view word) {
    std::u32string number;
    std::ptrdiff_t digits = 0;
    std::ptrdiff_t letters = 0;
    for (const auto sign : word) {
        const auto digit = digit_like(sign);
        if (!digit && !parts_numbers(sign)) return {};
        number += digit.value_or(sign);
        if (digit) ++(is_digit(sign) ? digits : letters);
    }
    constexpr std::ptrdiff_t fewest = 2; // of digits: "1O" may be a mark as well
    return letters > 0 && digits >= fewest && digits >= letters ? number : std::u32string();
}

/// "K0MMUN": letters for the most part, and digits that have the shape of one. Empty if it is none.
std::u32string as_letters(std::u32string_view word) {
    constexpr std::ptrdiff_t letters_a_digit = 2;
    const auto letters = std::count_if(word.begin(), word.end(), unicode::is_letter);
    const auto digits = std::count_if(word.begin(), word.end(), is_digit);
    const auto others = static_cast<std::ptrdiff_t>(word.size()) - letters - digits;
    const bool joined = others == std::count(word.begin(), word.end(), U'-');
    if (!joined || digits == 0 || letters <= letters_a_digit * digits || !unicode::is_letter(word.front()))
        return {};
    std::u32string meant;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const auto letter = is_digit(word[i]) ? letter_like(word, i) : word[i];
        if (!letter) return {};
        meant += *letter;
    }
    return meant;
}

/// "lngmar": no word begins with an l and another consonant, but for "lj".
std::u32string with_first_capital(std::u32string_view word) {
    constexpr std::size_t shortest = 4;
    if (word.size() < shortest || word.front() != U'l' || is_vowel(word[1]) || word[1] == U'j') return {};
    if (!std::all_of(word.begin(), word.end(), unicode::is_letter)) return {};
    return U"I" + std::u32string(word.substr(1));
}

std::u32string meant_by(std::u32string_view word) {
    for (const auto& reading : {as_number, as_letters, with_first_capital})
        if (auto meant = reading(word); !meant.empty()) return meant;
    return {};
}

} // namespace

std::vector<std::string> parted(std::string_view line) {
    constexpr std::u32string_view signs = U"|•·";
    std::vector<std::string> parts;
    std::u32string part;
    const auto close = [&] {
        const auto text = unicode::utf8(part);
        if (const auto bare = text::trimmed(text); unicode::has_letter_or_digit(bare))
            parts.emplace_back(bare);
        part.clear();
    };
    const auto points = unicode::code_points(line);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const bool alone =
            (i == 0 || points[i - 1] == U' ') && (i + 1 == points.size() || points[i + 1] == U' ');
        if (alone && signs.find(points[i]) != std::u32string_view::npos)
            close();
        else
            part += points[i];
    }
    close();
    return parts;
}

std::string legible(std::string_view line, std::vector<Respelt>& respelt) {
    constexpr std::u32string_view ends = U" \t,.;:()\"";
    auto signs = unicode::code_points(line);
    if (text::is_letter_spaced(signs)) signs = text::closed_up(signs);
    std::u32string read;
    for (std::size_t at = 0; at < signs.size();) {
        const auto begin = std::min(signs.find_first_not_of(ends, at), signs.size());
        const auto blank = std::min(signs.find_first_of(U" \t", begin), signs.size());
        auto end = blank;
        while (end > begin && ends.find(signs[end - 1]) != std::u32string_view::npos)
            --end;
        const auto word = std::u32string_view(signs).substr(begin, end - begin);
        const auto meant = meant_by(word);
        if (!meant.empty()) respelt.push_back({unicode::utf8(word), unicode::utf8(meant)});
        read += signs.substr(at, begin - at);
        read += meant.empty() ? word : meant;
        read += signs.substr(end, blank - end);
        at = blank;
    }
    return unicode::utf8(read);
}

} // namespace kompass
