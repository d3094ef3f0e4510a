// The archive: one SQLite file of normalised reports; the only code that knows its tables.
//
// One report, one transaction: a report is wholly in the archive or not at all. A source whose SHA-256 is
// known is not stored again. One Archive a thread; several processes may read while one writes (WAL, busy
// timeout). Every error is an ArchiveError that names the file and says what to do.
#pragma once

#include "model/record.h"
#include "read/ocr_store.h"
#include "rules/knowledge.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace kompass::archive {

struct ArchiveError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

enum class Access {
    write, ///< created if missing, migrated if old
    read,  ///< must exist; nothing is written
};

/// What became of a source.
enum class Outcome { taken, known, failed };

struct ReportSummary {
    std::int64_t id = 0;
    std::string municipality, municipality_code, county; ///< empty where unknown
    std::optional<int> year;
    std::string edition, file, sha256;
    std::optional<int> points; ///< sum of the eight areas' totals, if all are there
    int questions = 0, findings = 0, inconsistencies = 0, doubtful = 0;
};

struct FailedSource {
    std::string file, sha256; ///< sha256 empty where the bytes could not be read
    Troubles troubles;
};

/// An inconsistency or another audit result with the report it belongs to.
struct AuditRow {
    ReportSummary report;
    AuditFinding finding;
};

class Connection;

class Archive {
public:
    [[nodiscard]] static Archive open(const std::filesystem::path& file, Access access);
    Archive(Archive&&) noexcept;
    Archive& operator=(Archive&&) noexcept;
    ~Archive();

    /// Notes the start of a run (command line, versions); later stores belong to it.
    void begin_run(std::string_view command);
    /// Notes its end and counts.
    void end_run();

    /// True if a report with this hash is stored (failed sources are tried again).
    [[nodiscard]] bool knows(std::string_view sha256) const;
    /// Stores the record in one transaction; a stored failure of the same source goes. A record that the
    /// schema refuses (an area 9, the same area twice) becomes a failure "record-refused". Throws
    /// std::invalid_argument if the record's troubles hold an error: such a source is for store_failure.
    Outcome store(const Record& record, const rules::Knowledge& knowledge);
    /// Keeps why a source could not be taken, in place of what was kept of it before. A report that was taken
    /// stays as it is.
    void store_failure(const FailedSource& failure);

    /// By municipality (Swedish collation), then year.
    [[nodiscard]] std::vector<ReportSummary> reports() const;
    [[nodiscard]] std::vector<FailedSource> failures() const;
    /// The reports that `reference` names: an id, a file name, the start of a hash (6 digits or more), a
    /// municipality (any case, with or without diacritics), or "municipality year".
    [[nodiscard]] std::vector<ReportSummary> find(std::string_view reference) const;
    /// The whole record, as it was stored.
    [[nodiscard]] Record record(std::int64_t report_id) const;
    /// Audit results, ordered as reports() and then as audited; only of `verdict` if given.
    [[nodiscard]] std::vector<AuditRow> audit_findings(std::optional<Verdict> verdict) const;

    /// Runs an enquiry (search.h, standings.h, role_models.h, export_tables.h) so that all it reads is of one
    /// state. It must not ask the archive itself.
    void consult(const std::function<void(const Connection&)>& enquiry) const;
    /// Writes a compact copy for others to read: one file without what OCR read and without the command
    /// lines of runs. `copy` must not exist. Works while another process writes.
    void publish(const std::filesystem::path& copy) const;

    /// What OCR read and the archive keeps. Each page is a transaction of its own: it outlives the run that
    /// read it, whatever becomes of its report. Part of the archive: not to be used after it.
    [[nodiscard]] read::OcrStore& ocr_pages();

    [[nodiscard]] static std::string sqlite_version();

private:
    struct State;
    explicit Archive(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace kompass::archive
