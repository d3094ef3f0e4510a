#include "archive/outside/definitions.h"
#include "text/likeness.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdint>
#include <optional>

namespace kompass::archive {

namespace {

/// From this likeness on, a printed text is another wording of the defined one and not another thing.
constexpr double same_thing = 0.6;

/// A year that stands for "not known" or "still in use" in the rules is NULL here.
Value year_or_null(int year) {
    return year <= 0 || year >= 9999 ? Value(std::nullopt) : Value(year);
}

void seed_county(Connection& connection, const rules::Municipality& municipality) {
    if (municipality.county_code.empty()) return;
    connection.run("INSERT INTO county (code, name) VALUES (?, ?) "
                   "ON CONFLICT DO UPDATE SET name = excluded.name WHERE name IS NOT excluded.name",
                   {municipality.county_code, municipality.county});
}

void seed_municipality(Connection& connection, const rules::Municipality& municipality) {
    seed_county(connection, municipality);
    connection.run("INSERT INTO municipality (code, name, county_code) VALUES (?, ?, ?) "
                   "ON CONFLICT DO UPDATE SET name = excluded.name, county_code = excluded.county_code "
                   "WHERE name IS NOT excluded.name OR county_code IS NOT excluded.county_code",
                   {municipality.code, municipality.name, null_if_empty(municipality.county_code)});
    if (municipality.own)
        connection.run("INSERT INTO own_municipality (code) VALUES (?) ON CONFLICT DO NOTHING",
                       {municipality.code});
}

/// When there was a municipality of this code, name and county, as far as the change tells.
void seed_period(Connection& connection, const std::string& code, const std::string& name,
                 const Value& county, const Value& valid_from, const Value& valid_to) {
    connection.run(
        "INSERT INTO municipality_period (code, name, county_code, valid_from, valid_to) "
        "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET county_code = coalesce(?3, county_code), "
        "valid_from = coalesce(?4, valid_from), valid_to = coalesce(?5, valid_to) "
        "WHERE coalesce(?3, county_code) IS NOT county_code OR coalesce(?4, valid_from) IS NOT valid_from "
        "OR coalesce(?5, valid_to) IS NOT valid_to",
        {code, name, county, valid_from, valid_to});
}

void seed_change(Connection& connection, const rules::MunicipalityChange& change) {
    using Kind = rules::MunicipalityChange::Kind;
    const auto& from = change.from;
    seed_county(connection, from);
    connection.run(
        "INSERT INTO municipality (code, name, county_code) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        {from.code, from.name, null_if_empty(from.county_code)});
    connection.run("INSERT INTO municipality_change (from_code, to_code, date, kind) VALUES (?, ?, ?, ?) "
                   "ON CONFLICT DO UPDATE SET kind = excluded.kind WHERE kind IS NOT excluded.kind",
                   {from.code, change.to_code, change.date, name_of(change.kind)});
    if (change.kind != Kind::split) {
        const auto last_day = connection.texts("SELECT date(?, '-1 day')", {change.date}).front();
        seed_period(connection, from.code, from.name, null_if_empty(from.county_code), std::nullopt,
                    last_day);
    }
    if (change.kind == Kind::merged) return; // what takes another in was there before
    const auto counties =
        connection.texts("SELECT county_code FROM municipality WHERE code = ?", {change.to_code});
    seed_period(connection, change.to_code, change.to_name,
                counties.empty() ? Value(std::nullopt) : null_if_empty(counties.front()), change.date,
                std::nullopt);
}

void seed_wordings(Connection& connection, std::int64_t question, const std::vector<std::string>& wordings) {
    for (const auto& wording : wordings)
        connection.run(
            "INSERT INTO question_wording (question_id, wording) VALUES (?, ?) ON CONFLICT DO NOTHING",
            {question, wording});
}

void seed_titles(Connection& connection, std::int64_t id, const rules::AreaDefinition& area) {
    auto titles = area.aliases;
    titles.push_back(area.title);
    for (const auto& title : titles)
        connection.run("INSERT INTO area_title (area_id, title) VALUES (?, ?) ON CONFLICT DO NOTHING",
                       {id, title});
}

void seed_question(Connection& connection, std::int64_t area, const rules::QuestionDefinition& question) {
    const std::string wording = question.wordings.empty() ? "" : question.wordings.front();
    connection.run("INSERT INTO question (area_id, number, wording, max) VALUES (?, ?, ?, ?) "
                   "ON CONFLICT DO UPDATE SET wording = excluded.wording, max = excluded.max "
                   "WHERE wording IS NOT excluded.wording OR max IS NOT excluded.max",
                   {area, question.number, wording, question.max});
    const auto id = connection.number("SELECT id FROM question WHERE area_id = ? AND number = ?",
                                      {area, question.number});
    seed_wordings(connection, id.value(), question.wordings);
}

std::optional<std::int64_t> find_area(const Connection& connection, const std::string& edition, int number) {
    return connection.number("SELECT id FROM area WHERE edition = ? AND number = ?", {edition, number});
}

void seed_area(Connection& connection, const std::string& edition, const rules::AreaDefinition& area) {
    connection.run("INSERT INTO area (edition, number, title) VALUES (?, ?, ?) "
                   "ON CONFLICT DO UPDATE SET title = excluded.title WHERE title IS NOT excluded.title",
                   {edition, area.number, area.title});
    const auto id = find_area(connection, edition, area.number);
    seed_titles(connection, id.value(), area);
    for (const auto& question : area.questions)
        seed_question(connection, id.value(), question);
}

void seed_edition(Connection& connection, const rules::Edition& edition) {
    connection.run(
        "INSERT INTO edition (id, first_year, last_year, instrument, country) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET first_year = excluded.first_year, last_year = excluded.last_year, "
        "instrument = excluded.instrument, country = excluded.country "
        "WHERE first_year IS NOT excluded.first_year OR last_year IS NOT excluded.last_year "
        "OR instrument IS NOT excluded.instrument OR country IS NOT excluded.country",
        {edition.id, year_or_null(edition.first_year), year_or_null(edition.last_year),
         edition.instrument.name, edition.instrument.country});
    for (const auto& area : edition.areas)
        seed_area(connection, edition.id, area);
}

void link(Connection& connection, const rules::QuestionName& one, const rules::QuestionName& other,
          const char* kind) {
    const auto id_of = [&](const rules::QuestionName& question) {
        return connection.number("SELECT q.id FROM question q JOIN area a ON a.id = q.area_id "
                                 "WHERE a.edition = ? AND q.number = ?",
                                 {question.edition, question.number});
    };
    connection.run(
        "INSERT INTO concordance (question_id, other_id, kind) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        {id_of(one), id_of(other), kind});
}

/// In place of what was there of these editions.
void seed_concordance(Connection& connection, const std::vector<rules::Edition>& editions,
                      const rules::Concordance& concordance) {
    for (const auto& edition : editions)
        connection.run("DELETE FROM concordance WHERE question_id IN (SELECT q.id FROM question q "
                       "JOIN area a ON a.id = q.area_id WHERE a.edition = ?)",
                       {edition.id});
    for (const auto& [one, other] : concordance.same())
        link(connection, one, other, "same");
    for (const auto& one : concordance.links())
        if (one.kind != rules::ConcordanceLink::Kind::same)
            link(connection, one.from, one.to, name_of(one.kind));
}

bool reads_like_any(const std::string& printed, const std::vector<std::string>& known) {
    return std::any_of(known.begin(), known.end(), [&](const std::string& wording) {
        return text::likeness(printed, wording) >= same_thing;
    });
}

/// Joins with a character that stands in no definition.
void add(std::string& fingerprint, const std::string& part) {
    fingerprint.append(part).push_back('\0');
}

void add(std::string& fingerprint, const rules::Edition& edition) {
    add(fingerprint, edition.id);
    add(fingerprint, edition.instrument.name);
    add(fingerprint, edition.instrument.country);
    add(fingerprint, std::to_string(edition.first_year));
    add(fingerprint, std::to_string(edition.last_year));
    for (const auto& area : edition.areas) {
        add(fingerprint, std::to_string(area.number));
        add(fingerprint, area.title);
        add(fingerprint, fmt::format("{}", fmt::join(area.aliases, "\n")));
        for (const auto& question : area.questions) {
            add(fingerprint, question.number);
            add(fingerprint, fmt::format("{}", fmt::join(question.wordings, "\n")));
            add(fingerprint, question.max ? std::to_string(*question.max) : "");
        }
    }
}

} // namespace

void seed(Connection& connection, const std::vector<rules::Edition>& editions,
          const std::vector<rules::Municipality>& municipalities,
          const std::vector<rules::MunicipalityChange>& changes, const rules::Concordance& concordance) {
    for (const auto& edition : editions)
        seed_edition(connection, edition);
    for (const auto& municipality : municipalities)
        seed_municipality(connection, municipality);
    for (const auto& change : changes)
        seed_change(connection, change);
    seed_concordance(connection, editions, concordance);
}

std::string fingerprint(const std::vector<rules::Edition>& editions,
                        const std::vector<rules::Municipality>& municipalities,
                        const std::vector<rules::MunicipalityChange>& changes,
                        const rules::Concordance& concordance) {
    std::string result;
    for (const auto& edition : editions)
        add(result, edition);
    for (const auto& municipality : municipalities) {
        for (const auto* part :
             {&municipality.code, &municipality.name, &municipality.county_code, &municipality.county})
            add(result, *part);
        add(result, municipality.own ? "own" : "");
    }
    for (const auto& change : changes)
        for (const auto& part :
             {change.date, std::string(name_of(change.kind)), change.from.code, change.from.name,
              change.from.county_code, change.from.county, change.to_code, change.to_name})
            add(result, part);
    for (const auto& link : concordance.links())
        for (const auto& part : {link.from.edition, link.from.number, link.to.edition, link.to.number,
                                 std::string(name_of(link.kind))})
            add(result, part);
    return result;
}

std::string code_of_municipality(const Connection& connection, const std::string& name,
                                 std::optional<int> year) {
    const auto then = connection.texts(
        "SELECT code FROM municipality_period WHERE name = ?1 AND ?2 IS NOT NULL "
        "AND coalesce(valid_from, '') <= ?2 || '-12-31' AND coalesce(valid_to, '9999') >= ?2 || '-12-31'",
        {name, year});
    if (then.size() == 1) return then.front();
    const auto codes = connection.texts(
        "SELECT code FROM municipality WHERE name = ?1 "
        "UNION ALL SELECT code FROM municipality_period WHERE name = ?1 ORDER BY code LIMIT 1",
        {name});
    return codes.empty() ? "" : codes.front();
}

Value municipality_reference(Connection& connection, const std::string& code, const std::string& name) {
    if (code.empty()) return std::nullopt;
    connection.run("INSERT INTO municipality (code, name) VALUES (?, ?) ON CONFLICT DO NOTHING",
                   {code, name});
    return code;
}

Value edition_reference(Connection& connection, const std::string& edition) {
    if (edition.empty()) return std::nullopt;
    connection.run("INSERT INTO edition (id) VALUES (?) ON CONFLICT DO NOTHING", {edition});
    return edition;
}

Definitions::Definitions(const std::vector<rules::Edition>& editions, const std::string& edition) {
    const auto found = std::find_if(editions.begin(), editions.end(),
                                    [&](const rules::Edition& known) { return known.id == edition; });
    if (found != editions.end()) edition_ = &*found;
}

const rules::AreaDefinition* Definitions::area(int number) const {
    if (edition_ == nullptr) return nullptr;
    const auto found = std::find_if(edition_->areas.begin(), edition_->areas.end(),
                                    [&](const auto& area) { return area.number == number; });
    return found == edition_->areas.end() ? nullptr : &*found;
}

Value Definitions::area_reference(const Connection& connection, int number,
                                  const std::vector<std::string>& printed_titles) const {
    const auto* defined = area(number);
    if (defined == nullptr) return std::nullopt;
    auto known = defined->aliases;
    known.push_back(defined->title);
    const auto empty = [](const std::string& title) { return title.empty(); };
    const auto alike = [&](const std::string& title) {
        return !empty(title) && reads_like_any(title, known);
    };
    if (!std::all_of(printed_titles.begin(), printed_titles.end(), empty) &&
        std::none_of(printed_titles.begin(), printed_titles.end(), alike))
        return std::nullopt;
    return find_area(connection, edition_->id, number);
}

Value Definitions::question_reference(const Connection& connection, int area_number,
                                      const std::string& number, const std::string& printed_text) const {
    const auto* defined = area(area_number);
    if (defined == nullptr) return std::nullopt;
    const auto question = std::find_if(defined->questions.begin(), defined->questions.end(),
                                       [&](const auto& known) { return known.number == number; });
    if (question == defined->questions.end()) return std::nullopt;
    if (!printed_text.empty() && !reads_like_any(printed_text, question->wordings)) return std::nullopt;
    return connection.number("SELECT question.id FROM question JOIN area ON area.id = area_id "
                             "WHERE edition = ? AND area.number = ? AND question.number = ?",
                             {edition_->id, area_number, number});
}

} // namespace kompass::archive
