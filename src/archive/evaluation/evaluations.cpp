#include "archive/evaluation/evaluations.h"

#include "archive/cells.h"
#include "archive/decisions.h"
#include "archive/evaluation/composition.h"
#include "archive/evaluation/key.h"
#include "archive/evaluation/preference.h"
#include "archive/evaluation/rows.h"
#include "archive/evaluation/same_evaluation.h"
#include "archive/outside/definitions.h"
#include "archive/outside/lasting_municipalities.h"
#include "archive/reader.h"
#include "rules/instrument.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

namespace kompass::archive {
namespace {

using Id = std::int64_t;
using Ids = std::set<Id>;

/// Of the instrument that the edition is of; Kommunkompassen's, where no rules tell.
std::string country_of(const Connection& connection, const std::string& edition) {
    auto country = rules::Instrument{}.country;
    connection.each("SELECT country FROM edition WHERE id = ?", {edition},
                    [&](const Row& row) { country = row.text("country"); });
    return country;
}

std::vector<Id> numbers(const Connection& connection, std::string_view sql, const Values& values) {
    std::vector<Id> found;
    connection.each(sql, values, [&](const Row& row) { found.push_back(row.id("id")); });
    return found;
}

/// Reports that may be of one evaluation with this one: by what both state of themselves, beyond doubt or
/// decided, by where their files lay, and as it was judged before.
constexpr auto related = R"sql(
WITH asked AS (
    SELECT r.id, s.sha256 FROM report r JOIN source s ON s.id = r.source_id WHERE r.id = ?1
),
years (year) AS (
    SELECT r.year FROM report r WHERE r.id = ?1
    AND NOT EXISTS (SELECT 1 FROM doubt d WHERE d.entry_id = r.entry_id AND d.field = 'year')
    UNION SELECT d.number FROM asked JOIN decision d USING (sha256) WHERE d.cell = 'year'
),
names (name) AS (
    SELECT r.municipality FROM report r WHERE r.id = ?1
    AND NOT EXISTS (SELECT 1 FROM doubt d WHERE d.entry_id = r.entry_id AND d.field = 'municipality')
    UNION SELECT d.text FROM asked JOIN decision d USING (sha256) WHERE d.cell = 'municipality'
),
codes (code) AS (
    SELECT r.municipality_code FROM report r WHERE r.id = ?1
    AND NOT EXISTS (SELECT 1 FROM doubt d WHERE d.entry_id = r.entry_id AND d.field = 'municipality')
    UNION SELECT m.code FROM names n JOIN municipality m ON m.name = n.name
)
SELECT r.id FROM codes c CROSS JOIN report r ON r.municipality_code = c.code WHERE r.year IN (SELECT year FROM years)
      AND NOT EXISTS (SELECT 1 FROM doubt d WHERE d.entry_id = r.entry_id AND d.field IN ('municipality', 'year'))
UNION SELECT r.id FROM names n CROSS JOIN report r ON r.municipality = n.name WHERE r.year IN (SELECT year FROM years)
      AND NOT EXISTS (SELECT 1 FROM doubt d WHERE d.entry_id = r.entry_id AND d.field IN ('municipality', 'year'))
UNION SELECT r.id FROM years y CROSS JOIN decision d ON d.cell = 'year' AND d.number = y.year
      CROSS JOIN source s ON s.sha256 = d.sha256 CROSS JOIN report r ON r.source_id = s.id
UNION SELECT r.id FROM names n CROSS JOIN decision d ON d.cell = 'municipality' AND d.text = n.name
      CROSS JOIN source s ON s.sha256 = d.sha256 CROSS JOIN report r ON r.source_id = s.id
UNION SELECT r.id FROM asked CROSS JOIN replacement p ON p.sha256 = asked.sha256
      CROSS JOIN source s ON s.sha256 = p.by_sha256 CROSS JOIN report r ON r.source_id = s.id
UNION SELECT r.id FROM asked CROSS JOIN replacement p ON p.by_sha256 = asked.sha256
      CROSS JOIN source s ON s.sha256 = p.sha256 CROSS JOIN report r ON r.source_id = s.id
UNION SELECT o.report_id FROM evidence e CROSS JOIN evidence o ON o.evaluation_id = e.evaluation_id WHERE e.report_id = ?1
)sql";

/// All that are related to one of these, and to one of those.
Ids closed(const Connection& connection, std::vector<Id> open) {
    Ids found(open.begin(), open.end());
    while (!open.empty()) {
        const Id next = open.back();
        open.pop_back();
        for (const Id other : numbers(connection, related, {next}))
            if (found.insert(other).second) open.push_back(other);
    }
    return found;
}

/// A municipality has its name and code, and so its county, by the time of the evaluation.
void name_as_it_was(const Connection& connection, const Record& record, std::string& code,
                    std::string& name) {
    if (code.empty() || !record.year) return;
    auto then = municipality_as_of(connection, code, *record.year, record.month);
    if (!then) return;
    code = std::move(then->code);
    name = std::move(then->name);
}

/// People decide which municipality it was, and when; what it was called then follows.
void name_municipalities(const Connection& connection, Effective& result) {
    auto& record = result.record;
    const bool other_one = result.is_decided(report_cell(CellField::municipality));
    const bool other_time =
        result.is_decided(report_cell(CellField::year)) || result.is_decided(report_cell(CellField::month));
    if (other_one && record.municipality_code.empty())
        record.municipality_code = code_of_municipality(connection, record.municipality, record.year);
    if (other_one || other_time)
        name_as_it_was(connection, record, record.municipality_code, record.municipality);
    for (auto& area : record.areas)
        for (std::size_t i = 0; i < area.role_models.size(); ++i) {
            auto& model = area.role_models[i];
            const bool decided =
                result.is_decided(area_cell(area.number, CellField::role_model, static_cast<int>(i) + 1));
            if (decided && model.code.empty())
                model.code = code_of_municipality(connection, model.name, record.year);
            if (decided || other_time) name_as_it_was(connection, record, model.code, model.name);
        }
}

Effective effective_of(const Connection& connection, const Record& composed) {
    auto result = effective(composed);
    name_municipalities(connection, result);
    return result;
}

Witness witness_of(const Connection& connection, Id report) {
    Witness witness{report, read_report(connection, report), {}};
    for (auto& hash :
         connection.texts("SELECT by_sha256 FROM replacement WHERE sha256 = ?", {witness.record.sha256}))
        witness.replaced_by = std::move(hash);
    return witness;
}

/// An evaluation as it is to be written.
struct Evaluation {
    std::vector<Preference> documents;
    Composition composition;
    Effective effective;
    std::string lowest_hash;
};

Evaluation evaluation_of(const Connection& connection, const std::vector<const Witness*>& members) {
    Evaluation evaluation;
    evaluation.documents = preferred(members);
    evaluation.composition = composed(evaluation.documents);
    evaluation.effective = effective_of(connection, evaluation.composition.record);
    for (const auto* member : members)
        if (evaluation.lowest_hash.empty() || member->record.sha256 < evaluation.lowest_hash)
            evaluation.lowest_hash = member->record.sha256;
    return evaluation;
}

void insert(Connection& connection, const TableRows& rows, const std::optional<Id>& evaluation) {
    const std::size_t count = rows.columns.size() + (evaluation ? 1 : 0);
    std::vector<std::string> marks(count, "?");
    const auto sql =
        fmt::format("INSERT INTO {} ({}{}) VALUES ({})", rows.table, evaluation ? "evaluation_id, " : "",
                    fmt::join(rows.columns, ", "), fmt::join(marks, ", "));
    for (const auto& row : rows.rows) {
        Values values;
        if (evaluation) values.emplace_back(*evaluation);
        values.insert(values.end(), row.begin(), row.end());
        connection.run(sql, values);
    }
}

void write_evidence(Connection& connection, Id evaluation, const std::vector<Preference>& documents) {
    int rank = 0;
    for (const auto& [witness, reason, why] : documents)
        connection.run(
            "INSERT INTO evidence (report_id, evaluation_id, rank, reason, why) VALUES (?, ?, ?, ?, ?)",
            {witness->report, evaluation, ++rank, null_if_empty(reason), null_if_empty(why)});
}

/// The row of `decision` that a ruling is.
std::optional<Id> decision_id(const Connection& connection, const Correction& decision) {
    return connection.number(
        "SELECT max(id) FROM decision WHERE sha256 = ? AND cell = ? AND made_at = ? "
        "AND author = ? AND why = ?",
        {decision.sha256, decision.cell, decision.made_at, decision.author, decision.why});
}

void write_rulings(Connection& connection, Id evaluation, const std::vector<Ruling>& rulings) {
    for (const auto& ruling : rulings) {
        const auto cell = ruling.cell ? name_of(*ruling.cell) : ruling.decision.cell;
        if (ruling.cell) name_cell(connection, *ruling.cell);
        connection.run("INSERT INTO decision_in_force (evaluation_id, cell, decision_id, applied) "
                       "VALUES (?, ?, ?, ?)",
                       {evaluation, cell, decision_id(connection, ruling.decision), ruling.cell ? 1 : 0});
    }
}

/// A lasting name that another evaluation has got, of which nothing told that it is the same.
std::string free_key(const Connection& connection, const std::string& key, const std::string& hash) {
    const bool taken = connection.number("SELECT 1 FROM evaluation WHERE key = ?", {key}).has_value();
    return taken ? fmt::format("{}-{}", key, hash) : key;
}

Id write(Connection& connection, const Evaluation& evaluation, const std::string& key) {
    const auto& documents = evaluation.documents;
    const auto tables = rows_of(connection, evaluation.composition, evaluation.effective);
    const auto row = evaluation_row(free_key(connection, key, evaluation.lowest_hash), evaluation.composition,
                                    evaluation.effective, tables);
    if (const auto& edition = evaluation.effective.record.edition; !edition.empty())
        connection.run("INSERT INTO edition (id) VALUES (?) ON CONFLICT DO NOTHING", {edition});
    insert(connection, row, std::nullopt);
    const auto id =
        connection
            .number("SELECT id FROM evaluation WHERE report_id = ?", {documents.front().witness->report})
            .value();
    write_evidence(connection, id, documents);
    for (const auto& rows : tables)
        insert(connection, rows, id);
    write_rulings(connection, id, evaluation.effective.rulings);
    return id;
}

/// Writes the evaluations of these reports, of which none has one now.
void write_all(Connection& connection, const Ids& reports) {
    Witnesses witnesses;
    for (const Id report : reports)
        witnesses.push_back(witness_of(connection, report));
    std::sort(witnesses.begin(), witnesses.end(),
              [](const Witness& a, const Witness& b) { return a.record.sha256 < b.record.sha256; });
    const auto grouping = group(witnesses);
    std::vector<Evaluation> evaluations;
    std::vector<Named> named;
    for (const auto& indices : grouping.evaluations) {
        std::vector<const Witness*> members;
        members.reserve(indices.size());
        for (const auto index : indices)
            members.push_back(&witnesses[index]);
        evaluations.push_back(evaluation_of(connection, members));
    }
    named.reserve(evaluations.size());
    for (const auto& evaluation : evaluations)
        named.push_back({&evaluation.effective.record, evaluation.lowest_hash,
                         country_of(connection, evaluation.effective.record.edition)});
    const auto keys = evaluation_keys(named);
    std::vector<Id> evaluation_of_witness(witnesses.size());
    for (std::size_t i = 0; i < evaluations.size(); ++i) {
        const Id id = write(connection, evaluations[i], keys[i]);
        for (const auto index : grouping.evaluations[i])
            evaluation_of_witness[index] = id;
    }
    for (const auto& [one, other, why] : grouping.unsure)
        connection.run("INSERT OR IGNORE INTO unsure_match (evaluation_id, other_id, why) VALUES (?, ?, ?)",
                       {evaluation_of_witness[one], evaluation_of_witness[other], why});
}

/// The documents of an evaluation, as they are ranked.
std::vector<Preference> documents_of(const Connection& connection, Id evaluation, Witnesses& witnesses) {
    for (const Id report :
         numbers(connection, "SELECT report_id AS id FROM evidence WHERE evaluation_id = ? ORDER BY rank",
                 {evaluation}))
        witnesses.push_back(witness_of(connection, report));
    std::vector<const Witness*> members;
    for (const auto& witness : witnesses)
        members.push_back(&witness);
    return preferred(members);
}

/// A row in words: what differs is told by them.
std::string words_of(const Values& values) {
    struct Words {
        std::string operator()(std::monostate /*null*/) const { return "NULL"; }
        std::string operator()(std::int64_t number) const { return fmt::format("{}", number); }
        /// As SQLite writes it.
        std::string operator()(double number) const {
            auto text = fmt::format("{}", number);
            return text.find('.') == std::string::npos ? text + ".0" : text;
        }
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(const Blob& blob) const { return blob.bytes; }
    };
    std::string words;
    for (const auto& value : values)
        words += (words.empty() ? "" : "|") + std::visit(Words{}, value.content());
    return words;
}

std::string words_of(const Row& row) {
    std::string words;
    for (const auto& column : row.columns())
        words += (words.empty() ? "" : "|") + row.optional_text(column).value_or("NULL");
    return words;
}

/// What the table holds of the evaluation and what it should: one of what differs.
std::optional<std::string> fault_of(const Connection& connection, const TableRows& rows,
                                    const std::string& key_column, Id evaluation) {
    std::multiset<std::string> stored;
    std::multiset<std::string> due;
    connection.each(
        fmt::format("SELECT {} FROM {} WHERE {} = ?", fmt::join(rows.columns, ", "), rows.table, key_column),
        {evaluation}, [&](const Row& row) { stored.insert(words_of(row)); });
    for (const auto& row : rows.rows)
        due.insert(words_of(row));
    if (stored == due) return std::nullopt;
    std::vector<std::string> lacking;
    std::set_difference(due.begin(), due.end(), stored.begin(), stored.end(), std::back_inserter(lacking));
    return fmt::format("{} of evaluation {} {}", rows.table, evaluation,
                       lacking.empty() ? "holds too much" : "should hold " + lacking.front());
}

} // namespace

std::vector<Id> dissolve(Connection& connection, Id report) {
    auto members = numbers(connection,
                           "SELECT o.report_id AS id FROM evidence e JOIN evidence o USING (evaluation_id) "
                           "WHERE e.report_id = ?",
                           {report});
    connection.run(
        "DELETE FROM evaluation WHERE id = (SELECT evaluation_id FROM evidence WHERE report_id = ?)",
        {report});
    return members;
}

std::vector<Id> relatives(const Connection& connection, Id report) {
    auto all = closed(connection, {report});
    all.erase(report);
    return {all.begin(), all.end()};
}

void settle(Connection& connection, const std::vector<Id>& reports) {
    const auto all = closed(connection, reports);
    for (const Id report : all)
        dissolve(connection, report);
    write_all(connection, all);
}

void settle_all(Connection& connection) {
    connection.run("DELETE FROM evaluation");
    Ids done;
    for (const Id report : numbers(connection, "SELECT id FROM report ORDER BY id", {})) {
        if (done.contains(report)) continue;
        auto related_ones = closed(connection, {report});
        write_all(connection, related_ones);
        done.merge(related_ones);
    }
}

void note_replacement(Connection& connection, const std::string& old_sha256, const std::string& new_sha256) {
    if (old_sha256.empty() || old_sha256 == new_sha256) return;
    connection.run("DELETE FROM replacement WHERE sha256 = ?", {new_sha256});
    connection.run("INSERT OR REPLACE INTO replacement (sha256, by_sha256) VALUES (?, ?)",
                   {old_sha256, new_sha256});
}

Effective read_effective(const Connection& connection, Id report) {
    const auto evaluation =
        connection.number("SELECT evaluation_id FROM evidence WHERE report_id = ?", {report});
    if (!evaluation)
        throw ArchiveError(
            fmt::format("archive {}: there is no report {}; `kompass list` shows those there are",
                        connection.file().string(), report));
    Witnesses witnesses;
    const auto documents = documents_of(connection, *evaluation, witnesses);
    return effective_of(connection, composed(documents).record);
}

std::vector<std::string> faults_of_evaluation(const Connection& connection, Id evaluation) {
    Witnesses witnesses;
    const auto documents = documents_of(connection, evaluation, witnesses);
    if (documents.empty()) return {fmt::format("evaluation {} has no document", evaluation)};
    const auto composition = composed(documents);
    const auto in_effect = effective_of(connection, composition.record);
    const auto tables = rows_of(connection, composition, in_effect);
    std::vector<std::string> faults;
    const auto key = connection.texts("SELECT key FROM evaluation WHERE id = ?", {evaluation});
    const auto own = evaluation_row(key.front(), composition, in_effect, tables);
    if (auto fault = fault_of(connection, own, "id", evaluation)) faults.push_back(*std::move(fault));
    for (const auto& table : tables)
        if (auto fault = fault_of(connection, table, "evaluation_id", evaluation))
            faults.push_back(*std::move(fault));
    return faults;
}

} // namespace kompass::archive
