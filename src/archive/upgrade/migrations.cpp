#include "archive/upgrade/migrations.h"

#include "archive/audit_rows.h"
#include "archive/cells.h"
#include "archive/evaluation/evaluations.h"
#include "archive/ocr_pages.h"
#include "archive/schema/passage_triggers.h"
#include "archive/schema/schema.h"
#include "archive/schema/schema_account.h"
#include "archive/schema/schema_atomic.h"
#include "archive/schema/schema_cells.h"
#include "archive/schema/schema_chapters.h"
#include "archive/schema/schema_corrections.h"
#include "archive/schema/schema_description.h"
#include "archive/schema/schema_evaluations.h"
#include "archive/schema/schema_evaluators.h"
#include "archive/schema/schema_halves.h"
#include "archive/schema/schema_in_effect.h"
#include "archive/schema/schema_notes.h"
#include "archive/schema/schema_origins.h"
#include "archive/schema/schema_own_municipalities.h"
#include "archive/schema/schema_provenance.h"
#include "archive/schema/schema_reingest.h"
#include "archive/schema/schema_scorings.h"
#include "archive/schema/schema_search.h"
#include "archive/schema/schema_views.h"
#include "archive/schema/schema_withdrawals.h"
#include "archive/upgrade/former_reports.h"
#include "archive/writer.h"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <thread>

namespace kompass::archive {

namespace {

/// What leads from one version to the next of what documents say and people decided.
struct Migration {
    std::string_view change; ///< what it brings, for people
    const char* const* script;
    /// What SQL alone cannot write of the new tables; it reads and writes by the program of today.
    void (*fill)(Connection&) = nullptr;
};

void fill_atomic(Connection& connection) {
    drop_exact_checks(connection);
    compress_ocr_pages(connection);
    fill_key_facts(connection);
}

/// Of versions that changed no more than what is made anew with each.
constexpr const char* nothing_else = "";

/// The one at index n leads from version n to n + 1.
constexpr std::array migrations{
    Migration{"reports, their figures, findings and sources", &schema_version_1},
    Migration{"what OCR read is kept", &schema_version_2},
    Migration{"what people decide is kept beside what was read", &schema_corrections},
    Migration{"what was read is kept, so that rules can be applied anew", &schema_reingest},
    Migration{"areas' own text, and a search that knows å ä ö", &schema_search},
    Migration{"more tables of what is in effect", &nothing_else},
    Migration{"each figure and text has a name of its own", &schema_cells, name_all_cells},
    Migration{"what became of each part of a report", &schema_account},
    Migration{"several files of one evaluation are kept, and one result is made of them", &schema_evaluations,
              take_in_former_reports},
    Migration{"more tables of what is in effect", &nothing_else},
    Migration{"points may have a half", &schema_halves},
    Migration{"more tables of what is in effect", &nothing_else},
    Migration{"decisions can be taken back", &schema_withdrawals},
    Migration{"scores by a former edition that a report prints beside its own", &schema_scorings},
    Migration{"where files came from, totals that others publish, countries of instruments", &schema_origins},
    Migration{"who evaluated: name, role and employer", &schema_evaluators},
    Migration{"an archive says what it is, whose, and what its tables mean", &schema_description},
    Migration{"municipalities of registers of the user's own are remembered", &schema_own_municipalities},
    Migration{"nothing is stored twice, and figures have columns of their own", &schema_atomic, fill_atomic},
    Migration{"chapters outside the eight areas are kept and found", &schema_chapters},
    Migration{"every value tells where it stands and what found it there", &schema_provenance}};

bool is_blank(const Connection& connection) {
    return connection.number("PRAGMA application_id") == 0 && version_of(connection) == 0 &&
           connection.number("SELECT count(*) FROM sqlite_schema") == 0;
}

/// An archive, of whatever version up to this program's.
void require_archive(const Connection& connection) {
    const auto file = connection.file().string();
    if (connection.number("PRAGMA application_id") != application_id)
        throw ArchiveError(fmt::format(
            "archive {}: this SQLite file is no kompass archive; choose another file with --archive", file));
    if (version_of(connection) > newest_version())
        throw ArchiveError(fmt::format("archive {}: it was made by a newer kompass (schema version {}, this "
                                       "program knows {}); use that program or a newer one",
                                       file, version_of(connection), newest_version()));
}

/// The journal mode is a property of the file. WAL lets others read while one writes. Where several processes
/// make the same archive at once, SQLite refuses the change without waiting: then it is tried again.
void use_wal(Connection& connection) {
    constexpr int tries = 100;
    constexpr auto between_tries = std::chrono::milliseconds(50);
    for (int left = tries; left > 0; --left) {
        try {
            connection.script("PRAGMA journal_mode = WAL");
            return;
        } catch (const LockedError&) {
            if (left == 1) throw;
        }
        std::this_thread::sleep_for(between_tries);
    }
}

std::string older_archive(const Connection& connection) {
    return fmt::format(
        "archive {}: it was made by an older kompass (schema version {}, this program writes {})",
        connection.file().string(), version_of(connection), newest_version());
}

void drop_views(Connection& connection) {
    for (const auto* view : views_ever)
        connection.script(fmt::format("DROP VIEW IF EXISTS {}", view));
}

/// What is in effect follows from the rest, by the program of today.
void make_anew_what_is_in_effect(Connection& connection) {
    for (const auto* table : tables_in_effect)
        connection.script(fmt::format("DROP TABLE IF EXISTS {}", table));
    connection.script(schema_in_effect);
    connection.script(passage_triggers());
    connection.script(schema_views);
    settle_all(connection);
}

} // namespace

int newest_version() {
    return static_cast<int>(migrations.size());
}

int version_of(const Connection& connection) {
    return static_cast<int>(connection.number("PRAGMA user_version").value_or(0));
}

std::string_view change_of(int version) {
    return migrations.at(static_cast<std::size_t>(version - 1)).change;
}

void make_if_blank(Connection& connection) {
    if (is_blank(connection)) {
        use_wal(connection);
        migrate(connection);
    }
    require_current(connection);
}

void migrate(Connection& connection, const std::function<void(int version)>& on_version) {
    Transaction transaction(connection, Transaction::Kind::write);
    if (!is_blank(connection)) require_archive(connection);
    if (version_of(connection) == newest_version()) return;
    drop_views(connection); // they speak of tables that change
    const auto first = static_cast<std::size_t>(version_of(connection));
    for (auto version = first; version < migrations.size(); ++version) {
        if (on_version) on_version(static_cast<int>(version) + 1);
        connection.script(*migrations.at(version).script);
    }
    for (auto version = first; version < migrations.size(); ++version)
        if (const auto fill = migrations.at(version).fill; fill != nullptr) fill(connection);
    make_anew_what_is_in_effect(connection);
    write_schema_notes(connection);
    connection.script(fmt::format("PRAGMA application_id = {}", application_id));
    connection.script(fmt::format("PRAGMA user_version = {}", newest_version()));
    transaction.commit();
}

void require_readable(const Connection& connection) {
    if (is_blank(connection))
        throw ArchiveError(fmt::format("archive {}: it is empty; put reports into it with: kompass ingest "
                                       "--archive {} PATH…",
                                       connection.file().string(), connection.file().string()));
    require_archive(connection);
}

void require_current(const Connection& connection) {
    require_readable(connection);
    if (version_of(connection) < newest_version())
        throw ArchiveError(fmt::format("{}; it can be read, but is changed only after: kompass upgrade "
                                       "--archive {}",
                                       older_archive(connection), connection.file().string()));
}

} // namespace kompass::archive
