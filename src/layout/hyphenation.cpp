#include "layout/hyphenation.h"

#include "text/tokens.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace kompass::layout {

namespace {

/// Words before which a hyphen stands for a part left out: "synpunkts- och klagomålshantering".
bool continues_a_pair(std::string_view word) {
    static constexpr std::array<std::string_view, 8> pairing = {"och",  "eller", "samt", "respektive",
                                                                "resp", "till",  "men",  "alternativt"};
    const auto bare = word.substr(0, word.find_first_of(".,;"));
    return std::find(pairing.begin(), pairing.end(), bare) != pairing.end();
}

/// "EU", "IT", "KF", "ISO9001": no lower-case letter, so the hyphen belongs to a compound.
bool is_abbreviation(std::string_view word) {
    const auto points = unicode::code_points(word);
    return points.size() >= 2 && std::none_of(points.begin(), points.end(), [](char32_t c) {
               return unicode::starts_with_lower(unicode::utf8(std::u32string(1, c)));
           });
}

/// Swedish writes two of three equal consonants: "till" + "lämpning" is "tillämpning".
bool makes_three_equal_consonants(std::string_view stem, std::string_view next) {
    static constexpr std::string_view consonants = "bcdfghjklmnpqrstvxz";
    if (stem.size() < 2 || next.empty()) return false;
    const char last = stem.back();
    return consonants.find(last) != std::string_view::npos && stem[stem.size() - 2] == last &&
           next.front() == last;
}

/// What stands behind the last blank or stroke. What is longer than any word is cut, so that a text without
/// blanks is not searched from its beginning for every line that it is made of.
std::string_view last_word(std::string_view text) {
    constexpr std::size_t longest = 400; // bytes
    if (text.size() > longest) text.remove_prefix(text.size() - longest);
    return text.substr(text.find_last_of(" /") + 1); // npos + 1 is 0
}

} // namespace

bool ends_hyphenated(std::string_view line) {
    line = text::trimmed(line);
    if (line.size() < 2 || line.back() != '-') return false;
    const auto before = static_cast<unsigned char>(line[line.size() - 2]);
    return std::isalnum(before) != 0 || before >= 0x80;
}

void append_joined(std::string& text, std::string_view next) {
    const auto first = text::trimmed(text);
    next = text::trimmed(next);
    if (next.empty() || first.empty()) {
        text = std::string(first.empty() ? next : first);
        return;
    }
    if (first.size() < text.size()) text = std::string(first);
    if (text.back() == '/') {
        text += next;
        return;
    }
    const bool apart = !ends_hyphenated(text) || continues_a_pair(next.substr(0, next.find(' ')));
    if (apart) {
        text += ' ';
        text += next;
        return;
    }
    const auto stem = last_word(std::string_view(text).substr(0, text.size() - 1));
    const bool keeps_hyphen =
        !unicode::starts_with_lower(next) || is_abbreviation(stem) || unicode::code_points(stem).size() == 1;
    if (!keeps_hyphen) {
        if (makes_three_equal_consonants(stem, next)) next.remove_prefix(1);
        text.pop_back();
    }
    text += next;
}

std::string joined(std::string_view first, std::string_view second) {
    std::string text(first);
    append_joined(text, second);
    return text;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines)
        append_joined(text, line);
    return text;
}

} // namespace kompass::layout
