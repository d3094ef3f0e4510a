#include "extractors/identity.h"

#include "extractors/city_part.h"
#include "extractors/cover.h"
#include "extractors/evaluators.h"
#include "extractors/evaluators_told.h"
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

/// A title's bare name could be a person's, and a district above its city one who is employed there:
/// `districts` tells whether the front speaks of any.
std::string without_bare_title(std::string text, bool districts, const rules::Knowledge& knowledge) {
    const auto blank_out = [&](const std::string& title, std::size_t from) {
        const auto name = text.find(title, from);
        std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(name), title.size(), title_mark);
    };
    for (const char* role : {"front_body", "front_bare_name"})
        if (const auto found = knowledge.rules.match(role, text))
            blank_out(found->group("name"), text.find(found->group("")));
    if (const auto part = part_of_city_in(text, knowledge); part && districts) blank_out(part->name, 0);
    return text;
}

/// Evaluators, and names that may be of some: on a line of their own, or, hardly, on two lines or behind a
/// label that no rule knows.
struct Found {
    std::vector<Met> sure, perhaps, hardly;
};

/// Takes the evaluators out of the text: their employers say nothing about the report's municipality.
Found take_persons(std::string& text, const FrontPlaces& places, bool districts,
                   const rules::Knowledge& knowledge) {
    Found found;
    for (const auto& list : people_in(without_bare_title(text, districts, knowledge), knowledge)) {
        if (!list.sure) {
            if (list.of_others) continue;
            const bool hardly = list.other_label || list.in_sentence || (list.opens_line && list.guessed);
            if (hardly)
                add_met(met_in(list, places), found.hardly);
            else if (list.opens_line)
                add_met(met_in(list, places), found.perhaps);
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
Found take_persons(Front& front, const rules::Knowledge& knowledge) {
    const bool districts = speaks_of_districts(front.cover) || speaks_of_districts(front.contents);
    auto above = take_persons(front.cover, front.places, districts, knowledge);
    auto below = take_persons(front.contents, front.places, districts, knowledge);
    if (!above.sure.empty()) return above;
    for (auto& one : below.sure)
        one.at += front.cover.size();
    above.sure = std::move(below.sure);
    return above;
}

/// Those that a cover names, in its order. Names of which hardly anything says that they are evaluators are
/// heard where nobody else is named.
std::vector<Met> on_cover(Found found, bool told_elsewhere) {
    auto met = found.sure;
    auto perhaps = found.perhaps;
    if (met.empty() && perhaps.empty() && !told_elsewhere) perhaps = found.hardly;
    for (auto& one : perhaps)
        one.person.unsure = true;
    add_met(perhaps, met);
    std::stable_sort(met.begin(), met.end(), [](const Met& a, const Met& b) { return a.at < b.at; });
    return met;
}

std::vector<Met> met_in_text(const Blocks& blocks, std::optional<int> year,
                             const rules::Knowledge& knowledge) {
    std::vector<Met> met;
    for (const auto& [person, where] : told_evaluators(blocks, year, knowledge))
        met.push_back({person, 0, true, where});
    return met;
}

std::vector<Met> perhaps_in_text(const Blocks& blocks, std::optional<int> year,
                                 const rules::Knowledge& knowledge) {
    std::vector<Met> met;
    for (const auto& person : perhaps_evaluators(blocks, year, knowledge))
        met.push_back({person});
    return met;
}

/// A cover may name those of earlier evaluations too. Where none of the years told is the report's own, who
/// is whose is unsure.
void keep_those_of_year(std::vector<Met>& met, Record& record) {
    const auto is_of = [&](const Met& one) { return !one.person.year || one.person.year == record.year; };
    const bool own_year_told = std::any_of(met.begin(), met.end(), [&](const Met& one) {
        return one.person.year && one.person.year == record.year;
    });
    if (!own_year_told) {
        for (auto& one : met)
            one.person.unsure = one.person.unsure || !is_of(one);
        return;
    }
    for (const auto& one : met)
        if (!is_of(one))
            record.troubles.push_back({Severity::note, "earlier-evaluators",
                                       fmt::format("{} made the evaluation of {} and was not taken for an "
                                                   "evaluator of {}",
                                                   described(one.person), *one.person.year, *record.year),
                                       record.file, std::nullopt, ""});
    std::erase_if(met, [&](const Met& one) { return !is_of(one); });
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

/// Whether one of them is none of the others.
bool names_another(const std::vector<Met>& met, const std::vector<Met>& others) {
    std::set<std::string> known;
    for (const auto& other : others)
        known.insert(unicode::folded(other.person.name));
    return std::any_of(met.begin(), met.end(),
                       [&](const Met& one) { return !known.contains(unicode::folded(one.person.name)); });
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

/// What the report says of its evaluators.
struct Evaluators {
    std::vector<Met> on_cover, in_text;
    std::vector<Met> perhaps;    ///< where it says no more, whom sentences on the evaluation name
    bool spoken_of = false;      ///< by the first pages
    std::optional<int> number{}; ///< as the text tells
};

void tell_none_found(const Evaluators& said, Record& record) {
    if (said.spoken_of)
        return doubt_evaluators(
            record, "the first pages speak of evaluators, but no name was read there; look at them");
    if (!said.perhaps.empty())
        return doubt_evaluators(
            record,
            fmt::format("no words that the rules know tell who evaluated; sentences on the evaluation "
                        "name {}: look at them",
                        listed(said.perhaps)));
    if (said.number)
        record.troubles.push_back(
            {Severity::note, "no-evaluators",
             fmt::format("the text speaks of {} evaluators, and names none of them; nor "
                         "do the first pages",
                         *said.number),
             record.file, std::nullopt, ""});
}

void find_evaluators(const Evaluators& said, Record& record) {
    const auto& met = said.on_cover.empty() ? said.in_text : said.on_cover;
    for (const auto& [person, at, in_list, where] : met) {
        record.evaluators.push_back(described(person));
        record.evaluator_details.push_back(detail_of(person));
        const auto position = static_cast<int>(record.evaluators.size());
        record.provenance.push_back(
            {report_cell(CellField::evaluator, position), 0, where.rule, where.places});
    }
    if (met.empty()) return tell_none_found(said, record);
    const bool unsure = std::any_of(met.begin(), met.end(), [](const Met& one) { return one.person.unsure; });
    if (unsure)
        doubt_evaluators(record, "a name may be cut, run together or none of an evaluator: " + listed(met));
    if (!said.on_cover.empty() && names_another(said.in_text, said.on_cover))
        doubt_evaluators(record, fmt::format("the cover names {}; the text names {}", listed(said.on_cover),
                                             listed(said.in_text)));
    if (said.number && static_cast<int>(met.size()) < *said.number)
        doubt_evaluators(record,
                         fmt::format("the text speaks of {} evaluators, and no more were read than {}",
                                     *said.number, listed(met)));
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
    auto found = take_persons(front, knowledge);
    const FrontLines lines{all, front.places};
    find_body(front.cover + "\n" + front.contents, front.places, blocks, document, knowledge, record);
    find_time(lines, blocks, document.info, knowledge.rules, record);
    find_circumstances(blocks, knowledge.rules, record);
    if (!record.ordinal) find_ordinal_on_cover(lines, knowledge.rules, record);
    const auto told = met_in_text(blocks, record.year, knowledge);
    auto met = on_cover(std::move(found), !told.empty());
    keep_those_of_year(met, record);
    Evaluators said{evaluators_among(met, knowledge, record),
                    evaluators_among(told, knowledge, record),
                    {},
                    knowledge.rules.matches("evaluators_word", all),
                    told_number(blocks, knowledge.rules)};
    if (said.on_cover.empty() && said.in_text.empty() && !said.spoken_of)
        said.perhaps = perhaps_in_text(blocks, record.year, knowledge);
    find_evaluators(said, record);
    find_document_date(lines, document, knowledge.rules, record);
    tell_respelt(front.respelt, record);
}

} // namespace kompass
