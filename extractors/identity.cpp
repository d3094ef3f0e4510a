#include "extractors/identity.h"

#include "extractors/cover.h"
#include "extractors/evaluators.h"
#include "extractors/identity_body.h"
#include "extractors/identity_time.h"
#include "extractors/identity_words.h"
#include "extractors/people_text.h"
#include "extractors/witnesses.h"
#include "model/record_facts.h"
#include "text/unicode.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <set>
#include <utility>

namespace kompass {
namespace {

void tell_where(CellField field, const rules::RuleMatch& match, Places places, Record& record) {
    record.provenance.push_back({report_cell(field), 0, match.rule->id, std::move(places)});
}

/// "Kommunens andra utvärdering", as a line of the cover.
void find_ordinal_on_cover(const FrontLines& cover, const rules::RuleSet& rules, Record& record) {
    const auto match = rules.match("cover_ordinal", cover.text);
    if (!match) return;
    const auto word = match->group("ordinal");
    record.ordinal = place_in_list(rules, "ordinals", word.empty() ? match->group("later") : word);
    if (record.ordinal) tell_where(CellField::ordinal, *match, cover.places.of(match->group("")), record);
}

void take_ordinal(const rules::RuleMatch& match, const Places& places, const rules::RuleSet& rules,
                  Record& record) {
    record.ordinal = place_in_list(rules, "ordinals", match.group("ordinal"));
    if (record.ordinal) tell_where(CellField::ordinal, match, places, record);
}

void take_interviewees(const rules::RuleMatch& match, const Places& places, const rules::RuleSet& rules,
                       Record& record) {
    record.interviewees = whole_number(match.group("number"));
    if (const auto word = match.group("word"); !record.interviewees && !word.empty())
        if (const auto tens = place_in_list(rules, "tens", word)) record.interviewees = 10 * *tens;
    if (record.interviewees) tell_where(CellField::interviewees, match, places, record);
}

void find_circumstances(const Blocks& blocks, const rules::RuleSet& rules, Record& record) {
    for (const auto& block : blocks) {
        if (block.kind == BlockKind::table || block.text.empty()) continue;
        if (!record.ordinal)
            if (const auto match = rules.match("evaluation_ordinal", block.text))
                take_ordinal(*match, block.places, rules, record);
        if (!record.interviewees)
            if (const auto match = rules.match("interviewees", block.text))
                take_interviewees(*match, block.places, rules, record);
    }
}

/// A name met again, with what stands behind it there.
Person fuller(const Person& known, const Person& again) {
    auto person = again;
    person.name = known.name;
    person.unsure = known.unsure;
    return person;
}

/// A person, and where the front names him first.
struct Met {
    Person person;
    std::size_t at = 0;
    bool listed = false; ///< behind a label, or beside others
    Heard where{};
};

/// Adds those that are not there yet; sites repeat a cover. The fuller entry of a name stays.
void add_met(const std::vector<Met>& more, std::vector<Met>& met) {
    for (const auto& one : more) {
        const auto same = std::find_if(met.begin(), met.end(), [&](const Met& known) {
            return unicode::folded(known.person.name) == unicode::folded(one.person.name);
        });
        if (same == met.end())
            met.push_back(one);
        else if (same->person.affiliation.empty() &&
                 !(one.person.affiliation.empty() && one.person.employer.empty()))
            same->person = fuller(same->person, one.person);
    }
}

std::vector<Met> met_in(const PeopleList& list, const FrontPlaces& places) {
    std::vector<Met> met;
    for (const auto& person : list.persons)
        met.push_back({person,
                       list.begin,
                       list.labelled || list.persons.size() > 1,
                       {list.label_rule, places.of(person.name)}});
    return met;
}

/// A title's bare name could be a person's.
std::string without_bare_title(std::string text, const rules::RuleSet& rules) {
    for (const char* role : {"front_body", "front_bare_name"})
        if (const auto found = rules.match(role, text)) {
            const auto title = found->group("name");
            const auto name = text.find(title, text.find(found->group("")));
            std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(name), title.size(), title_mark);
        }
    return text;
}

/// Evaluators, and names that may be of some: on a line of their own, or, hardly, on two lines or behind a
/// label that no rule knows.
struct Found {
    std::vector<Met> sure, perhaps, hardly;
};

/// Takes the evaluators out of the text: their employers say nothing about the report's municipality.
Found take_persons(std::string& text, const FrontPlaces& places, const rules::Knowledge& knowledge) {
    Found found;
    for (const auto& list : people_in(without_bare_title(text, knowledge.rules), knowledge)) {
        if (!list.sure) {
            if (list.opens_line && !list.guessed) add_met(met_in(list, places), found.perhaps);
            if (list.other_label || (list.opens_line && list.guessed))
                add_met(met_in(list, places), found.hardly);
            continue;
        }
        add_met(met_in(list, places), found.sure);
        for (auto at = list.begin; at < list.end; ++at)
            if (text[at] != '\n') text[at] = ' ';
    }
    return found;
}

/// Takes them out of both parts, in the order in which they stand. Below the contents they stand where the
/// cover has none.
std::vector<Met> take_persons(Front& front, const rules::Knowledge& knowledge) {
    auto above = take_persons(front.cover, front.places, knowledge);
    auto below = take_persons(front.contents, front.places, knowledge);
    auto met = above.sure.empty() ? below.sure : above.sure;
    auto perhaps = above.perhaps;
    if (met.empty() && perhaps.empty()) perhaps = above.hardly;
    for (auto& one : perhaps)
        one.person.unsure = true;
    add_met(perhaps, met);
    if (!above.sure.empty())
        std::stable_sort(met.begin(), met.end(), [](const Met& a, const Met& b) { return a.at < b.at; });
    return met;
}

std::vector<Met> met_in_text(const Blocks& blocks, const rules::Knowledge& knowledge) {
    std::vector<Met> met;
    for (const auto& block : blocks)
        if (const auto sentence = knowledge.rules.match("evaluators_sentence", block.text))
            for (const auto& person : people_at_head(sentence->group("people"), knowledge).persons)
                if (!person.unsure) add_met({{person, 0, true, {sentence->rule->id, block.places}}}, met);
    return met;
}

/// Hardly anybody evaluates the municipality that employs him: whom only his employer made an evaluator is
/// none, who stands in a list of them is looked at.
std::vector<Met> evaluators_among(const std::vector<Met>& met, const rules::Knowledge& knowledge,
                                  Record& record) {
    std::vector<Met> evaluators;
    for (const auto& one : met) {
        const auto* employer = knowledge.municipalities.named(one.person.employer);
        const bool own = employer != nullptr && employer->code == record.municipality_code;
        if (own && !one.listed) {
            record.troubles.push_back(
                {Severity::note, "own-staff",
                 fmt::format("{} is employed by the municipality that the report is about "
                             "and was not taken for an evaluator",
                             described(one.person)),
                 record.file, std::nullopt, ""});
            continue;
        }
        evaluators.push_back(one);
        auto& person = evaluators.back().person;
        person.unsure = person.unsure || own;
    }
    return evaluators;
}

std::set<std::string> names_of(const std::vector<Met>& met) {
    std::set<std::string> names;
    for (const auto& one : met)
        names.insert(unicode::folded(one.person.name));
    return names;
}

std::string listed(const std::vector<Met>& met) {
    std::string list;
    for (const auto& one : met)
        list += (list.empty() ? "" : "; ") + described(one.person);
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

void find_evaluators(const std::vector<Met>& on_cover, const std::vector<Met>& in_text, bool labelled,
                     Record& record) {
    const auto& met = on_cover.empty() ? in_text : on_cover;
    for (const auto& [person, at, in_list, where] : met) {
        record.evaluators.push_back(described(person));
        record.evaluator_details.push_back(detail_of(person));
        const auto position = static_cast<int>(record.evaluators.size());
        record.provenance.push_back(
            {report_cell(CellField::evaluator, position), 0, where.rule, where.places});
    }
    if (met.empty() && labelled)
        doubt_evaluators(record,
                         "the first pages speak of evaluators, but no name was read there; look at them");
    const bool unsure = std::any_of(met.begin(), met.end(), [](const Met& one) { return one.person.unsure; });
    if (unsure)
        doubt_evaluators(record, "a name may be cut, run together or none of an evaluator: " + listed(met));
    if (!on_cover.empty() && !in_text.empty() && names_of(on_cover) != names_of(in_text))
        doubt_evaluators(
            record, fmt::format("the cover names {}; the text names {}", listed(on_cover), listed(in_text)));
}

/// Each word once; a report's page heads repeat its title.
void tell_respelt(const std::vector<Respelt>& respelt, Record& record) {
    std::set<std::string> told;
    for (const auto& word : respelt)
        if (told.insert(word.seen).second)
            record.troubles.push_back(
                {Severity::note, "cover-respelt",
                 fmt::format("the cover's '{}' was read as '{}'", word.seen, word.meant), record.file,
                 std::nullopt, ""});
}

} // namespace

void extract_identity(const Document& document, const Blocks& blocks, const rules::Knowledge& knowledge,
                      Record& record) {
    auto front = front_of(document, knowledge.rules);
    const auto all = front.cover + "\n" + front.contents;
    const auto met = take_persons(front, knowledge);
    const FrontLines lines{all, front.places};
    find_body(front.cover + "\n" + front.contents, front.places, blocks, document, knowledge, record);
    find_time(lines, blocks, document.info, knowledge.rules, record);
    find_circumstances(blocks, knowledge.rules, record);
    if (!record.ordinal) find_ordinal_on_cover(lines, knowledge.rules, record);
    const auto on_cover = evaluators_among(met, knowledge, record);
    const auto in_text = evaluators_among(met_in_text(blocks, knowledge), knowledge, record);
    find_evaluators(on_cover, in_text, knowledge.rules.matches("evaluators_word", all), record);
    find_document_date(lines, document, knowledge.rules, record);
    tell_respelt(front.respelt, record);
}

} // namespace kompass
