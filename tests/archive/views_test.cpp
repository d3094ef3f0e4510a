// The views as an analyst uses them.
#include "archive/archive.h"
#include "archive/audit_rows.h"
#include "archive/connection.h"
#include "archive/reader.h"
#include "tests/archive/samples.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

namespace {

using namespace kompass;
using namespace kompass::archive;

/// What the sqlite3 program prints: columns parted by '|', a line a row.
std::string table(const Connection& connection, std::string_view sql) {
    std::string all;
    connection.each(sql, {}, [&](const Row& row) {
        for (const auto& column : row.columns())
            all += (&column == &row.columns().front() ? "" : "|") + row.text(column);
        all += '\n';
    });
    return all;
}

using Names = std::vector<std::string>;

Names views_of(const Connection& connection) {
    return connection.texts("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name");
}

/// What stands in no parentheses: what a view does within a value is its own affair.
std::string outside_parentheses(const std::string& sql) {
    std::string outside;
    int depth = 0;
    for (const char letter : sql) {
        if (letter == ')') --depth;
        if (depth == 0) outside += letter;
        if (letter == '(') ++depth;
    }
    return outside;
}

/// Means and counts over many evaluations are of none.
bool is_of_many(const std::string& view) {
    return view.ends_with("_means") || view == "question_versions";
}

/// Steps of a statement's plan that go through a whole table or build an index for the occasion. What it
/// makes of rows found before, it may go through.
std::string slow_steps(const Connection& connection, const std::string& sql) {
    std::string slow;
    std::set<std::string> made{"SCAN CONSTANT ROW"};
    connection.each("EXPLAIN QUERY PLAN " + sql, {}, [&](const Row& row) {
        const auto step = row.text("detail");
        for (const std::string head : {"CO-ROUTINE ", "MATERIALIZE "})
            if (step.starts_with(head)) made.insert("SCAN " + step.substr(head.size()));
        const bool whole = step.starts_with("SCAN") && !made.contains(step);
        if (whole || step.find("AUTOMATIC") != std::string::npos ||
            step.find("USE TEMP B-TREE") != std::string::npos)
            slow += step + "; ";
    });
    return slow;
}

} // namespace

TEST_SUITE("archive") {

    TEST_CASE("every view keeps the rules of views") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        archive.store(samples::rich_record(), {});
        const auto connection = Connection::reading(folder.file("a.db"));
        const auto views = views_of(connection);
        CHECK(views == Names{"area_means",        "area_totals",        "chapters",
                             "comparable_scores", "completeness",       "documents",
                             "edition_means",     "evaluators",         "figures",
                             "findings",          "grand_totals",       "history",
                             "history_totals",    "inconsistencies",    "known_totals",
                             "other_area_totals", "other_grand_totals", "other_history",
                             "other_scores",      "passage_text",       "question_versions",
                             "reports",           "role_models",        "scores",
                             "sources_of_values"});
        CHECK(slow_steps(connection, "SELECT * FROM report") != ""); // the check can fail
        CHECK(outside_parentheses("a (b (c) d) e (f)") == "a () e ()");
        for (const auto& view : views) {
            CAPTURE(view);
            const auto sql =
                connection.texts("SELECT sql FROM sqlite_schema WHERE type = 'view' AND name = ?", {view});
            CHECK(outside_parentheses(sql.front()).find("ORDER BY") == std::string::npos);
            const auto has = [&](std::string_view column) {
                return connection
                    .number("SELECT 1 FROM pragma_table_info(?) WHERE name = ?", {view, std::string(column)})
                    .has_value();
            };
            if (view == "passage_text") continue; // what the index is made of, of the rows of one table
            CHECK((has("edition") || has("printed_in_edition")));
            if (is_of_many(view)) continue;
            for (const auto* column : {"evaluation", "document", "source", "report"})
                CHECK_MESSAGE(has(column), column);
            CHECK((has("state") || has("layer")));
            CHECK(slow_steps(connection, "SELECT * FROM " + view + " WHERE evaluation = 'se-9901-2017-10'") ==
                  "");
            CHECK(slow_steps(connection, "SELECT * FROM " + view + " WHERE report = 1") == "");
        }
    }

    TEST_CASE("areas and their totals stand in no view together, and codes and numbers are texts") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        auto record = samples::plain_record("Gåseborg", "0114", 2018, 50);
        record.history = {{2014, {40, 40, 40, 40, 40, 40, 40, 40}, 320, {}}};
        record.areas[0].questions[0].number = "1.10";
        archive.store(record, {});
        const auto connection = Connection::reading(folder.file("a.db"));
        for (const auto* view :
             {"scores", "area_totals", "findings", "role_models", "history", "area_means"}) {
            CAPTURE(view);
            CHECK(connection.number(std::string("SELECT count(*) FROM ") + view +
                                    " WHERE area IS NULL OR area NOT BETWEEN 1 AND 8") == 0);
        }
        CHECK(table(connection, "SELECT sum(points) AS sum FROM area_totals") == "400\n");
        CHECK(table(connection, "SELECT points FROM grand_totals") == "400\n");
        CHECK(table(connection, "SELECT sum(points) AS sum FROM history") == "320\n");
        CHECK(table(connection, "SELECT points FROM history_totals") == "320\n");
        CHECK(table(connection, "SELECT points FROM edition_means") == "400.0\n");
        CHECK(table(connection, "SELECT typeof(municipality_code) AS type, municipality_code FROM reports") ==
              "text|0114\n");
        CHECK(table(connection, "SELECT typeof(question) AS type, question FROM scores WHERE area = 1") ==
              "text|1.10\n");
        for (const auto* view : {"reports", "grand_totals"})
            CHECK(connection.number(std::string("SELECT count(*) FROM ") + view) == 1);
    }

    TEST_CASE("the views answer by municipality, year, area and question") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        archive.store(samples::plain_record("Gåseborg", "9902", 2018, 50), {});
        archive.store(samples::rich_record(), {});
        const auto connection = Connection::reading(folder.file("a.db"));

        SUBCASE("scores") {
            CHECK(table(connection,
                        "SELECT evaluation, municipality, year, edition, area, question, position, points, "
                        "max, percent, state, points_state, max_state, percent_state "
                        "FROM scores WHERE municipality = 'Ankeborg' ORDER BY area, position") ==
                  "se-9901-2017-10-538453d7|Ankeborg|2017|2016|1|1.1|1|8|20|40|doubtful|doubtful|sound|"
                  "doubtful\n"
                  "se-9901-2017-10-538453d7|Ankeborg|2017|2016|1|1.12|2|||||||\n");
            CHECK(table(connection, "SELECT text FROM scores WHERE year = 2018 AND question = '3.1'") ==
                  "Hur går det?\n");
        }
        SUBCASE("area_totals") {
            CHECK(
                table(connection,
                      "SELECT municipality, year, edition, area, title, points, max, percent, box_points, "
                      "state, points_state, box_points_state, title_state "
                      "FROM area_totals WHERE year = 2017 ORDER BY area") ==
                "Ankeborg|2017|2016|1|Offentlighet och demokrati|61|100|61|61|doubtful|sound|doubtful|sound\n"
                "Ankeborg|2017|2016|2|Tillgänglighet och brukarorientering|40||||sound|sound||sound\n");
        }
        SUBCASE("grand_totals: a sum of eight areas or none") {
            CHECK(table(connection,
                        "SELECT municipality, points, max, areas, state FROM grand_totals ORDER BY 1") ==
                  "Ankeborg|||2|\nGåseborg|400|800|8|sound\n");
        }
        SUBCASE("findings, of which a list is in doubt as a whole") {
            CHECK(table(connection,
                        "SELECT municipality, year, area, kind, position, text, state FROM findings "
                        "ORDER BY kind, position") ==
                  "Ankeborg|2017|1|improvement|1|Mät det som är viktigt|sound\n"
                  "Ankeborg|2017|1|strength|1|Tydliga mål för nämnderna|doubtful\n"
                  "Ankeborg|2017|1|strength|2|Bra webbplats|doubtful\n"
                  "Ankeborg|2017|1|weakness|1|Få deltar|sound\n");
        }
        SUBCASE("evaluators are persons with roles and employers, each as sure as it is") {
            CHECK(table(connection,
                        "SELECT municipality, year, position, name, role, employer, printed, state, "
                        "name_state, role_state, employer_state FROM evaluators ORDER BY position") ==
                  "Ankeborg|2017|1|Åsa Ö. Ek|senior konsult|SKL|Åsa Ö. Ek, senior konsult (SKL)|sound|sound|"
                  "sound|sound\n"
                  "Ankeborg|2017|2|Bo Al||SKL|Bo Al|doubtful|sound||doubtful\n");
        }
        SUBCASE("completeness tells of every part, and where it stands") {
            CHECK(table(connection,
                        "SELECT municipality, year, area, part, state, why, place FROM completeness "
                        "ORDER BY position") ==
                  "Ankeborg|2017|1|title|found||page 2\n"
                  "Ankeborg|2017|1|score_table|found||page 4\n"
                  "Ankeborg|2017|1|strengths|damaged|the second line is cut off|page 3\n"
                  "Ankeborg|2017|1|role_models|not_in_report|nothing names any|page 2\n"
                  "Ankeborg|2017|2|strengths|missing|each other area has some|\n"
                  "Ankeborg|2017||history|found||page 6\n"
                  "Ankeborg|2017||page|missing|6 follows 4|printed page 5\n");
            CHECK(table(connection, "SELECT parts, accounted FROM reports ORDER BY accounted DESC") ==
                  "3 of 6: no strengths in area 2, page 5 missing, damaged strengths in area 1|0.95\n"
                  "not accounted for|\n");
        }
        SUBCASE("inconsistencies hold only what is neither exact nor explained by rounding") {
            CHECK(table(connection,
                        "SELECT municipality, year, area, cell, kind, printed, expected, explanation "
                        "FROM inconsistencies") ==
                  "Ankeborg|2017|1|1.1 points|row|3|8|3 of 20 is not 40 %.\n");
        }
    }

    TEST_CASE("lists of reports count and order as people do") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        archive.store(samples::plain_record("Östby", "9913", 2018, 50), {});
        archive.store(samples::plain_record("Äng", "9912", 2018, 50), {});
        archive.store(samples::plain_record("Ås", "9911", 2018, 50), {});
        archive.store(samples::plain_record("Zinkby", "9910", 2018, 40), {});
        archive.store(samples::plain_record("Zinkby", "9910", 2016, 30), {});
        auto nameless = samples::plain_record("", "1234", 2015, 10);
        nameless.municipality_code.clear();
        archive.store(nameless, {});
        archive.store(samples::rich_record(), {});

        const auto reports = samples::reports(archive);
        std::string order;
        for (const auto& report : reports)
            order += report.municipality + " " + std::to_string(report.year.value_or(0)) + "; ";
        CHECK(order == "Ankeborg 2017; Zinkby 2016; Zinkby 2018; Ås 2018; Äng 2018; Östby 2018;  2015; ");

        const auto& ankeborg = reports.front();
        CHECK(ankeborg.questions == 2);
        CHECK(ankeborg.findings == 4);
        CHECK(ankeborg.inconsistencies == 1);
        CHECK(ankeborg.doubtful == 9); // three of them of its other scoring
        CHECK_FALSE(ankeborg.points.has_value());
        CHECK(ankeborg.municipality_code == "9901");
        CHECK(ankeborg.edition == "2016");
        CHECK(ankeborg.file == "ankeborg-2017.pdf");
        CHECK(reports.at(2).points == 320);
    }

    TEST_CASE("audit results come report by report, by verdict if asked") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        const auto record = samples::rich_record();
        archive.store(samples::plain_record("Zinkby", "9910", 2018, 40), {});
        archive.store(record, {});

        const auto connection = Connection::reading(folder.file("a.db"));
        CHECK(read_audit(connection, 2, record) == record.findings_of_audit);
        CHECK(read_audit_of(connection, 1, Verdict::rounding).empty());
        CHECK(read_audit_of(connection, 2, Verdict::rounding) == std::vector{record.findings_of_audit.at(1)});
    }

} // TEST_SUITE
