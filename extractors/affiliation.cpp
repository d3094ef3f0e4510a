#include "extractors/affiliation.h"

#include "text/unicode.h"

namespace kompass {
namespace {

bool is_dash(const PeopleText& text, std::size_t i) {
    return text.is(i, "–") || text.is(i, "-") || text.is(i, "—");
}

/// Of a line that ends at `i`: the bracket that the next begins with, if it does. Nobody begins a line of its
/// own with one.
std::size_t bracket_at(const PeopleText& text, std::size_t i) {
    return text.is(i, "\n") && text.is(i + 1, "(") ? i + 1 : i;
}

/// Reads parts one behind the other.
class AffiliationReader {
public:
    explicit AffiliationReader(const PeopleText& text) : text_(text) {}

    /// A role, an employer, or one behind the other, from `i` on.
    [[nodiscard]] std::optional<Affiliation> read(std::size_t i) const {
        Affiliation found;
        found.next = i;
        if (!take_role(found, i) && !take_employer(found, i)) return std::nullopt;
        take_second(found);
        take_rest(found);
        found.text = text_.phrase(i, found.next);
        return found;
    }

    /// The same, of whole lines: each part may stand on a line of its own.
    [[nodiscard]] std::optional<Affiliation> read_lines(std::size_t i) const {
        auto found = read(i);
        if (!found || !text_.line_ends_at(found->next)) return std::nullopt;
        take_employer_below(*found);
        return found;
    }

    /// The employer of one whose role ends its line.
    void take_employer_below(Affiliation& found) const {
        if (!found.employer.empty() || !text_.is(found.next, "\n")) return;
        auto whole = found;
        if (!take_employer(whole, found.next + 1)) return;
        if (!text_.line_ends_at(whole.next) || date_follows(whole.next)) return;
        whole.text += ", " + whole.employer;
        found = whole;
    }

    /// "Kumla kommun" above a year is a title's line.
    [[nodiscard]] bool date_follows(std::size_t line_end) const {
        const auto rest = text_.rest_from(text_.past_line_end(line_end));
        return text_.knowledge().rules.matches("begins_with_date", rest);
    }

    /// "(SKL), projektledare".
    void take_role_behind(Affiliation& found) const {
        if (!text_.is(found.next, ",") || found.next + 1 >= text_.size()) return;
        auto whole = found;
        if (!take_last_role(whole, found.next + 1, false) || whole.role_unsure) return;
        whole.text += ", " + whole.role;
        found = whole;
    }

    /// Nothing but an employer: no name stands before a municipality's.
    [[nodiscard]] bool is_surely_employer(const Affiliation& found) const {
        const auto& knowledge = text_.knowledge();
        return is_publisher(found.employer, knowledge.rules) ||
               knowledge.municipalities.named(found.employer) != nullptr;
    }

private:
    /// "SKL"; "båda SKL", "samtliga från SKL".
    bool take_employer(Affiliation& found, std::size_t i) const {
        if (const auto behind = text_.behind("employer_of_all", "all", i)) {
            if (!take_employer(found, *behind)) return false;
            found.of_all = true;
            return true;
        }
        const auto next = text_.behind("affiliation", "affiliation", i);
        if (!next || begins_with_another(i, *next)) return false;
        found.employer = text_.phrase(i, *next);
        found.next = *next;
        return true;
    }

    /// "Per Ek Sala kommun" is a person and an employer.
    [[nodiscard]] bool begins_with_another(std::size_t first, std::size_t next) const {
        const auto& municipalities = text_.knowledge().municipalities;
        return next - first > 2 && municipalities.named(text_.phrase(first, next)) == nullptr &&
               municipalities.named(text_.phrase(next - 2, next)) != nullptr &&
               text_.name_words_from(first) > 1;
    }

    /// A word more, with what stands behind it in its clause, is no person's: "SKL Kommentus", "VD Bolaget
    /// AB". It is taken for the employer's, which no rule knows.
    void take_rest(Affiliation& found) const {
        constexpr std::size_t most_words = 3;
        const bool sentence_ends = text_[found.next - 1].text.ends_with('.');
        if (sentence_ends || text_.name_words_from(found.next) != 1) return;
        found.employer_unsure = true;
        auto end = found.next;
        while (!text_.line_ends_at(end) && !text_.is_sign(end) && !text_.is_conjunction(end))
            ++end;
        if (end - found.next > most_words) return;
        found.employer += (found.employer.empty() ? "" : " ") + text_.phrase(found.next, end);
        found.next = end;
    }

    /// "strateg", "strateg i Sala kommun"
    bool take_role(Affiliation& found, std::size_t i) const {
        const auto match = text_.knowledge().rules.match("affiliation_role", text_.rest_from(i));
        if (!match) return false;
        const auto behind = [&](const char* group) {
            return text_.token_at(text_[i].begin + match->group(group).size());
        };
        found.role = text_.phrase(i, behind("role"));
        found.next = behind("affiliation");
        const auto employer = match->group("employer");
        if (employer.empty()) {
            take_place_of_work(found);
            return true;
        }
        const auto whole = match->group("affiliation");
        found.employer =
            text_.phrase(text_.token_at(text_[i].begin + whole.size() - employer.size()), found.next);
        return true;
    }

    /// "kommunchef i Tingsryd": a place that the register knows.
    void take_place_of_work(Affiliation& found) const {
        const auto place = found.next + 1;
        if (!text_.is(found.next, "i") || place >= text_.size()) return;
        for (const auto words : {std::size_t{2}, std::size_t{1}}) {
            if (place + words > text_.size() || text_.is(place + words, "kommun")) continue;
            const auto name = text_.phrase(place, place + words);
            if (text_.knowledge().municipalities.named(name) == nullptr) continue;
            found.employer = name;
            found.next = place + words;
            return;
        }
    }

    /// What was not read yet: behind a comma, in brackets, or an association behind nothing.
    void take_second(Affiliation& found) const {
        const auto sign = bracket_at(text_, found.next);
        const bool bracket = text_.is(sign, "(");
        const bool parted = bracket || text_.is(found.next, ",");
        const auto first = parted ? text_.past_line_end(sign + 1) : found.next;
        if (first >= text_.size() || text_.is(first, "\n")) return;
        auto both = found;
        if (found.employer.empty() ? !take_employer(both, first) : !take_last_role(both, first, bracket)) {
            if (bracket && found.employer.empty()) found.employer_unsure = true; // "(SKI)"
            return;
        }
        const bool may_be_name = !parted && !text_.name_word(first).empty();
        if (may_be_name && !is_surely_employer(both)) return;
        found = both;
        if (bracket && text_.is(found.next, ")")) ++found.next;
    }

    /// A role behind an employer; it may be the next person's: "SKL, projektledare Bo Lind".
    bool take_last_role(Affiliation& found, std::size_t i, bool bracket) const {
        auto with_role = found;
        if (!found.role.empty() || (!bracket && !text_.is(i - 1, ",") && !text_.is(i - 1, "\n")))
            return false;
        const auto employer = found.employer;
        if (!take_role(with_role, i) || with_role.employer != employer) return false;
        with_role.role_unsure = text_.name_words_from(with_role.next) > 0;
        found = with_role;
        return true;
    }

    const PeopleText& text_;
};

/// What no rule knows, to the line's end: "Förbundet". Not a further person.
std::optional<Affiliation> unknown_at(const PeopleText& text, std::size_t i) {
    constexpr std::size_t most_tokens = 6;
    if (i >= text.size() || !unicode::starts_with_upper(text[i].text)) return std::nullopt;
    if (text.name_words_from(i) > 1) return std::nullopt;
    auto end = i;
    while (!text.line_ends_at(end) && end - i <= most_tokens) {
        if (text.is_sign(end) || text.is_conjunction(end)) return std::nullopt;
        ++end;
    }
    if (!text.line_ends_at(end)) return std::nullopt;
    const auto phrase = text.phrase(i, end);
    return Affiliation{.text = phrase, .role = "", .employer = phrase, .employer_unsure = true, .next = end};
}

/// Whom the report is about was named before.
bool is_titled(std::string_view before, const rules::RuleSet& rules) {
    return before.find(title_mark) != std::string_view::npos || rules.matches("front_municipality", before) ||
           rules.matches("front_body", before) || rules.matches("front_bare_name", before);
}

/// On the line below: the publisher or a role, which can be nothing else; another employer in a list, or
/// below the report's title.
std::optional<Affiliation> below_at(const PeopleText& text, std::size_t i, bool listed) {
    const AffiliationReader reader(text);
    auto found = reader.read_lines(i);
    if (!found) return std::nullopt;
    found->below = true;
    const auto& rules = text.knowledge().rules;
    if (!found->role.empty() || is_publisher(found->employer, rules)) return found;
    const bool titled = listed || is_titled(text.before(i), rules);
    return titled && !reader.date_follows(found->next) ? found : std::nullopt;
}

} // namespace

std::optional<Affiliation> affiliation_at(const PeopleText& text, std::size_t i, bool listed) {
    const AffiliationReader reader(text);
    if (text.is(i, ",") && text.is(i + 1, "(")) ++i;
    i = bracket_at(text, i);
    if (text.is(i, "(")) {
        auto found = reader.read(i + 1);
        if (!found) return found;
        if (text.is(found->next, ")")) ++found->next;
        found->in_brackets = true;
        reader.take_role_behind(*found);
        return found;
    }
    const bool comma_below = text.is(i, "\n") && text.is(i + 1, ",");
    if (text.is(i, ",") || comma_below || is_dash(text, i)) {
        const auto first = text.past_line_end((comma_below ? i + 1 : i) + 1);
        auto found = reader.read(first);
        if (found) reader.take_employer_below(*found);
        return found || is_dash(text, i) ? found : unknown_at(text, first);
    }
    if (text.is(i, "\n")) return below_at(text, i + 1, listed);
    if (text.is(i, "/")) {
        auto found = reader.read(i + 1);
        return found && reader.is_surely_employer(*found) ? found : std::nullopt;
    }
    if (text.is(i, "från") || text.is(i, "vid")) {
        auto found = reader.read(text.past_line_end(i + 1));
        return found && found->role.empty() ? found : std::nullopt;
    }
    // Without a sign only what cannot be a name.
    return i < text.size() && text.name_word(i).empty() ? reader.read(i) : std::nullopt;
}

std::optional<Affiliation> employer_at(const PeopleText& text, std::size_t i) {
    const AffiliationReader reader(text);
    auto found = reader.read(i);
    return found && reader.is_surely_employer(*found) && text.line_ends_at(found->next) ? found
                                                                                        : std::nullopt;
}

bool is_publisher(const std::string& employer, const rules::RuleSet& rules) {
    return rules.matches("publisher_name", employer);
}

} // namespace kompass
