#include "text/fitting.h"

#include "text/unicode.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <utility>

namespace kompass::text {

std::size_t width(std::string_view text) {
    return unicode::code_points(text).size();
}

std::string padded_left(std::string_view text, std::size_t to) {
    const auto wide = width(text);
    return std::string(to > wide ? to - wide : 0, ' ').append(text);
}

std::string padded_right(std::string_view text, std::size_t to) {
    const auto wide = width(text);
    return std::string{text}.append(to > wide ? to - wide : 0, ' ');
}

std::string shortened(std::string_view text, std::size_t to) {
    auto points = unicode::code_points(text);
    if (points.size() <= to) return std::string{text};
    points.resize(to == 0 ? 0 : to - 1);
    if (to > 0) points += U'…';
    return unicode::utf8(points);
}

namespace {

/// Takes lines from a word until its rest fits one.
void break_word(std::string& word, std::size_t to, std::vector<std::string>& lines) {
    constexpr std::u32string_view signs = U"-_./";
    const auto points = unicode::code_points(word);
    std::u32string_view rest = points;
    while (rest.size() > to) {
        const auto sign = rest.find_last_of(signs, to - 1);
        const auto length = sign == std::u32string_view::npos ? to : sign + 1;
        lines.push_back(unicode::utf8(rest.substr(0, length)));
        rest.remove_prefix(length);
    }
    word = unicode::utf8(rest);
}

} // namespace

std::vector<std::string> wrapped(std::string_view text, std::size_t to) {
    std::vector<std::string> lines;
    std::string line;
    while (!text.empty()) {
        const auto blank = text.find(' ');
        const auto word = text.substr(0, blank);
        text.remove_prefix(blank == std::string_view::npos ? text.size() : blank + 1);
        if (word.empty()) continue;
        if (!line.empty() && width(line) + 1 + width(word) > to) lines.push_back(std::exchange(line, {}));
        if (!line.empty()) line += ' ';
        line += word;
        break_word(line, to, lines);
    }
    if (!line.empty()) lines.push_back(line);
    return lines;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    return fmt::format("{}", fmt::join(parts, between));
}

} // namespace kompass::text
