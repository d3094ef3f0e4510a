#include "cli/terminal/report_page.h"
#include "model/record_facts.h"
#include "text/fitting.h"

#include <doctest/doctest.h>

#include <sstream>

using namespace kompass;
using namespace kompass::cli;

TEST_SUITE("cli") {

    namespace {

    Record sample() {
        Record record;
        record.file = "pahitt.pdf";
        record.sha256 = std::string(64, 'a');
        record.municipality = "Björkåsa";
        record.municipality_code = "9901";
        record.year = 2017;
        record.edition = "2016";
        for (int number = 1; number <= 8; ++number) {
            Area area;
            area.number = number;
            area.title = "Område med ett ganska långt namn som inte får plats";
            area.total.points = 40 + number;
            area.total.max = 100;
            record.areas.push_back(area);
        }
        auto& area = record.areas.front();
        area.total.doubtful = {"points"};
        area.questions.push_back({"1.1", "Finns det en strategi för information?", {}});
        area.questions.back().score.points = 7;
        area.questions.back().score.doubtful = {"points", "max"};
        area.strengths.push_back(
            {"En strategi finns och den är känd av alla i hela den stora organisationen.", "", {}});
        area.doubtful = {"strengths"};
        record.findings_of_audit.push_back({CheckKind::sum,
                                            Verdict::inconsistent,
                                            1,
                                            total_cell(1, CellField::points),
                                            "41",
                                            "7",
                                            "The points do not sum.",
                                            {}});
        record.findings_of_audit.push_back(
            {CheckKind::row, Verdict::rounding, 1, question_cell("1.1", CellField::whole), "7", "7", "", {}});
        return record;
    }

    std::string page_of(const Record& record, const std::string& key, const Terminal& terminal) {
        const auto effective = archive::effective(record);
        enquiry::ReportIdentity report;
        report.key = key;
        return report_page(effective, enquiry::cell_states(effective), report, terminal);
    }

    bool shows(const std::string& page, const std::string& text) {
        return page.find(text) != std::string::npos;
    }

    } // namespace

    TEST_CASE("doubtful figures bear a mark, missing ones a dash") {
        const auto page = page_of(sample(), "se-9901-2017-10", Terminal{});
        CHECK(shows(page, "41?/100"));
        CHECK(shows(page, "7?/–?"));
        CHECK(shows(page, "42/100"));
        CHECK(shows(page, "To be checked: strengths"));
    }

    TEST_CASE("a page tells inconsistencies and leaves rounding out") {
        const auto page = page_of(sample(), "se-9901-2017-10", Terminal{});
        CHECK(shows(page, "area 1 total points [sum, inconsistent]: printed 41, expected 7"));
        CHECK_FALSE(shows(page, "rounding"));
    }

    TEST_CASE("no line is wider than the terminal, and only a coloured terminal gets colours") {
        for (const int columns : {60, 80, 120}) {
            std::istringstream lines(
                page_of(sample(), "se-9901-2017-10",
                        Terminal{.interactive = true, .colour = false, .width = columns}));
            for (std::string line; std::getline(lines, line);) {
                if (line.find("sha256") == std::string::npos)
                    CHECK(text::width(line) <= static_cast<std::size_t>(columns));
                CHECK(line.find('\x1b') == std::string::npos);
            }
        }
        CHECK(shows(
            page_of(sample(), "se-9901-2017-10", Terminal{.interactive = true, .colour = true, .width = 80}),
            "\x1b[32m"));
    }

    TEST_CASE("an almost empty record still gives a page") {
        const auto page = page_of(Record{}, "", Terminal{});
        CHECK(shows(page, "Unknown municipality"));
        CHECK_FALSE(shows(page, "points in all"));
    }

    TEST_CASE("points in all are stated only if all eight totals are") {
        auto record = sample();
        CHECK(points_in_all(record.areas) == 8 * 40 + 36);
        record.areas[3].total.points.reset();
        CHECK_FALSE(points_in_all(record.areas));
        record.areas.pop_back();
        CHECK_FALSE(points_in_all(record.areas));
    }

    TEST_CASE("doubtful fields are counted wherever they stand") {
        auto record = sample();
        CHECK(doubtful_fields(record) == 4);
        record.doubtful = {"municipality", "year"};
        CHECK(doubtful_fields(record) == 6);
        CHECK(inconsistencies(record).size() == 1);
    }

} // TEST_SUITE
