#include "archive/archive.h"

#include "archive/connection.h"
#include "archive/definitions.h"
#include "archive/migrations.h"
#include "archive/ocr_pages.h"
#include "archive/queries.h"
#include "archive/reader.h"
#include "archive/writer.h"

#include <algorithm>
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

/// Runs `query` so that all it reads is of one state.
template <typename Query>
auto consistent(Connection& connection, Query query) {
    Transaction transaction(connection, Transaction::Kind::read);
    auto result = query(std::as_const(connection));
    transaction.commit();
    return result;
}

} // namespace

struct Archive::State {
    explicit State(Connection opened) : connection(std::move(opened)) {}

    Connection connection;
    OcrPages ocr_pages{connection};
    std::optional<std::int64_t> run;
    RunCounts counts;
    std::string seeded; ///< fingerprint of the definitions last written

    void seed_definitions(const rules::Knowledge& knowledge);
    Outcome take(const Record& record, const rules::Knowledge& knowledge);
    void keep_failure(const FailedSource& failure);
};

void Archive::State::seed_definitions(const rules::Knowledge& knowledge) {
    seed(connection, knowledge.editions.all(), knowledge.municipalities.all());
}

Outcome Archive::State::take(const Record& record, const rules::Knowledge& knowledge) {
    auto definitions = fingerprint(knowledge.editions.all(), knowledge.municipalities.all());
    Transaction transaction(connection, Transaction::Kind::write);
    if (is_taken(connection, record.sha256)) return Outcome::known;
    if (definitions != seeded) seed_definitions(knowledge);
    forget_failures(connection, record.file, record.sha256);
    write_report(connection, record, knowledge.editions.all(), run);
    transaction.commit();
    seeded = std::move(definitions);
    return Outcome::taken;
}

void Archive::State::keep_failure(const FailedSource& failure) {
    Transaction transaction(connection, Transaction::Kind::write);
    if (!failure.sha256.empty() && is_taken(connection, failure.sha256)) return;
    forget_failures(connection, failure.file, failure.sha256);
    write_failure(connection, failure, run);
    transaction.commit();
}

Archive::Archive(std::unique_ptr<State> state) : state_(std::move(state)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

Archive Archive::open(const std::filesystem::path& file, Access access) {
    auto state = std::make_unique<State>(Connection(file, access));
    if (access == Access::write)
        migrate(state->connection);
    else
        require_current(state->connection);
    return Archive(std::move(state));
}

void Archive::begin_run(std::string_view command) {
    state_->counts = {};
    state_->run = state_->connection.insert("INSERT INTO run (command, version, sqlite, started_at) "
                                            "VALUES (?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))",
                                            {command, KOMPASS_VERSION, library_version()});
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

Outcome Archive::store(const Record& record, const rules::Knowledge& knowledge) {
    require_takeable(record);
    try {
        const auto outcome = state_->take(record, knowledge);
        ++(outcome == Outcome::taken ? state_->counts.taken : state_->counts.known);
        return outcome;
    } catch (const ConstraintError& error) {
        auto troubles = record.troubles;
        troubles.push_back({Severity::error, "record-refused", error.what(), record.file, std::nullopt, ""});
        store_failure({record.file, record.sha256, std::move(troubles)});
        return Outcome::failed;
    }
}

void Archive::store_failure(const FailedSource& failure) {
    state_->keep_failure(failure);
    ++state_->counts.failed;
}

std::vector<ReportSummary> Archive::reports() const {
    return consistent(state_->connection, list_reports);
}

std::vector<FailedSource> Archive::failures() const {
    return consistent(state_->connection, list_failures);
}

std::vector<ReportSummary> Archive::find(std::string_view reference) const {
    return consistent(state_->connection,
                      [&](const Connection& connection) { return find_reports(connection, reference); });
}

Record Archive::record(std::int64_t report_id) const {
    return consistent(state_->connection,
                      [&](const Connection& connection) { return read_report(connection, report_id); });
}

std::vector<AuditRow> Archive::audit_findings(std::optional<Verdict> verdict) const {
    return consistent(state_->connection,
                      [&](const Connection& connection) { return list_audit_findings(connection, verdict); });
}

void Archive::consult(const std::function<void(const Connection&)>& enquiry) const {
    Transaction transaction(state_->connection, Transaction::Kind::read);
    enquiry(std::as_const(state_->connection));
    transaction.commit();
}

void Archive::publish(const std::filesystem::path& copy) const {
    // For SQLite even a copy is a write; the archive itself stays as it is.
    state_->connection.script("PRAGMA query_only = OFF");
    state_->connection.run("VACUUM INTO ?", {copy.string()});
    Connection published(copy, Access::write);
    published.script("PRAGMA journal_mode = DELETE; "
                     "DELETE FROM ocr_page; DELETE FROM ocr_engine; "
                     "UPDATE run SET command = ''; " // it names folders of this machine
                     "VACUUM");
}

read::OcrStore& Archive::ocr_pages() {
    return state_->ocr_pages;
}

std::string Archive::sqlite_version() {
    return library_version();
}

} // namespace kompass::archive
