#include "archive/reader.h"

#include "archive/accounts.h"
#include "archive/audit_rows.h"
#include "archive/cells.h"
#include "archive/decisions.h"
#include "archive/entries.h"
#include "archive/outside/file_origins.h"
#include "archive/place_rows.h"
#include "archive/scorings.h"

#include <fmt/format.h>

#include <string_view>

namespace kompass::archive {

namespace {

using Id = std::int64_t;

/// The ids by which a report's rows are found.
struct Keys {
    Id report = 0, source = 0, entry = 0;
};

Keys keys_of(const Connection& connection, Id report_id) {
    std::optional<Keys> keys;
    connection.each("SELECT id, source_id, entry_id FROM report WHERE id = ?", {report_id},
                    [&](const Row& row) {
                        keys = {row.id("id"), row.id("source_id"), row.id("entry_id")};
                    });
    if (!keys)
        throw ArchiveError(
            fmt::format("archive {}: there is no report {}; `kompass list` shows those there are",
                        connection.file().string(), report_id));
    return *keys;
}

class ReportReader {
public:
    ReportReader(const Connection& connection, Id report_id)
        : connection_(connection), keys_(keys_of(connection, report_id)), entries_(connection, keys_.source) {
    }

    Record read() {
        read_source();
        read_identity();
        read_lists();
        read_areas();
        read_chapters();
        read_history();
        record_.scorings = read_scorings(connection_, entries_, keys_.report);
        record_.findings_of_audit = read_audit(connection_, keys_.report, record_);
        record_.troubles = read_troubles(connection_, keys_.source);
        read_word_repairs();
        read_provenance();
        record_.account = read_account(connection_, keys_.report);
        record_.corrections = list_decisions(connection_, record_.sha256);
        record_.origin = find_origin(connection_, record_.sha256);
        return std::move(record_);
    }

private:
    void read_provenance() {
        connection_.each("SELECT id, cell, item, rule FROM provenance WHERE report_id = ? ORDER BY position",
                         {keys_.report}, [&](const Row& row) {
                             record_.provenance.push_back({stored_cell(row.text("cell")),
                                                           row.optional_integer("item").value_or(0),
                                                           row.text("rule"), entries_.places(row.id("id"))});
                         });
        connection_.each("SELECT version, rules FROM extraction WHERE source_id = ? AND rules IS NOT NULL",
                         {keys_.source}, [&](const Row& row) {
                             record_.extracted_by = {row.text("version"), row.text("rules")};
                         });
    }

    void read_word_repairs() {
        connection_.each("SELECT page, line, before, after, rule, probability FROM text_repair "
                         "WHERE source_id = ? ORDER BY id",
                         {keys_.source}, [&](const Row& row) {
                             record_.word_repairs.push_back({row.integer("page"), row.integer("line"),
                                                             row.text("before"), row.text("after"),
                                                             row.text("rule"),
                                                             row.optional_real("probability").value_or(0)});
                         });
    }

    void read_source() {
        connection_.each("SELECT file, sha256, kind FROM source WHERE id = ?", {keys_.source},
                         [&](const Row& row) {
                             record_.file = row.text("file");
                             record_.sha256 = row.text("sha256");
                             record_.kind = source_kind_from(row.text("kind"));
                         });
        connection_.each(
            "SELECT number, reading, why, confidence FROM page WHERE source_id = ? ORDER BY position",
            {keys_.source}, [&](const Row& row) {
                record_.pages.push_back({row.integer("number"), reading_from(row.text("reading")),
                                         row.text("why"), row.optional_real("confidence")});
            });
    }

    void read_identity() {
        connection_.each("SELECT municipality, municipality_code, year, month, ordinal, interviewees, "
                         "document_date, edition, text_repairs FROM report WHERE id = ?",
                         {keys_.report}, [&](const Row& row) {
                             record_.municipality = row.text("municipality");
                             record_.municipality_code = row.text("municipality_code");
                             record_.year = row.optional_integer("year");
                             record_.month = row.optional_integer("month");
                             record_.ordinal = row.optional_integer("ordinal");
                             record_.interviewees = row.optional_integer("interviewees");
                             record_.document_date = row.optional_text("document_date");
                             record_.edition = row.text("edition");
                             record_.text_repairs = row.integer("text_repairs");
                         });
        record_.doubtful = entries_.doubts(keys_.entry);
    }

    void read_lists() {
        record_.evaluators = connection_.texts(
            "SELECT name FROM evaluator WHERE report_id = ? ORDER BY position", {keys_.report});
        connection_.each(
            "SELECT id, name, role, employer FROM evaluator_detail WHERE report_id = ? ORDER BY position",
            {keys_.report}, [&](const Row& row) {
                record_.evaluator_details.push_back({row.text("name"), row.text("role"), row.text("employer"),
                                                     entries_.doubts(row.id("id"))});
            });
        connection_.each(
            "SELECT label, value FROM key_fact WHERE report_id = ? ORDER BY position", {keys_.report},
            [&](const Row& row) { record_.key_facts.emplace_back(row.text("label"), row.text("value")); });
    }

    void read_chapters() {
        connection_.each(
            "SELECT id, heading, page FROM chapter WHERE report_id = ? ORDER BY position", {keys_.report},
            [&](const Row& row) {
                auto& chapter =
                    record_.chapters.emplace_back(Chapter{row.text("heading"), row.integer("page"), {}});
                connection_.each(
                    "SELECT text, page FROM chapter_paragraph WHERE chapter_id = ? ORDER BY position",
                    {row.id("id")}, [&](const Row& paragraph) {
                        chapter.paragraphs.push_back({paragraph.text("text"), paragraph.integer("page")});
                    });
            });
    }

    void read_areas() {
        connection_.each("SELECT id, total_id, area, title, table_title, box_points, points, max, percent "
                         "FROM area_score WHERE report_id = ? ORDER BY position",
                         {keys_.report}, [&](const Row& row) { record_.areas.push_back(area_of(row)); });
    }

    Area area_of(const Row& row) {
        const Id id = row.id("id");
        Area area;
        area.number = row.integer("area");
        area.title = row.text("title");
        area.table_title = row.optional_text("table_title");
        area.box_points = row.optional_decimal("box_points");
        area.total = entries_.score(row.id("total_id"), row);
        entries_.add_notes(id, area);
        area.places = entries_.places(id);
        area.box_headings =
            connection_.texts("SELECT text FROM box_heading WHERE area_score_id = ? ORDER BY position", {id});
        connection_.each("SELECT id, number, text, points, max, percent FROM question_score "
                         "WHERE area_score_id = ? ORDER BY position",
                         {id}, [&](const Row& question) {
                             area.questions.push_back({question.text("number"), question.text("text"),
                                                       entries_.score(question.id("id"), question)});
                         });
        area.strengths = findings(id, "strength");
        area.improvements = findings(id, "improvement");
        area.weaknesses = findings(id, "weakness");
        connection_.each(
            "SELECT name, municipality_code FROM role_model WHERE area_score_id = ? ORDER BY position", {id},
            [&](const Row& model) {
                area.role_models.push_back({model.text("name"), model.text("municipality_code")});
            });
        connection_.each("SELECT text, page FROM paragraph WHERE area_score_id = ? ORDER BY position", {id},
                         [&](const Row& row) {
                             area.prose.push_back({row.text("text"), row.integer("page")});
                         });
        return area;
    }

    std::vector<Finding> findings(Id area, const char* kind) {
        std::vector<Finding> list;
        connection_.each(
            "SELECT id, text, raw FROM finding WHERE area_score_id = ? AND kind = ? ORDER BY position",
            {area, kind}, [&](const Row& row) {
                list.push_back({row.text("text"), row.text("raw"), entries_.places(row.id("id"))});
            });
        return list;
    }

    void read_history() {
        connection_.each(
            "SELECT id, year, total FROM history_column WHERE report_id = ? ORDER BY position",
            {keys_.report}, [&](const Row& row) {
                const Id id = row.id("id");
                HistoryColumn column{
                    row.integer("year"), {}, row.optional_decimal("total"), entries_.places(id)};
                entries_.add_notes(id, column);
                connection_.each(
                    "SELECT points FROM history_score WHERE column_id = ? ORDER BY area", {id},
                    [&](const Row& score) { column.areas.push_back(score.optional_decimal("points")); });
                record_.history.push_back(std::move(column));
            });
    }

    const Connection& connection_;
    Keys keys_;
    EntryReader entries_;
    Record record_;
};

} // namespace

Record read_report(const Connection& connection, Id report_id) {
    return ReportReader(connection, report_id).read();
}

Troubles read_troubles(const Connection& connection, Id source_id) {
    Troubles troubles;
    connection.each("SELECT severity, code, message, file, rule, page, x0, y0, x1, y1 FROM trouble "
                    "LEFT JOIN place ON entry_id = trouble.id WHERE source_id = ? ORDER BY trouble.position",
                    {source_id}, [&](const Row& row) {
                        Trouble trouble{severity_from(row.text("severity")),
                                        row.text("code"),
                                        row.text("message"),
                                        row.text("file"),
                                        std::nullopt,
                                        row.text("rule")};
                        if (!row.is_null("page")) trouble.place = place_of(row);
                        troubles.push_back(std::move(trouble));
                    });
    return troubles;
}

} // namespace kompass::archive
