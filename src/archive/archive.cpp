#include "archive/archive.h"

#include "archive/connection.h"
#include "archive/decisions.h"
#include "archive/evaluation/evaluations.h"
#include "archive/ocr_pages.h"
#include "archive/outside/definitions.h"
#include "archive/outside/file_origins.h"
#include "archive/outside/own_municipalities.h"
#include "archive/reader.h"
#include "archive/readings.h"
#include "archive/source_paths.h"
#include "archive/upgrade/migrations.h"
#include "archive/writer.h"
#include "model/record_diff.h"

#include <kompass_version.h>

#include <algorithm>
#include <set>
#include <utility>

namespace kompass::archive {

namespace {

struct RunCounts {
    int taken = 0, known = 0, failed = 0;
};

bool is_taken(const Connection& connection, std::string_view sha256) {
    return connection.number("SELECT 1 FROM source WHERE sha256 = ? AND status = 'taken'", {sha256})
        .has_value();
}

void require_takeable(const Record& record) {
    const auto is_error = [](const Trouble& trouble) { return trouble.severity == Severity::error; };
    if (std::any_of(record.troubles.begin(), record.troubles.end(), is_error))
        throw std::invalid_argument(record.file +
                                    ": a record with an error is no report; store_failure keeps it");
}

/// The report of a taken source.
std::int64_t report_id(const Connection& connection, std::int64_t source) {
    return connection.number("SELECT id FROM report WHERE source_id = ?", {source}).value();
}

std::optional<std::int64_t> source_of(const Connection& connection, const std::string& sha256) {
    return connection.number("SELECT id FROM source WHERE sha256 = ?", {sha256});
}

/// What a record brings along is news only of a file of which nothing was told here.
void take_origin(Connection& connection, const Record& record) {
    if (record.origin && *record.origin != FileOrigin{} && !find_origin(connection, record.sha256))
        keep_origin(connection, record.sha256, *record.origin);
}

/// Something was read, whatever the rules made of it.
bool is_readable(const Origin& origin) {
    const auto is_error = [](const Trouble& trouble) { return trouble.severity == Severity::error; };
    return origin.document != nullptr &&
           std::none_of(origin.document->troubles.begin(), origin.document->troubles.end(), is_error);
}

Trouble refusal(const std::string& file, const ConstraintError& error) {
    return {Severity::error, "record-refused", error.what(), file, std::nullopt, ""};
}

} // namespace

struct Archive::State {
    explicit State(Connection opened) : connection(std::move(opened)) {}

    Connection connection;
    OcrPages ocr_pages{connection};
    std::optional<std::int64_t> run;
    RunCounts counts;
    std::optional<int> older_version; ///< of the file that this is a private copy of
    std::string seeded;               ///< fingerprint of the definitions last written

    /// The fingerprint of what was written, or of what was there already.
    [[nodiscard]] std::string seed_definitions(const rules::Knowledge& knowledge);
    Outcome take(const Record& record, const rules::Knowledge& knowledge, const Origin& origin);
    Outcome revise(const Record& record, const rules::Knowledge& knowledge, const Origin& origin);
    void keep_failure(const FailedSource& failure, const Origin& origin);
    std::vector<bool> decide(const std::vector<Correction>& corrections);
    /// Notes which program's rules were applied to a source: this one's, if the record does not tell and it
    /// was made `here`.
    void note_extraction(std::int64_t source, const std::optional<ExtractedBy>& told, bool here);
    void keep_differences(const std::string& sha256, const Differences& changes);
};

namespace {

std::vector<std::string> municipality_periods(const Connection& connection) {
    return connection.texts("SELECT code || ' ' || name || ' ' || coalesce(valid_from, '') || '/' || "
                            "coalesce(valid_to, '') FROM municipality_period ORDER BY code, name");
}

/// Reports in which a decision tells what municipalities were called then.
std::vector<std::int64_t> named_by_decisions(const Connection& connection) {
    std::vector<std::int64_t> reports;
    connection.each(
        "SELECT DISTINCT e.report_id FROM decision_in_force d JOIN evaluation e ON e.id = d.evaluation_id "
        "WHERE d.cell IN ('municipality', 'year', 'month') OR d.cell LIKE '% role model %'",
        {}, [&](const Row& row) { reports.push_back(row.id("report_id")); });
    return reports;
}

} // namespace

std::string Archive::State::seed_definitions(const rules::Knowledge& knowledge) {
    const auto& municipalities = knowledge.municipalities;
    const auto& editions = knowledge.editions.all();
    auto definitions =
        fingerprint(editions, municipalities.all(), municipalities.changes(), knowledge.concordance);
    if (definitions == seeded) return definitions;
    const auto before = municipality_periods(connection);
    seed(connection, editions, municipalities.all(), municipalities.changes(), knowledge.concordance);
    if (municipality_periods(connection) != before) settle(connection, named_by_decisions(connection));
    return definitions;
}

Outcome Archive::State::take(const Record& record, const rules::Knowledge& knowledge, const Origin& origin) {
    Transaction transaction(connection, Transaction::Kind::write);
    if (is_taken(connection, record.sha256)) return Outcome::known;
    auto definitions = seed_definitions(knowledge);
    forget_failures(connection, record.file, record.sha256);
    write_report(connection, record, knowledge.editions.all(), run);
    for (const auto& correction : record.corrections)
        add_decision(connection, correction);
    take_origin(connection, record);
    const auto source = source_of(connection, record.sha256).value();
    const auto replaced = move_in(connection, origin.path, record.sha256);
    forget_failures(connection, "", replaced);
    note_replacement(connection, replaced, record.sha256);
    settle(connection, {report_id(connection, source)});
    if (origin.document != nullptr) keep_reading(connection, *origin.document);
    note_extraction(source, record.extracted_by, origin.document != nullptr);
    transaction.commit();
    seeded = std::move(definitions);
    return Outcome::taken;
}

Outcome Archive::State::revise(const Record& record, const rules::Knowledge& knowledge,
                               const Origin& origin) {
    Transaction transaction(connection, Transaction::Kind::write);
    const auto source = source_of(connection, record.sha256).value();
    const auto report = report_id(connection, source);
    const auto before = read_report(connection, report);
    auto after = record;
    after.corrections = before.corrections;
    const auto changes = differences(before, after);
    auto definitions = seed_definitions(knowledge);
    auto concerned = dissolve(connection, report);
    if (changes.empty()) {
        link_report(connection, source, knowledge.editions.all());
    } else {
        erase_report(connection, source);
        write_report_again(connection, source, report, record, knowledge.editions.all());
        keep_differences(record.sha256, changes);
    }
    take_origin(connection, record);
    concerned.push_back(report);
    settle(connection, concerned);
    if (origin.document != nullptr) keep_reading(connection, *origin.document);
    note_extraction(source, record.extracted_by, true);
    transaction.commit();
    seeded = std::move(definitions);
    return changes.empty() ? Outcome::known : Outcome::taken;
}

void Archive::State::keep_failure(const FailedSource& failure, const Origin& origin) {
    Transaction transaction(connection, Transaction::Kind::write);
    if (!failure.sha256.empty() && is_taken(connection, failure.sha256)) return;
    forget_failures(connection, failure.file, failure.sha256);
    write_failure(connection, failure, run);
    if (const auto source = source_of(connection, failure.sha256)) {
        forget_failures(connection, "", move_in(connection, origin.path, failure.sha256));
        if (is_readable(origin)) keep_reading(connection, *origin.document);
        note_extraction(*source, std::nullopt, true);
    }
    transaction.commit();
}

void Archive::State::note_extraction(std::int64_t source, const std::optional<ExtractedBy>& told, bool here) {
    const auto version = told ? told->version : std::string(KOMPASS_VERSION);
    connection.run(
        "INSERT OR REPLACE INTO extraction (source_id, version, run_id, rules) VALUES (?1, ?2, ?3, "
        "CASE WHEN ?4 THEN (SELECT version FROM run_part WHERE run_id = ?3 AND part = 'rules') "
        "ELSE ?5 END)",
        {source, version, run, !told && here ? 1 : 0,
         told ? null_if_empty(told->rules) : Value(std::nullopt)});
}

void Archive::State::keep_differences(const std::string& sha256, const Differences& changes) {
    int position = 0;
    for (const auto& change : changes)
        connection.run("INSERT INTO revision (sha256, run_id, position, cell, before, after) "
                       "VALUES (?, ?, ?, ?, ?, ?)",
                       {sha256, run, ++position, change.cell, change.before, change.after});
}

Archive::Archive(std::unique_ptr<State> state) : state_(std::move(state)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

Archive Archive::open(const std::filesystem::path& file) {
    auto connection = Connection::reading(file);
    require_readable(connection);
    const auto version = version_of(connection);
    if (version == newest_version()) return Archive(std::make_unique<State>(std::move(connection)));
    auto copy = connection.private_copy();
    migrate(copy);
    copy.script("PRAGMA query_only = ON");
    auto state = std::make_unique<State>(std::move(copy));
    state->older_version = version;
    return Archive(std::move(state));
}

Archive Archive::open_for_writing(WriterLock lock) {
    auto state = std::make_unique<State>(Connection::writing(std::move(lock)));
    make_if_blank(state->connection);
    return Archive(std::move(state));
}

std::optional<int> Archive::older_version() const {
    return state_->older_version;
}

void Archive::learn(const rules::Knowledge& knowledge) {
    Transaction transaction(state_->connection, Transaction::Kind::write);
    auto definitions = state_->seed_definitions(knowledge);
    transaction.commit();
    state_->seeded = std::move(definitions);
}

std::vector<rules::Municipality> Archive::own_municipalities() const {
    return list_own_municipalities(state_->connection);
}

std::int64_t Archive::begin_run(std::string_view command, const Parts& parts) {
    auto& connection = state_->connection;
    Transaction transaction(connection, Transaction::Kind::write);
    const auto run = connection.insert("INSERT INTO run (command, version, sqlite, started_at) "
                                       "VALUES (?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))",
                                       {command, KOMPASS_VERSION, library_version()});
    for (const auto& [part, version] : parts)
        connection.run("INSERT INTO run_part (run_id, part, version) VALUES (?, ?, ?)", {run, part, version});
    transaction.commit();
    state_->counts = {};
    state_->run = run;
    return run;
}

void Archive::end_run() {
    if (!state_->run) return;
    const auto& counts = state_->counts;
    state_->connection.run("UPDATE run SET ended_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), taken = ?, "
                           "known = ?, failed = ? WHERE id = ?",
                           {counts.taken, counts.known, counts.failed, *state_->run});
    state_->run.reset();
}

bool Archive::knows(std::string_view sha256) const {
    return is_taken(state_->connection, sha256);
}

Outcome Archive::store(const Record& record, const rules::Knowledge& knowledge, const Origin& origin) {
    require_takeable(record);
    try {
        const auto outcome = state_->take(record, knowledge, origin);
        ++(outcome == Outcome::taken ? state_->counts.taken : state_->counts.known);
        return outcome;
    } catch (const ConstraintError& error) {
        auto troubles = record.troubles;
        troubles.push_back(refusal(record.file, error));
        store_failure({record.file, record.sha256, std::move(troubles)}, origin);
        return Outcome::failed;
    }
}

void Archive::store_failure(const FailedSource& failure, const Origin& origin) {
    try {
        state_->keep_failure(failure, origin);
    } catch (const ConstraintError& error) {
        // Its hash or its troubles are themselves what no archive can hold; that it failed still must be
        // told.
        state_->keep_failure({failure.file, "", {refusal(failure.file, error)}}, {});
    }
    ++state_->counts.failed;
}

void Archive::pass_over(const std::string& sha256, const std::filesystem::path& path) {
    ++state_->counts.known;
    if (lies_at(state_->connection, path, sha256)) return;
    Transaction transaction(state_->connection, Transaction::Kind::write);
    move_in(state_->connection, path, sha256);
    transaction.commit();
}

std::vector<KeptSource> Archive::kept_sources() const {
    std::vector<KeptSource> sources;
    state_->connection.each(
        "SELECT s.file, s.sha256, coalesce(e.version, '') AS version, s.status = 'taken' AS is_taken "
        "FROM source s "
        "JOIN reading USING (sha256) LEFT JOIN extraction e ON e.source_id = s.id ORDER BY s.id",
        {}, [&](const Row& row) {
            sources.push_back({row.text("file"), row.text("sha256"), row.text("version"),
                               row.integer("is_taken") != 0 ? Outcome::taken : Outcome::failed});
        });
    return sources;
}

std::optional<Document> Archive::reading(const std::string& sha256) const {
    return consult([&](const Connection& connection) { return find_reading(connection, sha256); });
}

Record Archive::report_of(const std::string& sha256) const {
    return consult([&](const Connection& connection) {
        return read_report(connection, report_id(connection, source_of(connection, sha256).value()));
    });
}

Record Archive::record(std::int64_t report_id) const {
    return consult([&](const Connection& connection) { return read_report(connection, report_id); });
}

Effective Archive::effective(std::int64_t report_id) const {
    return consult([&](const Connection& connection) { return read_effective(connection, report_id); });
}

Outcome Archive::revise(const Record& record, const rules::Knowledge& knowledge, const Origin& origin) {
    require_takeable(record);
    if (!knows(record.sha256)) return store(record, knowledge, origin);
    try {
        const auto outcome = state_->revise(record, knowledge, origin);
        ++(outcome == Outcome::taken ? state_->counts.taken : state_->counts.known);
        return outcome;
    } catch (const ConstraintError&) {
        ++state_->counts.failed;
        return Outcome::failed;
    }
}

std::vector<bool> Archive::State::decide(const std::vector<Correction>& corrections) {
    std::vector<bool> added;
    std::set<std::string> sources;
    for (const auto& correction : corrections) {
        added.push_back(add_decision(connection, correction));
        if (added.back()) sources.insert(correction.sha256);
    }
    std::vector<std::int64_t> reports;
    for (const auto& sha256 : sources)
        if (is_taken(connection, sha256))
            reports.push_back(report_id(connection, source_of(connection, sha256).value()));
    settle(connection, reports);
    return added;
}

std::vector<bool> Archive::correct(const std::vector<Correction>& corrections) {
    Transaction transaction(state_->connection, Transaction::Kind::write);
    auto added = state_->decide(corrections);
    transaction.commit();
    return added;
}

std::vector<Keeping> Archive::keep_origins(const std::vector<std::pair<std::string, FileOrigin>>& origins) {
    Transaction transaction(state_->connection, Transaction::Kind::write);
    std::vector<Keeping> kept;
    kept.reserve(origins.size());
    for (const auto& [sha256, origin] : origins)
        kept.push_back(keep_origin(state_->connection, sha256, origin));
    transaction.commit();
    return kept;
}

std::vector<Keeping> Archive::keep_known(const std::vector<KnownTotals>& all) {
    Transaction transaction(state_->connection, Transaction::Kind::write);
    std::vector<Keeping> kept;
    kept.reserve(all.size());
    for (const auto& totals : all)
        kept.push_back(keep_known_totals(state_->connection, totals));
    transaction.commit();
    return kept;
}

std::size_t Archive::forget_known(const std::string& source) {
    Transaction transaction(state_->connection, Transaction::Kind::write);
    const auto forgotten = forget_known_totals(state_->connection, source);
    transaction.commit();
    return forgotten;
}

Keeping Archive::describe(const Description& description) {
    Transaction transaction(state_->connection, Transaction::Kind::write);
    const auto kept = keep_description(state_->connection, description);
    transaction.commit();
    return kept;
}

void Archive::as_if(const std::vector<Correction>& corrections,
                    const std::function<void(const Connection&)>& enquiry) {
    const Transaction undone(state_->connection, Transaction::Kind::write);
    state_->decide(corrections);
    enquiry(std::as_const(state_->connection));
}

bool Archive::forget(const std::string& sha256, const std::string& file) {
    auto& connection = state_->connection;
    Transaction transaction(connection, Transaction::Kind::write);
    const auto source =
        sha256.empty()
            ? connection.number("SELECT min(id) FROM source WHERE sha256 IS NULL AND file = ?", {file})
            : source_of(connection, sha256);
    if (!source) return false;
    std::vector<std::int64_t> others;
    if (is_taken(connection, sha256)) {
        const auto report = report_id(connection, *source);
        others = relatives(connection, report);
        dissolve(connection, report);
        erase_report(connection, *source);
    }
    for (const auto* table : {"reading", "source_path", "revision", "origin"})
        connection.run(std::string("DELETE FROM ") + table + " WHERE sha256 = ?", {sha256});
    connection.run("DELETE FROM source WHERE id = ?", {*source});
    settle(connection, others);
    transaction.commit();
    return true;
}

void Archive::of_one_state(const std::function<void(const Connection&)>& enquiry) const {
    Transaction transaction(state_->connection, Transaction::Kind::read);
    enquiry(std::as_const(state_->connection));
    transaction.commit();
}

void Archive::publish(const std::filesystem::path& copy, const Copying& how) const {
    // For SQLite even a copy is a write; the archive itself stays as it is.
    state_->connection.script("PRAGMA query_only = OFF");
    state_->connection.run("VACUUM INTO ?", {copy.string()});
    auto lock = WriterLock::try_take(copy, "kompass export");
    if (!lock) throw LockedError("archive " + copy.string() + ": another process writes it");
    auto published = Connection::writing(*std::move(lock));
    published.script("PRAGMA journal_mode = DELETE");
    Transaction transaction(published, Transaction::Kind::write);
    prepare_for_others(published, how);
    transaction.commit();
    published.script("VACUUM");
}

read::OcrStore& Archive::ocr_pages() {
    return state_->ocr_pages;
}

} // namespace kompass::archive
