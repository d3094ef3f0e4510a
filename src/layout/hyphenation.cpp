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

} // namespace

bool ends_hyphenated(std::string_view line) {
    line = text::trimmed(line);
    if (line.size() < 2 || line.back() != '-') return false;
    const auto before = static_cast<unsigned char>(line[line.size() - 2]);
    return std::isalnum(before) != 0 || before >= 0x80;
}

std::string joined(std::string_view first, std::string_view second) {
    first = text::trimmed(first);
    second = text::trimmed(second);
    if (first.empty()) return std::string(second);
    if (second.empty()) return std::string(first);
    std::string apart = std::string(first) + " " + std::string(second);
    if (first.back() == '/') return std::string(first) + std::string(second);
    if (!ends_hyphenated(first)) return apart;

    const auto next_word = second.substr(0, second.find(' '));
    if (continues_a_pair(next_word)) return apart;
    const auto blank = first.find_last_of(" /");
    const auto stem = first.substr(blank == std::string_view::npos ? 0 : blank + 1,
                                   first.size() - 1 - (blank == std::string_view::npos ? 0 : blank + 1));
    const bool keeps_hyphen = !unicode::starts_with_lower(second) || is_abbreviation(stem) ||
                              unicode::code_points(stem).size() == 1;
    if (keeps_hyphen) return std::string(first) + std::string(second);
    auto result = std::string(first.substr(0, first.size() - 1));
    if (makes_three_equal_consonants(stem, second)) second.remove_prefix(1);
    return result + std::string(second);
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines)
        text = joined(text, line);
    return text;
}

} // namespace kompass::layout
