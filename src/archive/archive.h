// The archive: one SQLite file of normalised reports; the only code that knows its tables.
//
// One report, one transaction: a report is wholly in the archive or not at all. A source whose SHA-256 is
// known is not stored again. Of several sources of one evaluation one report is current; the others are kept
// whole beside it (succession.h). What was read is kept, so that rules can be applied anew. One Archive a
// thread; several processes may read while one writes (WAL, busy timeout). Every error is an ArchiveError
// that names the file and says what to do.
#pragma once

#include "model/record.h"
#include "read/kept/ocr_store.h"
#include "rules/knowledge.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
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

/// Where a record comes from. What is not known may be missing.
struct Origin {
    const Document* document = nullptr; ///< what was read: kept, so that it can be extracted anew
    std::filesystem::path path;         ///< where the source lies
};

/// A report that another source of the same evaluation stands in for.
struct FormerReport {
    std::int64_t id = 0; ///< as ReportSummary::id
    Record record;
    std::string current_file; ///< whose report is current
    std::string reason, why;  ///< what decided: a code, and words
};

/// What was decided between a source and another of the same evaluation.
struct Succession {
    bool current = false;   ///< the one asked about is current
    std::string other_file; ///< the other
    std::string reason, why;
};

/// A source that can be extracted anew.
struct KeptSource {
    std::string file, sha256, version; ///< version: of the kompass whose rules were last applied
    Outcome outcome = Outcome::taken;  ///< `taken` or `failed`
};

/// What a run stands on: a library, a model or the rules, with its version.
using Parts = std::vector<std::pair<std::string, std::string>>;

/// An inconsistency or another audit result with the report it belongs to.
struct AuditRow {
    ReportSummary report;
    AuditFinding finding;
};

/// A figure as the view `figures` tells of it.
struct FigureRow {
    ReportSummary report;
    int area = 0; ///< 0: not of one area
    std::string cell;
    std::string read; ///< empty: nothing was
    std::optional<int> value, corrected;
    std::string status;      ///< "decided", "doubtful", "repaired", "inconsistent"
    std::string candidates;  ///< "68, 63", best first
    std::string why;         ///< of a repair, or of a correction
    std::string author;      ///< of a correction
    std::optional<int> page; ///< where it stands
};

struct ArchiveCounts {
    std::string edition; ///< empty: not known
    std::optional<int> year;
    int reports = 0, figures = 0, checks = 0, exact = 0, rounding = 0, inconsistent = 0, repaired = 0,
        doubtful = 0, decided = 0;

    ArchiveCounts& operator+=(const ArchiveCounts& other);
};

class Connection;

class Archive {
public:
    [[nodiscard]] static Archive open(const std::filesystem::path& file, Access access);
    Archive(Archive&&) noexcept;
    Archive& operator=(Archive&&) noexcept;
    ~Archive();

    /// Notes the start of a run (command line, versions); later stores belong to it. The run's id.
    std::int64_t begin_run(std::string_view command, const Parts& parts = {});
    /// Notes its end and counts.
    void end_run();

    /// True if a report with this hash is stored (failed sources are tried again).
    [[nodiscard]] bool knows(std::string_view sha256) const;
    /// Stores the record in one transaction; a stored failure of the same source goes. A record that the
    /// schema refuses (an area 9, the same area twice) becomes a failure "record-refused". Throws
    /// std::invalid_argument if the record's troubles hold an error: such a source is for store_failure.
    Outcome store(const Record& record, const rules::Knowledge& knowledge, const Origin& origin = {});
    /// Keeps why a source could not be taken, in place of what was kept of it before. A report that was taken
    /// stays as it is.
    void store_failure(const FailedSource& failure, const Origin& origin = {});
    /// Counts a source as known, and notes that it lies there; no write if that is noted already.
    void pass_over(const std::string& sha256, const std::filesystem::path& path);

    /// The sources of which the reading is kept, in the order taken.
    [[nodiscard]] std::vector<KeptSource> kept_sources() const;
    /// How many reports, current or former, cannot be extracted anew, since what was read is not kept.
    [[nodiscard]] std::size_t reports_without_reading() const;
    /// What was read of a source; nullopt if that is not kept.
    [[nodiscard]] std::optional<Document> reading(const std::string& sha256) const;
    /// The record with the corrections that the archive holds of it, audited with those in force.
    [[nodiscard]] Record with_corrections(Record record) const;
    /// The stored report of a source that was taken, current or former.
    [[nodiscard]] Record report_of(const std::string& sha256) const;
    /// Puts `record` in the place of the stored report of the same source, current or former, and keeps what
    /// changed; a source that had failed is taken. Outcome::known: nothing differs. What the schema refuses
    /// leaves the stored report as it is: Outcome::failed. A document replaces what was kept as read.
    Outcome revise(const Record& record, const rules::Knowledge& knowledge, const Origin& origin = {});

    /// What was decided between this source and others of the same evaluation.
    [[nodiscard]] std::vector<Succession> successions(const std::string& sha256) const;
    [[nodiscard]] std::vector<FormerReport> former_reports() const;

    /// By municipality (Swedish collation), then year.
    [[nodiscard]] std::vector<ReportSummary> reports() const;
    [[nodiscard]] std::vector<FailedSource> failures() const;
    /// The reports that `reference` names: an id, a file name, the start of a hash (6 digits or more), a
    /// municipality (any case, with or without diacritics), or "municipality year". Former ones are found
    /// where no current one is.
    [[nodiscard]] std::vector<ReportSummary> find(std::string_view reference) const;
    /// The whole record, current or former, as it was stored.
    [[nodiscard]] Record record(std::int64_t report_id) const;
    /// Audit results, ordered as reports() and then as audited; only of `verdict` if given.
    [[nodiscard]] std::vector<AuditRow> audit_findings(std::optional<Verdict> verdict) const;
    /// Figures that are not simply consistent, in the order of reports().
    [[nodiscard]] std::vector<FigureRow> notable_figures() const;
    /// How many figures and checks there are of what kind, by edition and year.
    [[nodiscard]] std::vector<ArchiveCounts> counts() const;

    /// Adds corrections, for reports that are there or may come, and audits anew the reports concerned. The
    /// number of those that were not there already.
    std::size_t correct(const std::vector<Correction>& corrections);
    /// All, in the order they were made.
    [[nodiscard]] std::vector<Correction> corrections() const;

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
