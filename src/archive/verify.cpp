#include "archive/verify.h"

#include "archive/cells.h"
#include "archive/connection.h"
#include "archive/evaluation/evaluations.h"
#include "archive/ocr_pages.h"
#include "archive/outside/description.h"
#include "archive/outside/file_origins.h"
#include "archive/reader.h"
#include "archive/readings.h"
#include "archive/upgrade/migrations.h"
#include "archive/writer_lock.h"
#include "read/file_bytes.h"
#include "read/sha256.h"
#include "text/file_name.h"

#include <fmt/format.h>

#include <array>
#include <string_view>
#include <utility>

namespace kompass::archive {
namespace {

constexpr std::size_t most_told = 10;

void add_fault(Check& check, std::string fault) {
    if (check.faults.size() < most_told)
        check.faults.push_back(std::move(fault));
    else if (check.faults.size() == most_told)
        check.faults.emplace_back("… and more");
}

/// `sql` gives a row, with words for it, for everything that is wrong.
void add_faults(Check& check, const Connection& connection, std::string_view sql) {
    for (auto& fault : connection.texts(sql))
        add_fault(check, std::move(fault));
}

std::string counted(const Connection& connection, std::string_view table, std::string_view noun) {
    const auto sql = fmt::format("SELECT count(*) FROM {}", table);
    return fmt::format("{} {}", connection.number(sql).value_or(0), noun);
}

Check check_integrity(const Connection& connection) {
    Check check{.name = "integrity", .what = "every page of the file"};
    for (auto& line : connection.texts("PRAGMA integrity_check"))
        if (line != "ok") add_fault(check, std::move(line));
    return check;
}

Check check_foreign_keys(const Connection& connection) {
    Check check{.name = "foreign-keys", .what = "every reference"};
    connection.each("PRAGMA foreign_key_check", {}, [&](const Row& row) {
        add_fault(check, fmt::format("row {} of {} refers to a row of {} that is not there",
                                     row.text("rowid"), row.text("table"), row.text("parent")));
    });
    return check;
}

/// FTS5 checks an index by a command in the form of an INSERT, which needs a connection that may write.
Check check_search(const std::filesystem::path& file) {
    Check check{.name = "search", .what = "every search index against its table"};
    try {
        auto lock = WriterLock::try_take(file, "kompass verify");
        if (!lock) {
            check.notes.push_back(
                fmt::format("not checked while another writes ({})", WriterLock::holder(file)));
            return check;
        }
        auto connection = Connection::writing(*std::move(lock));
        for (const auto& index : connection.texts(
                 "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%USING fts5 (%'")) {
            try {
                connection.run(
                    fmt::format("INSERT INTO {0} ({0}, rank) VALUES ('integrity-check', 1)", index));
            } catch (const ArchiveError&) {
                add_fault(check, index + " does not agree with its table");
            }
        }
    } catch (const ArchiveError& error) {
        check.notes.emplace_back(fmt::format("not checked: {}", error.what()));
    }
    return check;
}

Check check_orphans(const Connection& connection) {
    Check check{.name = "orphans", .what = counted(connection, "entry", "entries")};
    constexpr auto things =
        std::to_array<std::pair<const char*, const char*>>({{"report", "report WHERE entry_id"},
                                                            {"area", "area_score WHERE id"},
                                                            {"total", "area_score WHERE total_id"},
                                                            {"question", "question_score WHERE id"},
                                                            {"finding", "finding WHERE id"},
                                                            {"history", "history_column WHERE id"},
                                                            {"audit", "audit_finding WHERE id"},
                                                            {"trouble", "trouble WHERE id"},
                                                            {"evaluator", "evaluator_detail WHERE id"},
                                                            {"scoring", "scoring WHERE id"},
                                                            {"scoring-row", "scoring_row WHERE id"},
                                                            {"scoring-column", "scoring_column WHERE id"}});
    for (const auto& [kind, where] : things)
        add_faults(check, connection,
                   fmt::format("SELECT 'entry ' || id || ' is of no {0}' FROM entry WHERE kind = '{0}' "
                               "AND NOT EXISTS (SELECT 1 FROM {1} = entry.id)",
                               kind, where));
    return check;
}

Check check_sources(const Connection& connection) {
    Check check{.name = "sources", .what = counted(connection, "source", "sources")};
    add_faults(check, connection,
               "SELECT file || ': taken, but it has no report' FROM source s WHERE status = 'taken' "
               "AND NOT EXISTS (SELECT 1 FROM report WHERE source_id = s.id)");
    add_faults(check, connection,
               "SELECT file || ': failed, but it has a report' FROM source s WHERE status = 'failed' "
               "AND EXISTS (SELECT 1 FROM report WHERE source_id = s.id)");
    add_faults(check, connection,
               "SELECT file || ': failed, and nothing says why' FROM source s WHERE status = 'failed' "
               "AND NOT EXISTS (SELECT 1 FROM trouble WHERE source_id = s.id)");
    return check;
}

Check check_runs(const Connection& connection) {
    Check check{.name = "runs", .what = counted(connection, "run", "runs")};
    const auto open = connection.number("SELECT count(*) FROM run WHERE ended_at IS NULL").value_or(0);
    if (open > 0) check.notes.push_back(fmt::format("{} broken off, or still at work", open));
    return check;
}

Check check_reports(const Connection& connection) {
    Check check{.name = "reports", .what = counted(connection, "report", "reports")};
    connection.each("SELECT r.id, s.file FROM report r JOIN source s ON s.id = r.source_id", {},
                    [&](const Row& row) {
                        try {
                            static_cast<void>(read_report(connection, row.id("id")));
                        } catch (const std::exception& error) {
                            add_fault(check, fmt::format("{}: {}", row.text("file"), error.what()));
                        }
                    });
    add_faults(check, connection,
               "SELECT 'report ' || r.id || ': its evaluators and their details are not as many' "
               "FROM report r JOIN evaluator_detail d ON d.report_id = r.id GROUP BY r.id "
               "HAVING count(*) <> (SELECT count(*) FROM evaluator e WHERE e.report_id = r.id)");
    add_faults(check, connection,
               "SELECT 'report ' || report_id || ': its chapters are not numbered through' FROM chapter "
               "GROUP BY report_id HAVING max(position) <> count(*) UNION ALL "
               "SELECT 'report ' || report_id || ': the text of chapter ' || c.position || ' is not numbered "
               "through' "
               "FROM chapter c JOIN chapter_paragraph p ON p.chapter_id = c.id "
               "GROUP BY c.id HAVING max(p.position) <> count(*)");
    return check;
}

/// Every report is evidence of one evaluation, and what is in effect is what follows from documents and
/// decisions.
Check check_evaluations(const Connection& connection) {
    Check check{.name = "evaluations", .what = counted(connection, "evaluation", "evaluations")};
    add_faults(check, connection,
               "SELECT s.file || ': its report is evidence of no evaluation' FROM report r "
               "JOIN source s ON s.id = r.source_id WHERE r.id NOT IN (SELECT report_id FROM evidence)");
    add_faults(check, connection,
               "SELECT e.key || ': its report is not that of the preferred document' FROM evaluation e "
               "WHERE NOT EXISTS (SELECT 1 FROM evidence d WHERE d.evaluation_id = e.id AND d.rank = 1 "
               "AND d.report_id = e.report_id)");
    connection.each("SELECT id, key FROM evaluation", {}, [&](const Row& row) {
        try {
            for (const auto& fault : faults_of_evaluation(connection, row.id("id")))
                add_fault(check, fmt::format("{}: {}", row.text("key"), fault));
        } catch (const std::exception& error) {
            add_fault(check, fmt::format("{}: {}", row.text("key"), error.what()));
        }
    });
    add_faults(check, connection,
               "SELECT e.key || ': a text of ' || coalesce('area ' || p.area, 'chapter ' || p.chapter) || "
               "' is in no document' FROM passage_text p "
               "JOIN evaluation e ON e.id = p.evaluation_id WHERE p.text IS NULL");
    for (const auto& match : connection.texts("SELECT why FROM unsure_match"))
        check.notes.push_back(match + "; a person has to say");
    return check;
}

/// Each view has the rows of its tables, evaluation by evaluation.
Check check_views(const Connection& connection) {
    constexpr auto findings = "(SELECT * FROM passage WHERE kind IN ('strength', 'improvement', 'weakness'))";
    constexpr auto views = std::to_array<std::pair<const char*, const char*>>(
        {{"scores", "question_result"},
         {"area_totals", "area_result"},
         {"findings", findings},
         {"role_models", "(SELECT * FROM passage WHERE kind = 'role-model')"},
         {"inconsistencies", "(SELECT * FROM check_result WHERE verdict = 'inconsistent')"},
         {"history", "(SELECT * FROM history_result WHERE area > 0)"},
         {"history_totals", "(SELECT * FROM history_result WHERE area = 0)"},
         {"other_scores", "(SELECT * FROM scoring_row_result WHERE question IS NOT NULL)"},
         {"other_area_totals",
          "(SELECT * FROM scoring_row_result WHERE question IS NULL AND area IS NOT NULL)"},
         {"other_grand_totals", "(SELECT * FROM scoring_row_result WHERE area IS NULL)"},
         {"other_history", "scoring_past_result"},
         {"completeness", "part_result"},
         {"reports", "(SELECT id AS evaluation_id FROM evaluation)"},
         {"documents", "evidence"},
         {"grand_totals", "(SELECT id AS evaluation_id FROM evaluation)"}});
    Check check{.name = "views", .what = fmt::format("{} views against their tables", views.size())};
    for (const auto& [view, tables] : views)
        add_faults(check, connection,
                   fmt::format("SELECT evaluation || ': {0} has ' || sum(shown) || ' rows, its tables ' || "
                               "sum(stored) FROM (SELECT evaluation, count(*) AS shown, 0 AS stored "
                               "FROM {0} GROUP BY evaluation UNION ALL SELECT e.key, 0, count(*) FROM {1} a "
                               "JOIN evaluation e ON e.id = a.evaluation_id "
                               "GROUP BY e.key) GROUP BY evaluation HAVING sum(shown) <> sum(stored)",
                               view, tables));
    return check;
}

/// Names say what their columns say, and no figure lacks its name: the views would not tell of it.
Check check_cells(const Connection& connection) {
    Check check{.name = "cells", .what = counted(connection, "cell", "names")};
    for (const auto& fault : faults_of_cells(connection))
        add_fault(check, fault);
    add_faults(
        check, connection,
        "SELECT DISTINCT 'the figures of ' || number || ' have no names' FROM question_score WHERE "
        "NOT EXISTS "
        "(SELECT 1 FROM cell WHERE question = number AND field = 'points' AND scoring IS NULL) UNION ALL "
        "SELECT DISTINCT 'the figures of area ' || area || ' have no names' FROM area_score a WHERE "
        "NOT EXISTS "
        "(SELECT 1 FROM cell c WHERE kind = 'total' AND c.area = a.area AND scoring IS NULL) UNION ALL "
        "SELECT DISTINCT 'the figures of ' || year || ' have no names' FROM history_column h WHERE "
        "NOT EXISTS "
        "(SELECT 1 FROM cell c WHERE c.year = h.year AND c.area IS NULL AND field = 'points' "
        "AND scoring IS NULL) UNION ALL "
        "SELECT DISTINCT 'figures of scoring ' || g.number || ' have no names' FROM scoring g "
        "JOIN scoring_row x ON x.scoring_id = g.id WHERE NOT EXISTS "
        "(SELECT 1 FROM cell c WHERE c.scoring = g.number AND c.area IS x.area "
        "AND c.question IS x.question AND field = 'points' AND year IS NULL)");
    return check;
}

/// What is told of a report in one line is what its parts say.
Check check_accounts(const Connection& connection) {
    Check check{.name = "accounts", .what = counted(connection, "account", "accounts")};
    add_faults(check, connection,
               "SELECT file || ': its account says \"' || summary || '\", its parts ' || found || ' of ' || "
               "expected FROM (SELECT s.file, k.summary, count(*) FILTER (WHERE state = 'found') AS found, "
               "count(*) FILTER (WHERE state <> 'not_in_report') AS expected "
               "FROM account k JOIN report r ON r.id = k.report_id JOIN source s ON s.id = r.source_id "
               "LEFT JOIN account_part p USING (report_id) GROUP BY k.report_id) "
               "WHERE summary NOT LIKE found || ' of ' || expected || '%'");
    const auto without =
        connection.number("SELECT count(*) FROM report WHERE id NOT IN (SELECT report_id FROM account)");
    if (without.value_or(0) > 0)
        check.notes.push_back(
            fmt::format("{} not accounted for; kompass reextract or ingest --again does", *without));
    return check;
}

/// What the archive holds of files that are none of its sources is worth a note.
void note_loose(Check& check, const Connection& connection, std::string_view table) {
    const auto loose = connection.number(fmt::format("SELECT count(*) FROM {} WHERE sha256 NOT IN "
                                                     "(SELECT sha256 FROM source WHERE sha256 IS NOT NULL)",
                                                     table));
    if (loose.value_or(0) > 0) check.notes.push_back(fmt::format("{} of no source", *loose));
}

Check check_readings(const Connection& connection) {
    Check check{.name = "readings", .what = counted(connection, "reading", "readings")};
    for (const auto& sha256 : connection.texts("SELECT sha256 FROM reading")) {
        try {
            static_cast<void>(find_reading(connection, sha256));
        } catch (const ArchiveError& error) {
            add_fault(check, error.what());
        }
    }
    note_loose(check, connection, "reading");
    return check;
}

/// Where files came from that the archive does not hold (yet) is no fault.
Check check_origins(const Connection& connection) {
    Check check{.name = "origins", .what = counted(connection, "origin", "origins")};
    for (const auto& [sha256, origin] : list_origins(connection))
        if (const auto fault = fault_of_origin(origin); !fault.empty())
            add_fault(check, fmt::format("{}…: {}", sha256.substr(0, 12), fault));
    note_loose(check, connection, "origin");
    return check;
}

/// Each is compared once at least, be it with nothing.
Check check_known(const Connection& connection) {
    Check check{.name = "known", .what = counted(connection, "known_total", "known figures")};
    add_faults(check, connection,
               "SELECT m.name || ' ' || k.year || ': what ' || k.source || ' gives of it is compared with "
               "nothing' FROM known_total k JOIN municipality m ON m.code = k.municipality_code "
               "WHERE NOT EXISTS (SELECT 1 FROM known_totals v WHERE v.municipality_code = "
               "k.municipality_code AND v.year = k.year AND v.month IS k.month AND v.publication = k.source "
               "AND coalesce(v.area, 0) = k.area)");
    return check;
}

/// A page of another form than this program's is read again when it is asked for: no fault.
Check check_description(const Connection& connection) {
    Check check{.name = "description", .what = "what the archive says of itself"};
    if (auto fault = fault_of_description(find_description(connection)); !fault.empty())
        add_fault(check, std::move(fault));
    add_faults(
        check, connection,
        "SELECT 'nothing says what ' || t.name || '.' || c.name || ' means' FROM pragma_table_list t, "
        "pragma_table_info(t.name) c WHERE t.schema = 'main' AND t.type IN ('table', 'view') AND "
        "t.name NOT LIKE 'sqlite_%' AND NOT EXISTS (SELECT 1 FROM schema_note n WHERE n.relation = t.name "
        "AND n.field = c.name AND n.meaning <> '')");
    return check;
}

Check check_ocr_pages(const Connection& connection) {
    Check check{.name = "ocr-pages", .what = counted(connection, "ocr_page", "pages")};
    int unread = 0;
    connection.each("SELECT page, content FROM ocr_page", {}, [&](const Row& row) {
        if (!ocr_page_of(row.blob("content"), row.integer("page"))) ++unread;
    });
    if (unread > 0)
        check.notes.push_back(
            fmt::format("{} damaged or of another version; OCR will read them anew", unread));
    return check;
}

Check check_files(const Connection& connection) {
    Check check{.name = "files", .what = counted(connection, "source_path", "files")};
    std::size_t gone = 0;
    connection.each("SELECT path, sha256 FROM source_path ORDER BY path", {}, [&](const Row& row) {
        const auto path = row.text("path");
        const auto place = text::file_name_bytes(path);
        std::error_code ignored;
        if (!std::filesystem::exists(place, ignored)) {
            ++gone;
            return;
        }
        const auto content = read::read_file(place);
        if (!content.error.empty())
            add_fault(check, fmt::format("{}: {}", path, content.error));
        else if (read::sha256_hex(content.bytes) != row.text("sha256"))
            add_fault(check, path + ": has changed since it was ingested; ingest it again");
    });
    if (gone > 0) check.notes.push_back(fmt::format("{} no longer where they were", gone));
    return check;
}

} // namespace

std::vector<Check> verify(const std::filesystem::path& archive) {
    auto connection = Connection::reading(archive);
    auto integrity = check_integrity(connection);
    // What stands in a damaged file cannot be asked for more.
    if (!integrity.faults.empty()) return {integrity};
    require_readable(connection);
    if (version_of(connection) < newest_version()) {
        integrity.notes.push_back(
            fmt::format("made by an older kompass (schema version {}); what follows is of a "
                        "copy brought up to date",
                        version_of(connection)));
        connection = connection.private_copy();
        migrate(connection);
    }
    std::vector<Check> checks{std::move(integrity)};
    {
        Transaction transaction(connection, Transaction::Kind::read);
        for (const auto check : {check_foreign_keys, check_orphans, check_runs, check_sources, check_reports,
                                 check_evaluations, check_views, check_cells, check_accounts, check_readings,
                                 check_origins, check_known, check_description, check_ocr_pages, check_files})
            checks.push_back(check(connection));
        transaction.commit();
    }
    checks.push_back(check_search(archive));
    return checks;
}

} // namespace kompass::archive
