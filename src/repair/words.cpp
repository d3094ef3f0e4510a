#include "repair/words.h"

#include "text/letter_spacing.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace kompass::repair {
namespace {

constexpr char32_t nothing = 0;

bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

bool is_one_of(char32_t c, std::u32string_view set) {
    return set.find(c) != std::u32string_view::npos;
}

/// What a scanner may have made of a letter.
bool is_damage_sign(char32_t c) {
    return is_digit(c) || is_one_of(c, U"&@{|[");
}

bool is_bullet(char32_t c) {
    return is_one_of(c, U"•●▪=»*®¢►");
}

/// A line as code points, with the byte at which each begins.
struct Points {
    explicit Points(std::string_view line) : text(unicode::code_points(line)) {
        std::size_t at = 0;
        for (const char32_t c : text) {
            bytes.push_back(at);
            at += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
        }
        bytes.push_back(at);
    }

    [[nodiscard]] char32_t at(std::size_t i) const { return i < text.size() ? text[i] : nothing; }

    std::u32string text;
    std::vector<std::size_t> bytes;
};

/// Addresses and abbreviations: a blank-separated piece with something inside that no word has.
bool is_opaque(std::u32string_view piece) {
    if (piece.find(U"://") != std::u32string_view::npos || piece.find(U"www.") != std::u32string_view::npos)
        return true;
    for (std::size_t i = 1; i + 1 < piece.size(); ++i) {
        const bool inside = unicode::is_letter(piece[i - 1]) && unicode::is_letter(piece[i + 1]);
        if (inside && piece[i] == U'.') return true;
    }
    const auto sign = piece.find(U'@');
    return sign != std::u32string_view::npos && sign > 0 && piece.find(U'.', sign) + 1 < piece.size();
}

/// A figure with a letter beside it ("3T", "2a", "40l") is no word; "4r", "p4" and "16nerna" are.
bool is_figure(std::u32string_view run, bool begins_sentence) {
    const auto digits = static_cast<std::size_t>(std::count_if(run.begin(), run.end(), is_digit));
    if (digits == 0) return false;
    const auto small = [](char32_t c) { return unicode::is_letter(c) && !unicode::is_upper(c); };
    const auto smalls = static_cast<std::size_t>(std::count_if(run.begin(), run.end(), small));
    if (smalls >= 3 * digits) return false;
    const auto telling = static_cast<std::size_t>(std::count_if(run.begin(), run.end(), [](char32_t c) {
        return unicode::is_letter(c) && !unicode::is_upper(c) && !is_one_of(c, U"lois");
    }));
    if (run.size() == 2 && is_one_of(run.back(), U"48"))
        return !is_one_of(run.front(), begins_sentence ? U"pdsnfgPDSNFG" : U"pdsnfg");
    if (run.size() <= 2)
        return telling == 0 || !is_one_of(run.front(), U"46&") || !is_one_of(run.back(), U"rt");
    return telling <= digits;
}

/// Makes the tokens of one line after the other.
class Tokenizer {
public:
    void add_line(std::size_t number, std::string_view line) {
        const Points points(line);
        line_ = number;
        const auto first = points.text.find_first_not_of(U' ');
        if (first == std::u32string::npos || is_bullet(points.text[first])) stop(0, 0);
        first_in_line_ = true;
        // Its letters are no words: "a" is a name's, not "å".
        if (text::is_letter_spaced(points.text)) {
            add(Token::Kind::opaque, 0, line.size());
            return;
        }
        for (std::size_t i = 0; i < points.text.size();)
            i = take(points, i);
    }

    [[nodiscard]] std::vector<Token> take_tokens() && { return std::move(tokens_); }

private:
    Token& add(Token::Kind kind, std::size_t begin, std::size_t end) {
        Token token;
        token.kind = kind;
        token.line = line_;
        token.begin = begin;
        token.end = end;
        token.begins_sentence = begins_sentence();
        tokens_.push_back(std::move(token));
        return tokens_.back();
    }

    [[nodiscard]] bool begins_sentence() const {
        return tokens_.empty() || tokens_.back().kind == Token::Kind::stop;
    }

    void stop(std::size_t begin, std::size_t end) {
        if (!tokens_.empty() && tokens_.back().kind != Token::Kind::stop) add(Token::Kind::stop, begin, end);
    }

    std::size_t take(const Points& points, std::size_t i) {
        const char32_t c = points.text[i];
        const bool begins_piece = i == 0 || points.text[i - 1] == U' ' || points.text[i - 1] == U'\t';
        if (begins_piece) {
            auto end = points.text.find_first_of(U" \t", i);
            end = end == std::u32string::npos ? points.text.size() : end;
            if (is_opaque(std::u32string_view(points.text).substr(i, end - i)))
                return take_opaque(points, i, end);
        }
        if (c == U'<') {
            constexpr std::size_t longest_tag = 80;
            const auto close = std::u32string_view(points.text).substr(i, longest_tag).find(U'>');
            if (close != std::u32string_view::npos) {
                stop(points.bytes[i], points.bytes[i]);
                return i + close + 1;
            }
        }
        if (unicode::is_letter(c) || is_damage_sign(c)) return take_run(points, i);
        const bool ends_sentence =
            is_one_of(c, U".!?") && !unicode::is_letter(points.at(i + 1)) && !is_digit(points.at(i + 1));
        if (ends_sentence || is_one_of(c, U":;\t") || is_bullet(c)) stop(points.bytes[i], points.bytes[i]);
        return i + 1;
    }

    std::size_t take_opaque(const Points& points, std::size_t begin, std::size_t end) {
        add(Token::Kind::opaque, points.bytes[begin], points.bytes[end]);
        first_in_line_ = false;
        return end;
    }

    std::size_t take_run(const Points& points, std::size_t begin) {
        std::size_t end = begin;
        while (unicode::is_letter(points.at(end)) || is_damage_sign(points.at(end)))
            ++end;
        const auto next = end;
        const auto run = trimmed(points, begin, end);
        if (run.empty()) {
            if (is_one_of(points.text[begin], U"|[")) stop(points.bytes[begin], points.bytes[begin]);
            return next;
        }
        if (std::all_of(run.begin(), run.end(), is_digit)) {
            add(Token::Kind::number, points.bytes[begin], points.bytes[end]);
        } else if ((is_figure(run, begins_sentence()) && !is_broken_word(points, run, end)) ||
                   std::none_of(run.begin(), run.end(), unicode::is_letter) ||
                   is_ending(points, begin, end)) {
            add(Token::Kind::opaque, points.bytes[begin], points.bytes[end]);
        } else {
            add_word(points, begin, end);
        }
        first_in_line_ = false;
        return next;
    }

    /// "6p-" at a line's end
    static bool is_broken_word(const Points& points, std::u32string_view run, std::size_t end) {
        return points.at(end) == U'-' && ends_cell(points, end + 1) && unicode::is_letter(run.back()) &&
               !unicode::is_upper(run.back());
    }

    /// "SCB:s"
    static bool is_ending(const Points& points, std::size_t begin, std::size_t end) {
        return begin >= 2 && points.text[begin - 1] == U':' && unicode::is_letter(points.text[begin - 2]) &&
               end - begin <= 2;
    }

    /// Bars and brackets at the ends belong to a table, but for one that stands for a small word's first
    /// letter.
    static std::u32string_view trimmed(const Points& points, std::size_t& begin, std::size_t& end) {
        const std::u32string_view text = points.text;
        while (end > begin && is_one_of(text[end - 1], U"|[{"))
            --end;
        while (begin < end && is_one_of(text[begin], U"|[{") &&
               (unicode::is_upper(points.at(begin + 1)) ||
                !(unicode::is_letter(points.at(begin + 1)) || is_digit(points.at(begin + 1)))))
            ++begin;
        return text.substr(begin, end - begin);
    }

    void add_word(const Points& points, std::size_t begin, std::size_t end) {
        const auto kind = begins_double_name(points, begin, end) ? Token::Kind::opaque : Token::Kind::word;
        auto& token = add(kind, points.bytes[begin], points.bytes[end]);
        token.seen = points.text.substr(begin, end - begin);
        token.begins_sentence |= begin > 0 && is_one_of(points.text[begin - 1], U"“”„\"");
        token.hyphen_after = points.at(end) == U'-';
        token.breaks_off = token.hyphen_after && ends_cell(points, end + 1);
        token.may_continue =
            !unicode::is_upper(points.text[begin]) && (first_in_line_ || begins_cell(points, begin));
    }

    /// "Ing-Marie": what stands before the hyphen is often no word that a lexicon knows.
    static bool begins_double_name(const Points& points, std::size_t begin, std::size_t end) {
        return unicode::is_upper(points.text[begin]) && points.at(end) == U'-' &&
               unicode::is_upper(points.at(end + 1)) && unicode::is_letter(points.at(end + 2)) &&
               !unicode::is_upper(points.at(end + 2));
    }

    /// Nothing follows in the line, or a bar, a wide gap, or a row's figures.
    static bool ends_cell(const Points& points, std::size_t at) {
        const std::u32string_view rest = std::u32string_view(points.text).substr(at);
        if (std::none_of(rest.begin(), rest.end(), unicode::is_letter)) return true;
        const auto next = rest.find_first_not_of(U' ');
        return next >= 2 || (next == 1 && rest[next] == U'|');
    }

    static bool begins_cell(const Points& points, std::size_t at) {
        const auto before = at == 0 ? std::u32string::npos : points.text.find_last_not_of(U' ', at - 1);
        return before == std::u32string::npos || at - before > 2 || points.text[before] == U'|';
    }

    std::vector<Token> tokens_;
    std::size_t line_ = 0;
    bool first_in_line_ = true;
};

} // namespace

std::vector<Token> tokens_of(const std::vector<std::string>& lines) {
    Tokenizer tokenizer;
    for (std::size_t i = 0; i < lines.size(); ++i)
        tokenizer.add_line(i, lines[i]);
    return std::move(tokenizer).take_tokens();
}

} // namespace kompass::repair
