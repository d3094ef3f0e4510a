// Taking records into an archive, and the account of it that `ingest` and `load` give at the end.
//
// What became of each source is one Entry, in the order taken, and an event in the log. An Intake does not
// own the archive, the knowledge and the log it is made with; one thread uses it.
#pragma once

#include "archive/archive.h"
#include "cli/event_log.h"
#include "cli/exit_code.h"
#include "cli/terminal/output.h"
#include "model/record.h"
#include "text/table.h"

#include <optional>
#include <string>
#include <vector>

namespace kompass::cli {

struct Entry {
    std::string file; ///< as the person named it
    archive::Outcome outcome = archive::Outcome::taken;
    std::string municipality = {}, edition = {};
    std::optional<int> year = {};
    std::optional<Decimal> points = {}; ///< the sum of eight totals, if all are there
    std::vector<AuditFinding> inconsistencies = {};
    int doubtful = 0;       ///< figures and facts that a person should check
    text::Told parts = {};  ///< what of it was found, in one line
    bool whole = true;      ///< nothing of it is damaged or missing
    text::Told remark = {}; ///< why it failed, or what to look at
    bool needs_a_look = false;
};

/// "taken  Avesta 2014, 387 points" and the like, for a log.
[[nodiscard]] std::string describe(const Entry& entry);

/// What becomes of a record whose source the archive knows.
enum class Known {
    kept,   ///< the stored report stays
    revised ///< the record takes its place, if it differs
};

class Intake {
public:
    Intake(archive::Archive& archive, const rules::Knowledge& knowledge, EventLog& log,
           Known known = Known::kept)
        : archive_(archive), knowledge_(knowledge), log_(log), known_(known) {}

    /// Stores the record, or why it cannot be taken.
    const Entry& take(const std::string& file, const Record& record, const archive::Origin& origin = {});
    const Entry& known(const std::string& file);
    /// A source that gave no record, or one that the archive cannot hold.
    const Entry& refused(const std::string& file, const text::Told& reason);

    [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
    [[nodiscard]] ExitCode exit_code() const;
    /// The table of entries; for people also the counts and the inconsistencies found.
    void print(Output& out, text::Format format) const;

private:
    [[nodiscard]] std::size_t count(archive::Outcome outcome) const;
    void log_findings(const std::string& file, const Record& record, const archive::Origin& origin);
    const Entry& add(Entry entry);

    archive::Archive& archive_;
    const rules::Knowledge& knowledge_;
    EventLog& log_;
    Known known_;
    std::vector<Entry> entries_;
};

} // namespace kompass::cli
