#include "extractors/people_text.h"

#include "layout/bullets.h"
#include "text/tokens.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>

namespace kompass {
namespace {

constexpr std::string_view kBlanks = " \t";
constexpr std::string_view kSigns = ",;:&/()\"\n";

bool is_bullet(std::string_view word) {
    return !unicode::has_letter_or_digit(word) && layout::is_inner_bullet(word, "");
}

} // namespace

PeopleText::PeopleText(std::string_view text, const rules::Knowledge& knowledge)
    : text_(text), knowledge_(knowledge) {
    for (std::size_t at = 0; at < text.size();) {
        if (kBlanks.find(text[at]) != std::string_view::npos) {
            ++at;
            continue;
        }
        auto end = at + 1;
        if (kSigns.find(text[at]) == std::string_view::npos)
            while (end < text.size() && kBlanks.find(text[end]) == std::string_view::npos &&
                   kSigns.find(text[end]) == std::string_view::npos)
                ++end;
        const auto token = text.substr(at, end - at);
        const bool item = line_begins_at(tokens_.size()) && layout::is_item_mark(token);
        if (!is_bullet(token) && !(item && !unicode::has_letter_or_digit(token)))
            tokens_.push_back({token, at});
        at = end;
    }
}

bool PeopleText::is_sign(std::size_t i) const {
    return i < tokens_.size() && kSigns.find(tokens_[i].text.front()) != std::string_view::npos;
}

bool PeopleText::is_conjunction(std::size_t i) const {
    constexpr std::array<std::string_view, 8> words = {"och", "samt", "&", ";", "/", "OCH", "SAMT", "o."};
    return i < tokens_.size() && std::find(words.begin(), words.end(), tokens_[i].text) != words.end();
}

std::string PeopleText::phrase(std::size_t first, std::size_t next) const {
    const auto begin = tokens_[first].begin;
    std::string line(text_.substr(begin, tokens_[next - 1].end() - begin));
    std::replace(line.begin(), line.end(), '\n', ' ');
    const auto words = text::tokens(line);
    line = text::with_blanks(words, 0, words.size());
    if (line.ends_with('.')) line.pop_back();
    return line;
}

std::size_t PeopleText::token_at(std::size_t offset) const {
    const auto found = std::partition_point(tokens_.begin(), tokens_.end(),
                                            [offset](const Token& token) { return token.begin < offset; });
    return static_cast<std::size_t>(found - tokens_.begin());
}

std::optional<std::size_t> PeopleText::behind(std::string_view role, const char* group, std::size_t i) const {
    const auto match = knowledge_.rules.match(role, rest_from(i));
    if (!match || match->group(group).empty()) return std::nullopt;
    return token_at(tokens_[i].begin + match->group(group).size());
}

/// "J.", or "Chr." where more of the name follows.
bool PeopleText::is_abbreviation(std::size_t i) const {
    constexpr std::size_t initial = 2;
    constexpr std::size_t longest = 4;
    const auto signs = unicode::code_points(tokens_[i].text).size();
    const bool goes_on = i + 1 < tokens_.size() && unicode::starts_with_upper(tokens_[i + 1].text);
    return signs <= initial || (goes_on && signs <= longest) || tokens_[i].text.find('.') + 2 < signs;
}

std::string_view PeopleText::name_word(std::size_t i) const {
    if (i >= tokens_.size() || is(i + 1, ":")) return {}; // a label
    auto word = tokens_[i].text;
    if (word.ends_with('.') && !is_abbreviation(i)) word.remove_suffix(1);
    const auto& rules = knowledge_.rules;
    if (!rules.matches("name_word", word) || rules.matches("no_name_word", word)) return {};
    return word;
}

std::size_t PeopleText::name_words_from(std::size_t i) const {
    std::size_t count = 0;
    while (!name_word(i + count).empty())
        ++count;
    return count;
}

} // namespace kompass
