// The views as an analyst uses them.
#include "archive/archive.h"
#include "archive/connection.h"
#include "archive/reader.h"
#include "tests/archive/samples.h"

#include <doctest/doctest.h>

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

} // namespace

TEST_SUITE("archive") {

    TEST_CASE("the views answer by municipality, year, area and question") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        archive.store(samples::plain_record("Gåseborg", "9902", 2018, 50), {});
        archive.store(samples::rich_record(), {});
        const auto connection = Connection::reading(folder.file("a.db"));

        SUBCASE("scores") {
            CHECK(table(connection,
                        "SELECT municipality, year, edition, area, question, points, max, percent, doubtful "
                        "FROM scores WHERE municipality = 'Ankeborg'") ==
                  "Ankeborg|2017|2016|1|1.1|8|20|40|points, percent\n"
                  "Ankeborg|2017|2016|1|1.12||||\n");
            CHECK(table(connection, "SELECT text FROM scores WHERE year = 2018 AND question = '3.1'") ==
                  "Hur går det?\n");
        }
        SUBCASE("area_totals") {
            CHECK(table(connection,
                        "SELECT municipality, year, edition, area, title, points, max, percent, box_points, "
                        "doubtful "
                        "FROM area_totals WHERE year = 2017") ==
                  "Ankeborg|2017|2016|1|Offentlighet och demokrati|61|100|61|61|strengths, box_points\n"
                  "Ankeborg|2017|2016|2|Tillgänglighet och brukarorientering|40||||\n");
            CHECK(table(connection, "SELECT municipality, sum(points) FROM area_totals GROUP BY report") ==
                  "Gåseborg|400\nAnkeborg|101\n");
        }
        SUBCASE("findings_list") {
            CHECK(table(connection,
                        "SELECT municipality, year, area, kind, position, text FROM findings_list") ==
                  "Ankeborg|2017|1|strength|1|Tydliga mål för nämnderna\n"
                  "Ankeborg|2017|1|strength|2|Bra webbplats\n"
                  "Ankeborg|2017|1|improvement|1|Mät det som är viktigt\n"
                  "Ankeborg|2017|1|weakness|1|Få deltar\n");
        }
        SUBCASE("completeness tells of every part, and where it stands") {
            CHECK(table(connection,
                        "SELECT municipality, year, area, part, state, why, place FROM completeness") ==
                  "Ankeborg|2017|1|title|found||page 2\n"
                  "Ankeborg|2017|1|score_table|found||page 4\n"
                  "Ankeborg|2017|1|strengths|damaged|the second line is cut off|page 3\n"
                  "Ankeborg|2017|1|role_models|not_in_report|nothing names any|page 2\n"
                  "Ankeborg|2017|2|strengths|missing|each other area has some|\n"
                  "Ankeborg|2017||history|found||page 6\n"
                  "Ankeborg|2017||page|missing|6 follows 4|printed page 5\n");
            CHECK(table(connection, "SELECT parts, accounted FROM reports") ==
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
        CHECK(ankeborg.doubtful == 6);
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
        CHECK(read_audit_findings(connection, 2, std::nullopt) == record.findings_of_audit);
        CHECK(read_audit_findings(connection, 1, std::nullopt).empty());
        CHECK(read_audit_findings(connection, 2, Verdict::rounding) ==
              std::vector{record.findings_of_audit.at(1)});
    }

} // TEST_SUITE
