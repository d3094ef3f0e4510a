// A text in which people stand, as words and signs, and which of the words may be of a name.
//
// The text may have lost its line ends; those that are there part lines. Bullets before the items of a list
// are no tokens. Refers to the text and the knowledge, which must outlive it. Pure.
#pragma once

#include "rules/knowledge.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kompass {

/// Stands in place of each byte of a title's name, which could be a person's.
inline constexpr char title_mark = '#';

class PeopleText {
public:
    /// A word, or a sign that parts: one of , ; : & / ( ) " or a line end.
    struct Token {
        std::string_view text;
        std::size_t begin = 0;

        [[nodiscard]] std::size_t end() const { return begin + text.size(); }
    };

    PeopleText(std::string_view text, const rules::Knowledge& knowledge);

    [[nodiscard]] std::size_t size() const { return tokens_.size(); }
    [[nodiscard]] const Token& operator[](std::size_t i) const { return tokens_[i]; }
    [[nodiscard]] const rules::Knowledge& knowledge() const { return knowledge_; }

    [[nodiscard]] bool is(std::size_t i, std::string_view sign) const {
        return i < tokens_.size() && tokens_[i].text == sign;
    }
    [[nodiscard]] bool is_sign(std::size_t i) const;
    [[nodiscard]] bool is_conjunction(std::size_t i) const; ///< "och", "samt", & ; /
    [[nodiscard]] bool line_begins_at(std::size_t i) const { return i == 0 || is(i - 1, "\n"); }
    [[nodiscard]] bool line_ends_at(std::size_t i) const { return i >= tokens_.size() || is(i, "\n"); }
    [[nodiscard]] std::size_t past_line_end(std::size_t i) const { return is(i, "\n") ? i + 1 : i; }

    [[nodiscard]] std::string_view rest_from(std::size_t i) const {
        return i < tokens_.size() ? text_.substr(tokens_[i].begin) : std::string_view();
    }
    [[nodiscard]] std::string_view before(std::size_t i) const { return text_.substr(0, tokens_[i].begin); }
    /// The tokens from `first` up to `next` as they stand, on one line, without the stop of their sentence.
    [[nodiscard]] std::string phrase(std::size_t first, std::size_t next) const;
    /// The first token that begins at `offset` or behind it.
    [[nodiscard]] std::size_t token_at(std::size_t offset) const;
    /// What a rule of the role finds from the token on, by a group that the text there begins with: the token
    /// behind it.
    [[nodiscard]] std::optional<std::size_t> behind(std::string_view role, const char* group,
                                                    std::size_t i) const;

    /// The word at `i` without the stop of its sentence, if it may be part of a name.
    [[nodiscard]] std::string_view name_word(std::size_t i) const;
    /// How many words of a name follow one another from `i`, on that line.
    [[nodiscard]] std::size_t name_words_from(std::size_t i) const;

private:
    [[nodiscard]] bool is_abbreviation(std::size_t i) const;

    std::string_view text_;
    const rules::Knowledge& knowledge_;
    std::vector<Token> tokens_;
};

} // namespace kompass
