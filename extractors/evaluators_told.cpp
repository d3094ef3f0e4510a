#include "extractors/evaluators_told.h"

#include "extractors/affiliation.h"
#include "extractors/identity_words.h"
#include "text/unicode.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace kompass {
namespace {

/// The sentence that goes on at the end of `text`, as far as it goes. A stop that a blank follows ends one.
std::string_view last_sentence(std::string_view text) {
    const auto stop = text.rfind(". ");
    return stop == std::string_view::npos ? text : text.substr(stop + 2);
}

/// What is said of an earlier evaluation, or of one in another year.
bool tells_of_another(std::string_view words, std::optional<int> year, const rules::RuleSet& rules) {
    if (rules.matches("earlier_evaluation_word", words)) return true;
    const auto said = rules.match("loose_date_word", words);
    return said && year && whole_number(said->group("year")) != year;
}

/// Two names, or one that has a role or an employer: prose is full of capitals.
bool are_persons(const std::vector<Person>& persons) {
    return persons.size() > 1 || std::any_of(persons.begin(), persons.end(), [](const Person& person) {
               return !person.affiliation.empty();
           });
}

class ToldPeople {
public:
    ToldPeople(std::optional<int> year, const rules::Knowledge& knowledge)
        : year_(year), knowledge_(knowledge) {}

    void hear(const Block& paragraph) {
        hear_before_people(paragraph);
        hear_behind_people(paragraph);
    }

    [[nodiscard]] std::vector<ToldPerson> persons() && { return std::move(persons_); }

private:
    /// "Utvärderare var Anna Berg och Per Ek".
    void hear_before_people(const Block& paragraph) {
        for (const auto* rule : knowledge_.rules.of_role("evaluators_sentence"))
            for (auto rest = paragraph.text; const auto found = rule->pattern.captures(rest);) {
                const auto people = found->at("people");
                const auto lead = rest.substr(0, rest.size() - people.size());
                if (!tells_of_another(last_sentence(lead), year_, knowledge_.rules))
                    add(people_at_head(people, knowledge_).persons, {rule->id, paragraph.places});
                rest = people;
            }
    }

    /// "Anna Berg och Per Ek har genomfört utvärderingen".
    void hear_behind_people(const Block& paragraph) {
        for (const auto* rule : knowledge_.rules.of_role("evaluators_sentence_end"))
            for (auto rest = paragraph.text; const auto found = rule->pattern.captures(rest);) {
                const auto verb = rest.find(found->at("verb"), rest.find(found->at("")));
                const auto end = verb + found->at("verb").size();
                const std::string lead(last_sentence(std::string_view(rest).substr(0, verb)));
                const auto goes_on = rest.substr(end, rest.find('.', end) - end);
                if (!tells_of_another(lead + goes_on, year_, knowledge_.rules))
                    add(people_at_end(lead), {rule->id, paragraph.places});
                rest.erase(0, end);
            }
    }

    /// The list that nothing but a sign parts from the end.
    [[nodiscard]] std::vector<Person> people_at_end(const std::string& lead) const {
        const auto lists = people_in(lead, knowledge_);
        if (lists.empty() || lists.back().of_others) return {};
        const auto between = std::string_view(lead).substr(lists.back().end);
        return between.find_first_not_of(" ,)") == std::string_view::npos ? lists.back().persons
                                                                          : std::vector<Person>();
    }

    void add(const std::vector<Person>& persons, const Heard& where) {
        if (!are_persons(persons)) return;
        for (const auto& person : persons) {
            const bool known = std::any_of(persons_.begin(), persons_.end(), [&](const ToldPerson& other) {
                return unicode::folded(other.person.name) == unicode::folded(person.name);
            });
            if (!known && !person.unsure) persons_.push_back({person, where});
        }
    }

    std::optional<int> year_;
    const rules::Knowledge& knowledge_;
    std::vector<ToldPerson> persons_;
};

/// A stop that a blank and a capital follow ends a sentence.
std::vector<std::string> sentences_in(const std::string& paragraph) {
    std::vector<std::string> sentences;
    std::size_t begin = 0;
    for (auto stop = paragraph.find(". "); stop != std::string::npos; stop = paragraph.find(". ", stop + 1)) {
        if (!unicode::starts_with_upper(std::string_view(paragraph).substr(stop + 2))) continue;
        sentences.push_back(paragraph.substr(begin, stop - begin));
        begin = stop + 2;
    }
    sentences.push_back(paragraph.substr(begin));
    return sentences;
}

bool may_be_evaluators(const PeopleList& list, const rules::RuleSet& rules) {
    if (list.of_others) return false;
    return list.persons.size() > 1 ||
           std::any_of(list.persons.begin(), list.persons.end(),
                       [&](const Person& person) { return is_publisher(person.employer, rules); });
}

} // namespace

std::vector<ToldPerson> told_evaluators(const Blocks& blocks, std::optional<int> year,
                                        const rules::Knowledge& knowledge) {
    ToldPeople told(year, knowledge);
    for (const auto& block : blocks)
        if (block.kind != BlockKind::table && !block.text.empty()) told.hear(block);
    return std::move(told).persons();
}

std::vector<Person> perhaps_evaluators(const Blocks& blocks, std::optional<int> year,
                                       const rules::Knowledge& knowledge) {
    const auto& rules = knowledge.rules;
    std::vector<Person> persons;
    for (const auto& block : blocks) {
        if (block.kind == BlockKind::table || !rules.matches("evaluation_word", block.text)) continue;
        for (const auto& sentence : sentences_in(block.text)) {
            if (!rules.matches("evaluation_word", sentence) || tells_of_another(sentence, year, rules))
                continue;
            for (const auto& list : people_in(sentence, knowledge))
                if (may_be_evaluators(list, rules))
                    persons.insert(persons.end(), list.persons.begin(), list.persons.end());
        }
    }
    return persons;
}

std::optional<int> told_number(const Blocks& blocks, const rules::RuleSet& rules) {
    for (const auto& block : blocks)
        if (const auto found = rules.match("evaluators_number", block.text))
            if (const auto place = place_in_list(rules, "small_numbers", found->group("number")))
                return *place + 1;
    return std::nullopt;
}

} // namespace kompass
