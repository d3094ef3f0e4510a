#include "extractors/evaluators.h"

#include "extractors/affiliation.h"
#include "extractors/identity_words.h"
#include "extractors/people_text.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <optional>

namespace kompass {
namespace {

enum class Case { neutral, capitals, mixed };

/// Initials are of either kind: "J.", "K-G", "PO".
Case case_of(std::string_view word) {
    constexpr std::ptrdiff_t most_initials = 2;
    const auto points = unicode::code_points(word);
    const auto letters = std::count_if(points.begin(), points.end(), unicode::is_letter);
    if (word.back() == '.' || letters <= most_initials) return Case::neutral;
    return std::all_of(points.begin(), points.end(),
                       [](char32_t point) { return !unicode::is_letter(point) || unicode::is_upper(point); })
               ? Case::capitals
               : Case::mixed;
}

bool is_particle(std::string_view word) {
    constexpr std::array<std::string_view, 13> particles = {"von", "af", "av", "de",  "van", "der", "la",
                                                            "di",  "du", "le", "den", "ter", "zu"};
    return std::find(particles.begin(), particles.end(), word) != particles.end();
}

/// "den yngre", "den äldre": of the name.
bool tells_age(std::string_view word) {
    constexpr std::array<std::string_view, 4> words = {"d.y.", "d.ä.", "d.y", "d.ä"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_kind_of_place(std::string_view word) {
    const auto folded = unicode::folded(word);
    return folded == "kommun" || folded == "stad";
}

/// What stands between a person and the one before.
enum class Link {
    none,        ///< nothing, or it is the first
    line_end,    ///< no more than that
    comma,       ///< commas, on one line
    conjunction, ///< "och", "i samarbete med"
};

class PeopleParser {
public:
    PeopleParser(std::string_view text, const rules::Knowledge& knowledge)
        : text_(text, knowledge), knowledge_(knowledge) {}

    std::vector<PeopleList> all() {
        std::vector<PeopleList> lists;
        bool heads_columns = false;
        for (std::size_t i = 0; i < text_.size();) {
            const auto label = label_at(i);
            auto next = label ? label->behind : i;
            auto list = list_at(next, label.has_value());
            if (label) tell_of_all(list.persons, *label);
            if (label) list.label_rule = label->rule;
            if (label && is_of_earlier(i)) {
                list.of_others = true;
                list.sure = false;
            }
            // Its line goes on with no name: a head of columns whose lines were run together.
            if (label && list.persons.empty() && !text_.line_ends_at(next) && !text_.line_begins_at(next))
                heads_columns = true;
            for (auto& person : list.persons)
                person.unsure = person.unsure || heads_columns;
            if (list.persons.empty()) {
                ++i;
                continue;
            }
            list.begin = text_[i].begin;
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
        bool guessed = false; ///< its lines may be of two things
    };

    /// A person and what sharing goes by.
    struct Listed {
        Person person;
        Link link = Link::none;
        bool guessed = false; ///< as of its name
        bool has_role_or_employer = false;
        bool below = false;  ///< they stand below the name
        bool of_one = false; ///< the employer stands in brackets: by itself it is that of the last alone
        bool of_all = false; ///< "båda SKL"
    };

    [[nodiscard]] bool ends_clause(std::size_t i) const {
        return text_.line_ends_at(i) || text_.is(i, ",") || text_.is(i, "(");
    }

    struct Label {
        std::size_t behind = 0;    ///< the first token behind it
        std::string employer{};    ///< that it names for all: "Utvärderare från SKL:"
        std::string role{};        ///< "Biträdande utvärderare:"
        std::optional<int> year{}; ///< "Utvärdering 2014:"
        std::string rule{};        ///< by which it is known
    };

    [[nodiscard]] std::optional<Label> label_at(std::size_t i) const {
        const auto rest = text_.rest_from(i);
        const auto label = knowledge_.rules.match("evaluators_label", rest);
        if (!label) return std::nullopt;
        return Label{text_.token_at(text_[i].begin + rest.size() - label->group("people").size()),
                     label->group("employer"), label->group("role"), whole_number(label->group("year")),
                     label->rule->id};
    }

    static void tell_of_all(std::vector<Person>& persons, const Label& label) {
        for (auto& person : persons) {
            if (person.employer.empty()) person.employer = label.employer;
            if (person.role.empty()) person.role = label.role;
            person.year = label.year;
        }
    }

    /// Where the line begins that says whose names stand at `i`: that of `i`, or the one above if it ends as
    /// a label does and `i` begins a line.
    [[nodiscard]] std::size_t label_line_of(std::size_t i) const {
        const bool below_label = i > 1 && text_.is(i - 1, "\n") && text_.is(i - 2, ":");
        auto first = below_label ? i - 2 : i;
        while (!text_.line_begins_at(first))
            --first;
        return first;
    }

    /// "Save as:", on the line or above.
    [[nodiscard]] bool is_labelled(std::size_t i) const {
        return i > 0 && (text_.is(i - 1, ":") || (i > 1 && text_.is(i - 1, "\n") && text_.is(i - 2, ":")));
    }

    /// "Mottagare: kommunchef Anna Berg": what stands before says that it is another's.
    [[nodiscard]] bool is_of_others(std::size_t i) const {
        const auto first = label_line_of(i);
        return first < i &&
               knowledge_.rules.matches("other_people_word", text_.before(i).substr(text_[first].begin));
    }

    /// "Den förra utvärderingen gjordes av": what stands before the label in its sentence tells of another.
    [[nodiscard]] bool is_of_earlier(std::size_t label) const {
        auto first = label;
        while (!text_.line_begins_at(first) && !text_[first - 1].text.ends_with('.'))
            --first;
        return first < label && knowledge_.rules.matches("earlier_evaluation_word",
                                                         text_.before(label).substr(text_[first].begin));
    }

    /// A small word stands before them on their line, or behind: they are named in a sentence, which may say
    /// anything of them. Those of titles and dates are none of a sentence.
    [[nodiscard]] bool stand_in_sentence(std::size_t first, std::size_t next) const {
        const auto is_of_sentence = [&](std::size_t i) {
            const auto word = text_[i].text;
            if (word == "av")
                return i > 0 && unicode::starts_with_lower(text_[i - 1].text); // not "Analys av"
            return unicode::starts_with_lower(word) && !text_.is_conjunction(i) &&
                   !knowledge_.rules.matches("no_name_word", word);
        };
        const bool before = !text_.line_begins_at(first) && is_of_sentence(first - 1);
        return before || (!text_.line_ends_at(next) && is_of_sentence(next));
    }

    /// A name wraps where one of its words is left alone on either side of the line end.
    [[nodiscard]] bool wraps(std::size_t words, std::size_t line_end, bool in_list) const {
        const auto next = text_.name_words_from(line_end + 1);
        if (next == 0 || words == 0) return false;
        if (words == 1 && in_list) return true;
        if (next != 1) return false;
        const auto behind = line_end + 1 + next;
        if (words > 1) return text_.is(behind, ",") || text_.is(behind, "(");
        return is_alone(line_end - 1) && affiliation_at(text_, behind, false).has_value() &&
               !text_.line_ends_at(behind);
    }

    /// No label and no employer says that it is a name: one word more on the line below, and nothing else.
    [[nodiscard]] bool may_wrap(std::size_t line_end, bool in_list) const {
        const auto next = line_end + 1;
        const auto behind = next + 1;
        if (in_list || text_.name_words_from(next) != 1 || !text_.line_ends_at(behind) || is_place(next))
            return false;
        if (text_.name_words_from(behind + 1) == 1 && text_.line_ends_at(behind + 2))
            return false; // a list of words
        return text_.line_begins_at(line_end - 1) ? is_alone(line_end - 1) : true;
    }

    /// The one word of its line, and no municipality's name.
    [[nodiscard]] bool is_alone(std::size_t i) const { return text_.line_begins_at(i) && !is_place(i); }
    [[nodiscard]] bool is_place(std::size_t i) const {
        return knowledge_.municipalities.named(text_[i].text) != nullptr;
    }

    [[nodiscard]] Name name_at(std::size_t i, bool in_list) const {
        Name name{{}, i};
        auto kind = Case::neutral;
        for (;;) {
            if (text_.is(name.next, "\n") && !name.words.empty()) {
                const bool wrapped = wraps(name.words.size(), name.next, in_list);
                name.guessed = name.guessed || (!wrapped && may_wrap(name.next, in_list));
                if (wrapped || name.guessed) ++name.next;
            }
            if (name.next >= text_.size()) break;
            const auto token = text_[name.next].text;
            if (!name.words.empty() && (take_particles(name) || take_age(name))) continue;
            const auto word = text_.name_word(name.next);
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

    /// "de la", with more of the name behind them.
    bool take_particles(Name& name) const {
        auto words = name.words;
        auto next = name.next;
        while (next < text_.size() && is_particle(text_[next].text)) {
            words.push_back(text_[next].text);
            next = text_.past_line_end(next + 1);
        }
        if (next == name.next || text_.name_word(next).empty()) return false;
        name.words = std::move(words);
        name.next = next;
        return true;
    }

    bool take_age(Name& name) const {
        if (!tells_age(text_[name.next].text)) return false;
        name.words.push_back(text_[name.next].text);
        ++name.next;
        return true;
    }

    /// "A N A L Y S": a title, spaced.
    [[nodiscard]] static bool is_spaced(const std::vector<std::string_view>& words) {
        return std::all_of(words.begin(), words.end(),
                           [](std::string_view word) { return unicode::code_points(word).size() == 1; });
    }

    /// "Anna Berg Sala kommun" without a comma: the register parts it.
    void part_employer(Name& name, Person& person) const {
        if (name.next >= text_.size() || !is_kind_of_place(text_[name.next].text)) return;
        for (std::size_t words = std::min<std::size_t>(2, name.words.size()); words > 0; --words) {
            const auto place = text_.phrase(name.next - words, name.next + 1);
            if (knowledge_.municipalities.named(place) == nullptr) continue;
            name.words.resize(name.words.size() - words);
            person.affiliation = place;
            person.employer = place;
            ++name.next;
            return;
        }
        name.words.clear(); // a municipality, or something like it
    }

    [[nodiscard]] bool may_be_two(const std::vector<std::string_view>& words) const {
        const auto full = std::count_if(words.begin(), words.end(), [](std::string_view word) {
            return !word.ends_with('.') && !is_particle(word) && !tells_age(word);
        });
        return full > 3 || (full == 3 && knowledge_.municipalities.named(words.front()) != nullptr);
    }

    /// "Kommunchef Anna Berg": a role before the name, unless it may be that of the person before it.
    void take_role_before(std::size_t first, Person& person) const {
        if (!person.role.empty()) return;
        constexpr std::size_t most_words = 3; // "tillförordnad vice kommunchef"
        std::size_t begin = first;
        for (auto i = first; i-- > 0 && first - i <= most_words && !text_.is(i, "\n");)
            if (text_.behind("affiliation_role", "role", i) == first) begin = i;
        if (begin == first) return;
        person.role = text_.phrase(begin, first);
        const bool its_own = text_.line_begins_at(begin) || text_.is_conjunction(begin - 1) ||
                             text_.is(begin - 1, "av") || text_.is(begin - 1, ":");
        person.role_unsure = !its_own;
    }

    /// What stands behind a name that ends before `next`: behind a stop, which a scan made of a comma, only
    /// what can be nothing but an employer.
    [[nodiscard]] std::optional<Affiliation> behind_name(std::size_t next, bool listed) const {
        const auto word = text_.name_word(next - 1);
        const bool stopped = !word.empty() && word.size() < text_[next - 1].text.size();
        return stopped && !text_.line_ends_at(next) ? employer_at(text_, next)
                                                    : affiliation_at(text_, next, listed);
    }

    /// Empty name: there is none. `next` moves behind the person.
    Listed person_at(std::size_t& next, bool in_list, bool listed) const {
        Listed found;
        const auto first = next;
        auto& person = found.person;
        auto name = name_at(next, in_list);
        part_employer(name, person);
        if (name.words.empty() || is_spaced(name.words)) return {};
        for (const auto word : name.words)
            person.name += (person.name.empty() ? "" : " ") + std::string(word);
        const bool cut = name.words.size() < 2;
        if ((cut && !in_list) || knowledge_.municipalities.named(person.name) != nullptr) return {};
        person.unsure = cut || name.guessed || may_be_two(name.words);
        next = name.next;
        if (person.affiliation.empty())
            if (const auto behind = behind_name(next, listed)) {
                person.affiliation = behind->text;
                person.role = behind->role;
                person.employer = behind->employer;
                person.role_unsure = behind->role_unsure;
                person.employer_unsure = behind->employer_unsure;
                found.below = behind->below;
                found.of_one = behind->in_brackets;
                found.of_all = behind->of_all;
                next = behind->next;
            }
        take_role_before(first, person);
        found.guessed = name.guessed;
        found.has_role_or_employer = !person.affiliation.empty();
        return found;
    }

    /// Moves `next` behind what parts two persons.
    Link skip_separator(std::size_t& next) const {
        auto link = Link::none;
        while (next < text_.size()) {
            auto one = Link::none;
            auto behind = next + 1;
            if (text_.is(next, "\n")) one = Link::line_end; // Blank lines are gone.
            if (text_.is(next, ",")) one = Link::comma;
            if (text_.is_conjunction(next)) one = Link::conjunction;
            if (const auto joined = text_.behind("persons_join", "join", next)) {
                one = Link::conjunction;
                behind = *joined;
            }
            if (one == Link::none) break;
            link = std::max(link, one);
            next = behind;
        }
        return link;
    }

    /// An employer behind the last of several is that of those before him who have neither role nor employer
    /// of their own. Of the publisher of the evaluations that is sure; another may have sent the last alone.
    void share_employers(std::vector<Listed>& listed) const {
        for (std::size_t last = listed.size(); last-- > 1;) {
            const auto& giver = listed[last];
            if (giver.person.employer.empty() && !giver.person.employer_unsure) continue;
            const bool stacked = giver.below && giver.link == Link::line_end;
            if (giver.link != Link::conjunction && !stacked) continue;
            const bool is_shared =
                giver.of_all || (!giver.of_one && is_publisher(giver.person.employer, knowledge_.rules));
            const bool sure = !stacked && !giver.person.employer_unsure && is_shared;
            for (std::size_t i = last; i-- > 0 && !listed[i].has_role_or_employer;) {
                listed[i].person.employer = giver.person.employer;
                listed[i].person.employer_unsure = !sure;
                const auto before = listed[i].link;
                if (stacked ? before != Link::line_end : before != Link::comma && before != Link::conjunction)
                    break;
            }
        }
    }

    /// Behind a sign that a role or an employer stands behind; no rule knows what it is.
    [[nodiscard]] bool something_follows(std::size_t i) const {
        return (text_.is(i, ",") || text_.is(i, "(")) && !text_.line_ends_at(i + 1);
    }

    /// Behind "fil. dr" where a name follows.
    [[nodiscard]] std::size_t past_role(std::size_t i) const {
        const auto behind = text_.behind("affiliation_role", "role", i);
        return behind && text_.name_words_from(*behind) > 1 ? *behind : i;
    }

    PeopleList list_at(std::size_t& next, bool labelled) const {
        PeopleList list;
        const auto first = next;
        list.labelled = labelled;
        list.of_others = !labelled && is_of_others(first);
        list.other_label = !labelled && (list.of_others || is_labelled(first));
        std::vector<Listed> listed;
        bool joined = false;
        auto link = Link::none;
        for (auto at = next; at < text_.size();) {
            const bool in_list = listed.empty() ? labelled : link > Link::line_end;
            if (in_list) at = past_role(at);
            const bool surely_listed = labelled || std::any_of(listed.begin(), listed.end(),
                                                               [](const Listed& one) { return one.below; });
            auto person = person_at(at, in_list, surely_listed);
            if (person.person.name.empty()) break;
            person.link = link;
            listed.push_back(std::move(person));
            next = at;
            if (list.other_label && text_.line_ends_at(at)) break;
            link = skip_separator(at);
            joined = joined || (link > Link::line_end && at < text_.size());
        }
        if (listed.empty()) return list;
        auto& last = listed.back();
        if (!last.has_role_or_employer && something_follows(next)) last.person.employer_unsure = true;
        list.begin = text_[first].begin;
        list.end = text_[next - 1].end();
        list.opens_line = text_.line_begins_at(first) && ends_clause(next);
        const bool employed = std::any_of(listed.begin(), listed.end(),
                                          [](const Listed& one) { return one.has_role_or_employer; });
        list.guessed =
            std::any_of(listed.begin(), listed.end(), [](const Listed& one) { return one.guessed; });
        share_employers(listed);
        for (auto& one : listed)
            list.persons.push_back(std::move(one.person));
        list.in_sentence = !labelled && stand_in_sentence(first, next);
        list.sure = labelled || (!list.other_label && !list.in_sentence &&
                                 (employed || (joined && list.persons.size() > 1)));
        return list;
    }

    PeopleText text_;
    const rules::Knowledge& knowledge_;
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
