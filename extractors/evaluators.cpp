#include "extractors/evaluators.h"

#include "text/tokens.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <optional>

namespace kompass {
namespace {

/// A word, or a sign that parts: one of , ; : & / ( ) " or a line end.
struct Token {
    std::string_view text;
    std::size_t begin = 0;

    [[nodiscard]] std::size_t end() const { return begin + text.size(); }
};

constexpr std::string_view kBlanks = " \t";
constexpr std::string_view kSigns = ",;:&/()\"\n";

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
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
        tokens.push_back({text.substr(at, end - at), at});
        at = end;
    }
    return tokens;
}

std::string on_one_line(std::string_view text) {
    std::string line(text);
    std::replace(line.begin(), line.end(), '\n', ' ');
    const auto words = text::tokens(line);
    return text::with_blanks(words, 0, words.size());
}

enum class Case { neutral, capitals, mixed };

/// Initials are of either kind.
Case case_of(std::string_view word) {
    const auto points = unicode::code_points(word);
    if (word.back() == '.' || points.size() < 2) return Case::neutral;
    return std::all_of(points.begin(), points.end(),
                       [](char32_t point) { return !unicode::is_letter(point) || unicode::is_upper(point); })
               ? Case::capitals
               : Case::mixed;
}

bool is_particle(std::string_view word) {
    constexpr std::array<std::string_view, 8> particles = {"von", "af", "av", "de", "van", "der", "la", "di"};
    return std::find(particles.begin(), particles.end(), word) != particles.end();
}

bool is_conjunction(std::string_view word) {
    constexpr std::array<std::string_view, 7> words = {"och", "samt", "&", ";", "/", "OCH", "SAMT"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_kind_of_place(std::string_view word) {
    const auto folded = unicode::folded(word);
    return folded == "kommun" || folded == "stad";
}

class PeopleParser {
public:
    PeopleParser(std::string_view text, const rules::Knowledge& knowledge)
        : text_(text), knowledge_(knowledge), tokens_(tokens_of(text)) {}

    std::vector<PeopleList> all() {
        std::vector<PeopleList> lists;
        for (std::size_t i = 0; i < tokens_.size();) {
            const auto behind = behind_label(i);
            auto next = behind.value_or(i);
            auto list = list_at(next, behind.has_value());
            if (list.persons.empty()) {
                ++i;
                continue;
            }
            list.begin = tokens_[i].begin;
            lists.push_back(std::move(list));
            i = next;
        }
        return lists;
    }

    PeopleList at_head() {
        std::size_t next = 0;
        return list_at(next, true);
    }

private:
    struct Name {
        std::vector<std::string_view> words;
        std::size_t next = 0; ///< the token behind it
    };

    [[nodiscard]] bool is(std::size_t i, std::string_view sign) const {
        return i < tokens_.size() && tokens_[i].text == sign;
    }
    [[nodiscard]] bool line_ends_at(std::size_t i) const { return i >= tokens_.size() || is(i, "\n"); }
    [[nodiscard]] bool ends_clause(std::size_t i) const {
        return line_ends_at(i) || is(i, ",") || is(i, "(");
    }
    [[nodiscard]] std::string_view rest_from(std::size_t i) const {
        return i < tokens_.size() ? text_.substr(tokens_[i].begin) : std::string_view();
    }
    /// The first token that begins at `offset` or behind it.
    [[nodiscard]] std::size_t token_at(std::size_t offset) const {
        const auto found = std::partition_point(
            tokens_.begin(), tokens_.end(), [offset](const Token& token) { return token.begin < offset; });
        return static_cast<std::size_t>(found - tokens_.begin());
    }
    [[nodiscard]] std::size_t past_line_end(std::size_t i) const { return is(i, "\n") ? i + 1 : i; }

    /// The first token behind a label that stands at `i`.
    [[nodiscard]] std::optional<std::size_t> behind_label(std::size_t i) const {
        const auto label = knowledge_.rules.match("evaluators_label", rest_from(i));
        if (!label) return std::nullopt;
        return token_at(text_.size() - label->group("people").size());
    }

    /// "J.", or "Chr." where more of the name follows.
    [[nodiscard]] bool is_abbreviation(std::size_t i) const {
        constexpr std::size_t initial = 2;
        constexpr std::size_t longest = 4;
        const auto signs = unicode::code_points(tokens_[i].text).size();
        const bool goes_on = i + 1 < tokens_.size() && unicode::starts_with_upper(tokens_[i + 1].text);
        return signs <= initial || (goes_on && signs <= longest) || tokens_[i].text.find('.') + 2 < signs;
    }

    /// The word at `i` without the stop of its sentence, if it may be part of a name.
    [[nodiscard]] std::string_view name_word(std::size_t i) const {
        if (i >= tokens_.size() || is(i + 1, ":")) return {}; // a label
        auto word = tokens_[i].text;
        if (word.ends_with('.') && !is_abbreviation(i)) word.remove_suffix(1);
        const auto& rules = knowledge_.rules;
        if (!rules.matches("name_word", word) || rules.matches("no_name_word", word)) return {};
        return word;
    }

    /// How many words of a name follow one another from `i`, on that line.
    [[nodiscard]] std::size_t name_words_from(std::size_t i) const {
        std::size_t count = 0;
        while (!name_word(i + count).empty())
            ++count;
        return count;
    }

    /// A name wraps where one of its words is left alone on either side of the line end.
    [[nodiscard]] bool wraps(std::size_t words, std::size_t line_end, bool in_list) const {
        const auto next = name_words_from(line_end + 1);
        if (next == 0 || words == 0) return false;
        if (words == 1) return in_list;
        const auto behind = line_end + 1 + next;
        return next == 1 && (is(behind, ",") || is(behind, "("));
    }

    [[nodiscard]] Name name_at(std::size_t i, bool in_list) const {
        Name name{{}, i};
        auto kind = Case::neutral;
        for (;;) {
            if (is(name.next, "\n") && wraps(name.words.size(), name.next, in_list)) ++name.next;
            if (name.next >= tokens_.size()) break;
            const auto token = tokens_[name.next].text;
            const auto behind_particle = past_line_end(name.next + 1);
            if (!name.words.empty() && is_particle(token) && !name_word(behind_particle).empty()) {
                name.words.push_back(token);
                name.next = behind_particle;
                continue;
            }
            const auto word = name_word(name.next);
            if (word.empty()) break;
            const auto next_kind = case_of(word);
            const bool changes = kind != Case::neutral && next_kind != Case::neutral && next_kind != kind;
            if (changes && kind == Case::mixed && name.words.size() > 1) break;
            if (changes && kind == Case::capitals) name.words.clear(); // the end of a title in capitals
            if (next_kind != Case::neutral) kind = next_kind;
            name.words.push_back(word);
            ++name.next;
            if (word.size() < token.size()) break; // its sentence ends
        }
        return name;
    }

    struct Affiliation {
        std::string text;
        std::size_t next = 0;
    };

    [[nodiscard]] std::optional<std::size_t> behind(std::string_view role, std::size_t i) const {
        const auto match = knowledge_.rules.match(role, rest_from(i));
        if (!match) return std::nullopt;
        return token_at(tokens_[i].begin + match->group("affiliation").size());
    }

    /// A role, an employer, or a role and then an employer, from `i` on.
    [[nodiscard]] std::optional<std::size_t> behind_affiliation(std::size_t i) const {
        if (const auto employer = behind("affiliation", i)) return employer;
        const auto role = behind("affiliation_role", i);
        if (!role) return std::nullopt;
        const bool bracket = is(*role, "(");
        if (!bracket && !is(*role, ",")) return role;
        const auto employer = behind("affiliation", past_line_end(*role + 1));
        if (!employer) return role;
        return bracket && is(*employer, ")") ? *employer + 1 : *employer;
    }

    [[nodiscard]] Affiliation affiliation(std::size_t first, std::size_t next, std::size_t after) const {
        const auto begin = tokens_[first].begin;
        auto text = on_one_line(text_.substr(begin, tokens_[next - 1].end() - begin));
        if (text.ends_with('.')) text.pop_back();
        return {std::move(text), after};
    }

    /// What no rule knows, to the line's end: "Förbundet". Not a further person.
    [[nodiscard]] std::optional<Affiliation> unknown_affiliation(std::size_t i) const {
        constexpr std::size_t most_tokens = 6;
        if (i >= tokens_.size() || !unicode::starts_with_upper(tokens_[i].text)) return std::nullopt;
        if (name_words_from(i) > 1) return std::nullopt;
        auto end = i;
        while (!line_ends_at(end) && end - i <= most_tokens) {
            if (kSigns.find(tokens_[end].text.front()) != std::string_view::npos ||
                is_conjunction(tokens_[end].text))
                return std::nullopt;
            ++end;
        }
        if (!line_ends_at(end)) return std::nullopt;
        return affiliation(i, end, end);
    }

    [[nodiscard]] std::optional<Affiliation> affiliation_at(std::size_t i) const {
        if (is(i, "(")) {
            const auto end = behind_affiliation(i + 1);
            if (!end) return std::nullopt;
            return affiliation(i + 1, *end, is(*end, ")") ? *end + 1 : *end);
        }
        if (is(i, ",") || (is(i, "\n") && is(i + 1, ","))) {
            const auto first = past_line_end((is(i, ",") ? i : i + 1) + 1);
            if (const auto end = behind_affiliation(first)) return affiliation(first, *end, *end);
            return unknown_affiliation(first);
        }
        // Without a sign only what cannot be a name, and an association alone on the next line.
        const bool next_line = is(i, "\n");
        const auto first = past_line_end(i);
        if (first >= tokens_.size() || !name_word(first).empty()) return std::nullopt;
        const auto end = next_line ? behind("affiliation", first) : behind_affiliation(first);
        if (!end || (next_line && (!line_ends_at(*end) || *end != first + 1))) return std::nullopt;
        return affiliation(first, *end, *end);
    }

    /// "Anna Berg Sala kommun" without a comma: the register parts it.
    void part_employer(Name& name, Person& person) const {
        if (name.next >= tokens_.size() || !is_kind_of_place(tokens_[name.next].text)) return;
        for (std::size_t words = std::min<std::size_t>(2, name.words.size()); words > 0; --words) {
            const auto first = name.next - words;
            const auto place = on_one_line(
                text_.substr(tokens_[first].begin, tokens_[name.next].end() - tokens_[first].begin));
            if (knowledge_.municipalities.named(place) == nullptr) continue;
            name.words.resize(name.words.size() - words);
            person.affiliation = place;
            ++name.next;
            return;
        }
        name.words.clear(); // a municipality, or something like it
    }

    [[nodiscard]] bool may_be_two(const std::vector<std::string_view>& words) const {
        const auto full = std::count_if(words.begin(), words.end(), [](std::string_view word) {
            return !word.ends_with('.') && !is_particle(word);
        });
        return full > 3 || (full == 3 && knowledge_.municipalities.named(words.front()) != nullptr);
    }

    /// Empty name: there is none. `next` moves behind the person.
    Person person_at(std::size_t& next, bool in_list) const {
        Person person;
        auto name = name_at(next, in_list);
        part_employer(name, person);
        if (name.words.empty()) return person;
        for (const auto word : name.words)
            person.name += (person.name.empty() ? "" : " ") + std::string(word);
        const bool cut = name.words.size() < 2;
        if ((cut && !in_list) || knowledge_.municipalities.named(person.name) != nullptr) return {};
        person.unsure = cut || may_be_two(name.words);
        next = name.next;
        if (!person.affiliation.empty()) return person;
        if (const auto found = affiliation_at(next)) {
            person.affiliation = found->text;
            next = found->next;
        }
        return person;
    }

    /// Moves `next` behind what parts two persons; true if that is more than a line end.
    bool skip_separator(std::size_t& next) const {
        const auto begin = next;
        bool parted = false;
        for (; next < tokens_.size(); ++next) {
            const bool parts = is(next, ",") || is_conjunction(tokens_[next].text);
            if (!parts && !is(next, "\n")) break;
            // Blank lines are gone: two line ends are never met but behind a sign.
            parted = parted || parts;
        }
        return parted && next > begin;
    }

    PeopleList list_at(std::size_t& next, bool labelled) const {
        PeopleList list;
        const auto first = next;
        list.other_label = !labelled && first > 0 && is(first - 1, ":");
        bool joined = false;
        bool in_list = labelled;
        for (auto at = next; at < tokens_.size();) {
            auto person = person_at(at, in_list);
            if (person.name.empty()) break;
            list.persons.push_back(std::move(person));
            next = at;
            if (list.other_label && line_ends_at(at)) break;
            in_list = skip_separator(at);
            joined = joined || (in_list && at < tokens_.size());
        }
        if (list.persons.empty()) return list;
        list.begin = tokens_[first].begin;
        list.end = tokens_[next - 1].end();
        list.opens_line = (first == 0 || is(first - 1, "\n")) && ends_clause(next);
        const bool employed = std::any_of(list.persons.begin(), list.persons.end(),
                                          [](const Person& one) { return !one.affiliation.empty(); });
        list.sure = labelled || (!list.other_label && (employed || (joined && list.persons.size() > 1)));
        return list;
    }

    std::string_view text_;
    const rules::Knowledge& knowledge_;
    std::vector<Token> tokens_;
};

} // namespace

std::vector<PeopleList> people_in(std::string_view text, const rules::Knowledge& knowledge) {
    return PeopleParser(text, knowledge).all();
}

PeopleList people_at_head(std::string_view text, const rules::Knowledge& knowledge) {
    return PeopleParser(text, knowledge).at_head();
}

std::string described(const Person& person) {
    return person.affiliation.empty() ? person.name : person.name + ", " + person.affiliation;
}

} // namespace kompass
