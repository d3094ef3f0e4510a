#include "extractors/identity.h"

#include "extractors/cover.h"
#include "extractors/evaluators.h"
#include "extractors/identity_body.h"
#include "extractors/identity_time.h"
#include "extractors/identity_words.h"
#include "model/record_facts.h"
#include "text/unicode.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <utility>

namespace kompass {
namespace {

void find_circumstances(const Blocks& blocks, const rules::RuleSet& rules, Record& record) {
    for (const auto& block : blocks) {
        if (block.kind == BlockKind::table || block.text.empty()) continue;
        if (!record.ordinal)
            if (const auto match = rules.match("evaluation_ordinal", block.text))
                record.ordinal = place_in_list(rules, "ordinals", match->group("ordinal"));
        if (!record.interviewees)
            if (const auto match = rules.match("interviewees", block.text)) {
                record.interviewees = whole_number(match->group("number"));
                if (const auto word = match->group("word"); !record.interviewees && !word.empty())
                    if (const auto tens = place_in_list(rules, "tens", word))
                        record.interviewees = 10 * *tens;
            }
    }
}

/// A name met again, with what stands behind it there.
Person fuller(const Person& known, const Person& again) {
    auto person = again;
    person.name = known.name;
    person.unsure = known.unsure;
    return person;
}

/// Adds those that are not there yet; sites repeat a cover. The fuller entry of a name stays.
void add_persons(const std::vector<Person>& more, std::vector<Person>& persons) {
    for (const auto& person : more) {
        const auto same = std::find_if(persons.begin(), persons.end(), [&](const Person& known) {
            return unicode::folded(known.name) == unicode::folded(person.name);
        });
        if (same == persons.end())
            persons.push_back(person);
        else if (same->affiliation.empty() && !(person.affiliation.empty() && person.employer.empty()))
            *same = fuller(*same, person);
    }
}

/// A title's bare name could be a person's.
std::string without_bare_title(std::string text, const rules::RuleSet& rules) {
    for (const char* role : {"front_body", "front_bare_name"})
        if (const auto found = rules.match(role, text)) {
            const auto title = found->group("name");
            const auto name = text.find(title, text.find(found->group("")));
            std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(name), title.size(), '#');
        }
    return text;
}

/// Evaluators, and names that may be of some: on a line of their own, or, hardly, on two lines or behind a
/// label that no rule knows.
struct Found {
    std::vector<Person> sure, perhaps, hardly;
};

/// Takes the evaluators out of the text: their employers say nothing about the report's municipality.
Found take_persons(std::string& text, const rules::Knowledge& knowledge) {
    Found found;
    for (const auto& list : people_in(without_bare_title(text, knowledge.rules), knowledge)) {
        if (!list.sure) {
            if (list.opens_line && !list.guessed) add_persons(list.persons, found.perhaps);
            if (list.other_label || (list.opens_line && list.guessed))
                add_persons(list.persons, found.hardly);
            continue;
        }
        add_persons(list.persons, found.sure);
        for (auto at = list.begin; at < list.end; ++at)
            if (text[at] != '\n') text[at] = ' ';
    }
    return found;
}

/// Takes them out of both parts. Below the contents they stand where the cover has none.
std::vector<Person> take_persons(Front& front, const rules::Knowledge& knowledge) {
    auto above = take_persons(front.cover, knowledge);
    auto below = take_persons(front.contents, knowledge);
    auto persons = above.sure.empty() ? below.sure : above.sure;
    auto perhaps = above.perhaps;
    if (persons.empty() && perhaps.empty()) perhaps = above.hardly;
    for (auto& person : perhaps)
        person.unsure = true;
    add_persons(perhaps, persons);
    return persons;
}

std::vector<Person> persons_in_text(const Blocks& blocks, const rules::Knowledge& knowledge) {
    std::vector<Person> persons;
    for (const auto& block : blocks)
        if (const auto sentence = knowledge.rules.match("evaluators_sentence", block.text))
            for (const auto& person : people_at_head(sentence->group("people"), knowledge).persons)
                if (!person.unsure) add_persons({person}, persons);
    return persons;
}

std::set<std::string> names_of(const std::vector<Person>& persons) {
    std::set<std::string> names;
    for (const auto& person : persons)
        names.insert(unicode::folded(person.name));
    return names;
}

std::string listed(const std::vector<Person>& persons) {
    std::string list;
    for (const auto& person : persons)
        list += (list.empty() ? "" : "; ") + described(person);
    return list;
}

void doubt_evaluators(Record& record, std::string message) {
    add_doubt(record.doubtful, "evaluators");
    record.troubles.push_back(
        {Severity::warning, "evaluators-unsure", std::move(message), record.file, std::nullopt, ""});
}

Evaluator detail_of(const Person& person) {
    Evaluator detail{person.name, person.role, person.employer, {}};
    if (person.unsure) detail.doubtful.emplace_back("name");
    if (person.role_unsure) detail.doubtful.emplace_back("role");
    if (person.employer_unsure) detail.doubtful.emplace_back("employer");
    return detail;
}

void find_evaluators(const std::vector<Person>& on_cover, const std::vector<Person>& in_text,
                     Record& record) {
    const auto& persons = on_cover.empty() ? in_text : on_cover;
    for (const auto& person : persons) {
        record.evaluators.push_back(described(person));
        record.evaluator_details.push_back(detail_of(person));
    }
    const bool unsure =
        std::any_of(persons.begin(), persons.end(), [](const Person& person) { return person.unsure; });
    if (unsure)
        doubt_evaluators(record,
                         "a name may be cut, run together or none of an evaluator: " + listed(persons));
    if (!on_cover.empty() && !in_text.empty() && names_of(on_cover) != names_of(in_text))
        doubt_evaluators(
            record, fmt::format("the cover names {}; the text names {}", listed(on_cover), listed(in_text)));
}

} // namespace

void extract_identity(const Document& document, const Blocks& blocks, const rules::Knowledge& knowledge,
                      Record& record) {
    auto front = front_of(document, knowledge.rules);
    const auto all = front.cover + "\n" + front.contents;
    const auto persons = take_persons(front, knowledge);
    find_body(front.cover + "\n" + front.contents, blocks, document.info, knowledge, record);
    find_time(all, blocks, document.info, knowledge.rules, record);
    find_circumstances(blocks, knowledge.rules, record);
    find_evaluators(persons, persons_in_text(blocks, knowledge), record);
    find_document_date(all, document, knowledge.rules, record);
}

} // namespace kompass
