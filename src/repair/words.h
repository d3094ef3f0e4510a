// From lines to the tokens that repair works on: words, numbers, ends of sentences, and what is left alone.
//
// A word is a run of letters and of signs that a scanner may have made of letters (digits, & @ { | [); it may
// begin or end with such a sign. Left alone (opaque) are URLs, e-mail addresses, abbreviations with points
// inside, HTML tags, and figures with a letter or two beside them. Pure; thread safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace kompass::repair {

struct Token {
    enum class Kind : std::uint8_t { word, number, stop, opaque };

    Kind kind = Kind::word;
    std::size_t line = 0, begin = 0, end = 0; ///< bytes of that line
    std::u32string seen;                      ///< of a word
    bool begins_sentence = false;             ///< or a quotation
    bool hyphen_after = false;                ///< a hyphen follows at once
    bool breaks_off = false;   ///< that hyphen ends a line or cell: the rest of the word may be in one below
    bool may_continue = false; ///< it begins a line or cell in a small letter: it may be such a rest
};

[[nodiscard]] std::vector<Token> tokens_of(const std::vector<std::string>& lines);

} // namespace kompass::repair
