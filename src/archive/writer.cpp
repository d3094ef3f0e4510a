#include "archive/writer.h"

#include "archive/accounts.h"
#include "archive/audit_rows.h"
#include "archive/cells.h"
#include "archive/entries.h"
#include "archive/outside/definitions.h"
#include "archive/scorings.h"
#include "model/key_fact.h"

namespace kompass::archive {

namespace {

using Id = std::int64_t;

/// A whole number is stored as one.
Value number_of(const std::optional<double>& number) {
    if (!number) return std::nullopt;
    const auto whole = static_cast<std::int64_t>(*number);
    return static_cast<double>(whole) == *number ? Value(whole) : Value(*number);
}

void write_key_fact_figures(Connection& connection, Id report, int position, const std::string& label,
                            const std::string& value) {
    const auto figures = key_fact_figures(label, value);
    connection.run("UPDATE key_fact SET number = ?, unit = ?, as_of = ? WHERE report_id = ? AND position = ?",
                   {number_of(figures.number), null_if_empty(figures.unit), null_if_empty(figures.as_of),
                    report, position});
}

/// Writes one report, table by table.
class ReportWriter {
public:
    /// `number` is the report's id if it had one before.
    ReportWriter(Connection& connection, Id source, std::optional<Id> number, const Definitions& definitions)
        : connection_(connection), source_(source), number_(number), definitions_(definitions),
          entries_(connection, source) {}

    void write(const Record& record) {
        name_cells(connection_, record);
        write_pages(record.pages);
        write_identity(record);
        int position = 0;
        for (const auto& area : record.areas)
            write_area(area, ++position);
        write_history(record.history);
        write_scorings(connection_, entries_, report_, record.scorings);
        write_key_facts(record);
        write_chapters(record.chapters);
        write_provenance(record.provenance);
        write_audit(connection_, report_, record);
        entries_.add_troubles(record.troubles);
        write_word_repairs(record.word_repairs);
        if (record.account) write_account(connection_, report_, *record.account);
    }

private:
    void write_word_repairs(const TextRepairs& repairs) {
        for (const auto& repair : repairs)
            connection_.run(
                "INSERT INTO text_repair (source_id, page, line, before, after, rule, probability) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                {source_, repair.page, repair.line, repair.before, repair.after, repair.rule,
                 repair.probability});
    }

    void write_pages(const std::vector<PageNote>& pages) {
        int position = 0;
        for (const auto& page : pages)
            connection_.run(
                "INSERT INTO page (source_id, position, number, reading, why, confidence) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                {source_, ++position, page.number, name_of(page.reading), page.why, page.confidence});
    }

    void write_identity(const Record& record) {
        const Id entry = entries_.add("report");
        entries_.add_doubts(entry, record.doubtful);
        report_ = connection_.insert(
            "INSERT INTO report (id, source_id, entry_id, municipality_code, municipality, year, month, "
            "ordinal, "
            "interviewees, document_date, edition, text_repairs) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            {number_, source_, entry,
             municipality_reference(connection_, record.municipality_code, record.municipality),
             null_if_empty(record.municipality), record.year, record.month, record.ordinal,
             record.interviewees, record.document_date, edition_reference(connection_, record.edition),
             record.text_repairs});
        write_evaluators(record);
    }

    void write_evaluators(const Record& record) {
        int position = 0;
        for (const auto& name : record.evaluators)
            connection_.run("INSERT INTO evaluator (report_id, position, name) VALUES (?, ?, ?)",
                            {report_, ++position, name});
        position = 0;
        for (const auto& person : record.evaluator_details) {
            const Id entry = entries_.add("evaluator");
            entries_.add_doubts(entry, person.doubtful);
            connection_.run("INSERT INTO evaluator_detail (id, report_id, position, name, role, employer) "
                            "VALUES (?, ?, ?, ?, ?, ?)",
                            {entry, report_, ++position, person.name, null_if_empty(person.role),
                             null_if_empty(person.employer)});
        }
    }

    void write_area(const Area& area, int position) {
        const Id id = entries_.add("area", area.places);
        entries_.add_notes(id, area);
        const Id total = entries_.add("total", area.total);
        connection_.run(
            "INSERT INTO area_score (id, total_id, report_id, position, area, area_id, title, table_title, "
            "box_points, points, max, percent) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            {id, total, report_, position, area.number,
             definitions_.area_reference(connection_, area.number,
                                         {area.title, area.table_title.value_or("")}),
             area.title, area.table_title, area.box_points, area.total.points, area.total.max,
             area.total.percent});
        write_box_headings(id, area.box_headings);
        write_questions(id, area);
        write_findings(id, "strength", area.strengths);
        write_findings(id, "improvement", area.improvements);
        write_findings(id, "weakness", area.weaknesses);
        write_role_models(id, area.role_models);
        write_prose(id, area.prose);
    }

    void write_box_headings(Id area, const std::vector<std::string>& headings) {
        int position = 0;
        for (const auto& heading : headings)
            connection_.run("INSERT INTO box_heading (area_score_id, position, text) VALUES (?, ?, ?)",
                            {area, ++position, heading});
    }

    void write_questions(Id area_score, const Area& area) {
        int position = 0;
        for (const auto& question : area.questions)
            connection_.run(
                "INSERT INTO question_score (id, area_score_id, position, number, text, question_id, points, "
                "max, percent) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                {entries_.add("question", question.score), area_score, ++position, question.number,
                 question.text,
                 definitions_.question_reference(connection_, area.number, question.number, question.text),
                 question.score.points, question.score.max, question.score.percent});
    }

    void write_findings(Id area, const char* kind, const std::vector<Finding>& findings) {
        int position = 0;
        for (const auto& finding : findings)
            connection_.run("INSERT INTO finding (id, area_score_id, kind, position, text, raw) "
                            "VALUES (?, ?, ?, ?, ?, ?)",
                            {entries_.add("finding", finding.places), area, kind, ++position, finding.text,
                             null_if_empty(finding.raw)});
    }

    void write_role_models(Id area, const std::vector<RoleModel>& role_models) {
        int position = 0;
        for (const auto& model : role_models)
            connection_.run(
                "INSERT INTO role_model (area_score_id, position, name, municipality_code) "
                "VALUES (?, ?, ?, ?)",
                {area, ++position, model.name, municipality_reference(connection_, model.code, model.name)});
    }

    void write_prose(Id area, const std::vector<Paragraph>& prose) {
        int position = 0;
        for (const auto& paragraph : prose)
            connection_.run("INSERT INTO paragraph (area_score_id, position, text, page) VALUES (?, ?, ?, ?)",
                            {area, ++position, paragraph.text, paragraph.page});
    }

    void write_history(const std::vector<HistoryColumn>& columns) {
        int position = 0;
        for (const auto& column : columns) {
            const Id id = entries_.add("history", column.places);
            entries_.add_notes(id, column);
            connection_.run(
                "INSERT INTO history_column (id, report_id, position, year, total) VALUES (?, ?, ?, ?, ?)",
                {id, report_, ++position, column.year, column.total});
            int area = 0;
            for (const auto& points : column.areas)
                connection_.run("INSERT INTO history_score (column_id, area, points) VALUES (?, ?, ?)",
                                {id, ++area, points});
        }
    }

    void write_chapters(const std::vector<Chapter>& chapters) {
        int number = 0;
        for (const auto& chapter : chapters) {
            const Id id = connection_.insert(
                "INSERT INTO chapter (report_id, position, heading, page) VALUES (?, ?, ?, ?)",
                {report_, ++number, chapter.heading, chapter.page});
            int position = 0;
            for (const auto& paragraph : chapter.paragraphs)
                connection_.run(
                    "INSERT INTO chapter_paragraph (chapter_id, position, text, page) VALUES (?, ?, ?, ?)",
                    {id, ++position, paragraph.text, paragraph.page});
        }
    }

    void write_provenance(const Provenances& provenance) {
        int position = 0;
        for (const auto& one : provenance)
            connection_.run("INSERT INTO provenance (id, report_id, position, cell, item, rule) "
                            "VALUES (?, ?, ?, ?, ?, ?)",
                            {entries_.add("provenance", one.places), report_, ++position, name_of(one.of),
                             one.item == 0 ? Value(std::nullopt) : Value(one.item), null_if_empty(one.rule)});
    }

    void write_key_facts(const Record& record) {
        int position = 0;
        for (const auto& [label, value] : record.key_facts) {
            connection_.run("INSERT INTO key_fact (report_id, position, label, value) VALUES (?, ?, ?, ?)",
                            {report_, ++position, label, value});
            write_key_fact_figures(connection_, report_, position, label, value);
        }
    }

    Connection& connection_;
    Id source_;
    std::optional<Id> number_;
    Id report_ = 0;
    const Definitions& definitions_;
    EntryWriter entries_;
};

} // namespace

void fill_key_facts(Connection& connection) {
    connection.each("SELECT report_id, position, label, value FROM key_fact", {}, [&](const Row& row) {
        write_key_fact_figures(connection, row.id("report_id"), row.integer("position"), row.text("label"),
                               row.text("value"));
    });
}

void write_report(Connection& connection, const Record& record, const std::vector<rules::Edition>& editions,
                  std::optional<std::int64_t> run) {
    const Id source = connection.insert(
        "INSERT INTO source (sha256, file, kind, status, run_id) VALUES (?, ?, ?, 'taken', ?)",
        {record.sha256, record.file, name_of(record.kind), run});
    ReportWriter(connection, source, std::nullopt, Definitions(editions, record.edition)).write(record);
}

void write_report_again(Connection& connection, Id source, Id report, const Record& record,
                        const std::vector<rules::Edition>& editions) {
    connection.run("UPDATE source SET kind = ? WHERE id = ?", {name_of(record.kind), source});
    ReportWriter(connection, source, report, Definitions(editions, record.edition)).write(record);
}

void link_report(Connection& connection, Id source, const std::vector<rules::Edition>& editions) {
    std::string edition;
    connection.each("SELECT edition FROM report WHERE source_id = ?", {source},
                    [&](const Row& row) { edition = row.text("edition"); });
    const Definitions definitions(editions, edition);
    connection.each(
        "SELECT a.id, area, title, table_title FROM area_score a JOIN report r ON r.id = report_id "
        "WHERE source_id = ?",
        {source}, [&](const Row& row) {
            connection.run("UPDATE area_score SET area_id = ?1 WHERE id = ?2 AND area_id IS NOT ?1",
                           {definitions.area_reference(connection, row.integer("area"),
                                                       {row.text("title"), row.text("table_title")}),
                            row.id("id")});
        });
    connection.each(
        "SELECT q.id, area, number, text FROM question_score q JOIN area_score a "
        "ON a.id = area_score_id JOIN report r ON r.id = report_id WHERE source_id = ?",
        {source}, [&](const Row& row) {
            connection.run(
                "UPDATE question_score SET question_id = ?1 WHERE id = ?2 AND question_id IS NOT ?1",
                {definitions.question_reference(connection, row.integer("area"), row.text("number"),
                                                row.text("text")),
                 row.id("id")});
        });
}

void erase_report(Connection& connection, Id source) {
    // Entries take with them whatever shares their id; the report's own row goes first, with what has none.
    for (const auto* sql :
         {"DELETE FROM report WHERE source_id = ?", "DELETE FROM entry WHERE source_id = ?",
          "DELETE FROM page WHERE source_id = ?", "DELETE FROM text_repair WHERE source_id = ?"})
        connection.run(sql, {source});
}

void write_failure(Connection& connection, const FailedSource& failure, std::optional<std::int64_t> run) {
    const Id source =
        connection.insert("INSERT INTO source (sha256, file, status, run_id) VALUES (?, ?, 'failed', ?)",
                          {null_if_empty(failure.sha256), failure.file, run});
    EntryWriter(connection, source).add_troubles(failure.troubles);
}

void forget_failures(Connection& connection, const std::string& file, const std::string& sha256) {
    connection.run("DELETE FROM source WHERE status = 'failed' AND "
                   "(sha256 = ? OR (sha256 IS NULL AND file = ?))",
                   {sha256, file});
}

} // namespace kompass::archive
