#include "repair/signs.h"

#include "repair/words.h"
#include "text/unicode.h"

namespace kompass::repair {
namespace {

constexpr std::string_view bars = "|[";

bool starts_with_letter(std::string_view text) {
    return !text.empty() && unicode::is_letter(unicode::first_sign(text).point);
}

/// As an OCR prints it: straight, Swedish or English.
bool starts_with_quote(std::string_view text) {
    return text.starts_with('"') || text.starts_with("”") || text.starts_with("“");
}

/// Running text: several words follow and no figure stands among them.
bool is_followed_by_words(std::string_view rest) {
    constexpr std::size_t enough = 12;
    if (rest.size() < enough || rest.find_first_of("0123456789|") < enough) return false;
    return starts_with_letter(rest) || starts_with_quote(rest);
}

bool ends_sentence(std::string_view text) {
    constexpr std::string_view ends = ".!?:=";
    const auto last = text.find_last_not_of(" \r");
    return last == std::string_view::npos || ends.find(text[last]) != std::string_view::npos;
}

} // namespace

std::optional<std::size_t> lone_bar(std::string_view line, std::string_view above) {
    const auto bar = line.find_first_of(bars);
    if (bar == std::string_view::npos || line.find_first_of("|[]", bar + 1) != std::string_view::npos)
        return std::nullopt;
    if (bar + 2 >= line.size() || line[bar + 1] != ' ' || !is_followed_by_words(line.substr(bar + 2)))
        return std::nullopt;
    const auto last = line.find_last_not_of(' ', bar == 0 ? 0 : bar - 1);
    const bool begins_line = bar == 0 || last == std::string_view::npos || last == bar;
    const bool capital_follows = unicode::starts_with_upper(line.substr(bar + 2));
    if (begins_line) return capital_follows || !ends_sentence(above) ? std::nullopt : std::optional(bar);
    return line[bar - 1] == ' ' && ends_sentence(line.substr(0, last + 1)) ? std::optional(bar)
                                                                           : std::nullopt;
}

std::optional<std::size_t> bar_in_abbreviation(std::string_view line) {
    constexpr std::size_t longest = 3; // capitals behind the bar
    const auto bar = line.find('|');
    if (bar == std::string_view::npos || (bar > 0 && line[bar - 1] != ' ')) return std::nullopt;
    auto rest = line.substr(bar + 1);
    std::size_t capitals = 0;
    for (; unicode::starts_with_upper(rest); ++capitals)
        rest.remove_prefix(unicode::first_sign(rest).size);
    const bool goes_on = starts_with_letter(rest);
    return capitals >= 1 && capitals <= longest && !goes_on ? std::optional(bar) : std::nullopt;
}

std::string with_swedish_quotes(std::string_view line) {
    std::string result;
    bool after_letter = false;
    for (const char32_t c : unicode::code_points(line)) {
        const bool quote = c == U'“' || (c == U'™' && after_letter);
        result += unicode::utf8(std::u32string(1, quote ? U'”' : c));
        after_letter = unicode::is_letter(c);
    }
    return result;
}

} // namespace kompass::repair
