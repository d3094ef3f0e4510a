// The archive: one SQLite file of normalised reports, kept. What is asked of it stands in enquiry/, by way of
// consult().
//
// One report, one transaction: a report is wholly in the archive or not at all. A source whose SHA-256 is
// known is not stored again. Sources are evidence of evaluations: what is in effect of these is made of all
// their documents and of what people decided (evaluations.h). What was read is kept, so that rules can be
// applied anew. One Archive a thread; several processes may read while one writes (WAL, busy timeout), the
// one that holds the WriterLock. Every error is an ArchiveError that names the file and says what to do.
#pragma once

#include "archive/connection.h"
#include "archive/evaluation/effective.h"
#include "archive/failed_source.h"
#include "archive/others/copy_for_others.h"
#include "archive/outside/description.h"
#include "archive/outside/keeping.h"
#include "archive/outside/known_totals.h"
#include "archive/writer_lock.h"
#include "model/record.h"
#include "read/kept/ocr_store.h"
#include "rules/knowledge.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace kompass::archive {

/// What became of a source.
enum class Outcome { taken, known, failed };

/// Where a record comes from. What is not known may be missing.
struct Origin {
    const Document* document = nullptr; ///< what was read: kept, so that it can be extracted anew
    std::filesystem::path path;         ///< where the source lies
};

/// A source that can be extracted anew.
struct KeptSource {
    std::string file, sha256, version; ///< version: of the kompass whose rules were last applied
    Outcome outcome = Outcome::taken;  ///< `taken` or `failed`
};

/// What a run stands on: a library, a model or the rules, with its version.
using Parts = std::vector<std::pair<std::string, std::string>>;

class Archive {
public:
    /// For reading: it must exist, and nothing is written. That of an older kompass is read by way of a
    /// private copy which is brought up to date.
    [[nodiscard]] static Archive open(const std::filesystem::path& file);
    /// Made if missing; that of an older kompass is refused, see upgrade.h. The lock is held as long as the
    /// archive is open.
    [[nodiscard]] static Archive open_for_writing(WriterLock lock);
    Archive(Archive&&) noexcept;
    Archive& operator=(Archive&&) noexcept;
    ~Archive();

    /// The schema version of the file, where it is older than this kompass's.
    [[nodiscard]] std::optional<int> older_version() const;

    /// Writes what the rules know, and remembers municipalities of registers of the user's own.
    void learn(const rules::Knowledge& knowledge);
    /// Those that are remembered.
    [[nodiscard]] std::vector<rules::Municipality> own_municipalities() const;

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
    /// What was read of a source; nullopt if that is not kept.
    [[nodiscard]] std::optional<Document> reading(const std::string& sha256) const;
    /// The stored report of a source that was taken, as it was read.
    [[nodiscard]] Record report_of(const std::string& sha256) const;
    /// Puts `record` in the place of the stored report of the same source, and keeps what changed; a source
    /// that had failed is taken. Outcome::known: nothing differs. What the schema refuses leaves the stored
    /// report as it is: Outcome::failed. A document replaces what was kept as read.
    Outcome revise(const Record& record, const rules::Knowledge& knowledge, const Origin& origin = {});

    /// The whole record of a document, as it was stored.
    [[nodiscard]] Record record(std::int64_t report_id) const;
    /// What is in effect of the evaluation that this report is evidence of.
    [[nodiscard]] Effective effective(std::int64_t report_id) const;

    /// Adds what people decided, for reports that are there or may come. Of each whether it was not there
    /// already. Throws ConstraintError, and adds none, if a cell cannot hold its value.
    std::vector<bool> correct(const std::vector<Correction>& corrections);
    /// What `enquiry` would answer if these were decided; nothing is kept.
    template <typename Enquiry>
    auto suppose(const std::vector<Correction>& corrections, const Enquiry& enquiry) {
        std::optional<std::invoke_result_t<Enquiry, const Connection&>> answer;
        as_if(corrections, [&](const Connection& connection) { answer.emplace(enquiry(connection)); });
        return *std::move(answer);
    }

    /// Keeps where files came from, by their hashes, in place of what was kept; all or none. Throws
    /// ConstraintError if one can be no origin.
    std::vector<Keeping> keep_origins(const std::vector<std::pair<std::string, FileOrigin>>& origins);
    /// Keeps what other publications give, in place of what the same ones gave; all or none.
    std::vector<Keeping> keep_known(const std::vector<KnownTotals>& all);
    /// Takes out what a publication gave. How many evaluations that was told of.
    std::size_t forget_known(const std::string& source);

    /// Keeps what the archive is to say of itself, in place of what was kept.
    Keeping describe(const Description& description);

    /// Takes a source out, and with it its report or why it failed, what was read of it, where it lay and
    /// came from. What people decided stays, and counts if it is taken again. By its hash; of a failed one
    /// whose bytes were not read the name. False: there is none.
    bool forget(const std::string& sha256, const std::string& file);

    /// What `enquiry` answers, a function of the connection (enquiry/, and what archive/ reads back): all
    /// that it reads is of one state. It must not ask the archive itself.
    template <typename Enquiry>
    auto consult(const Enquiry& enquiry) const {
        using Answer = std::invoke_result_t<Enquiry, const Connection&>;
        if constexpr (std::is_void_v<Answer>) {
            of_one_state(enquiry);
        } else {
            std::optional<Answer> answer;
            of_one_state([&](const Connection& connection) { answer.emplace(enquiry(connection)); });
            return *std::move(answer);
        }
    }
    /// Writes a compact copy for others to read: one file without what OCR read and without what names
    /// folders of this machine. `copy` must not exist, or be empty. Works while another process writes.
    void publish(const std::filesystem::path& copy, const Copying& how = {}) const;

    /// What OCR read and the archive keeps. Each page is a transaction of its own: it outlives the run that
    /// read it, whatever becomes of its report. Part of the archive: not to be used after it.
    [[nodiscard]] read::OcrStore& ocr_pages();

private:
    struct State;
    void of_one_state(const std::function<void(const Connection&)>& enquiry) const;
    void as_if(const std::vector<Correction>& corrections,
               const std::function<void(const Connection&)>& enquiry);
    explicit Archive(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace kompass::archive
