// Large archives: answers come by an index wherever there is one. How fast is for tools/bench archive to say.
#include "archive/archive.h"
#include "enquiry/reports.h"
#include "enquiry/search/search.h"
#include "enquiry/standings.h"
#include "tests/archive/samples.h"
#include "tests/support/synthetic_archive.h"
#include "text/unicode.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

using namespace kompass;
using namespace kompass::archive;
using namespace kompass::enquiry;
using testing::ReportSize;

/// Steps of the statement's plan that go through a whole table of the archive.
std::string full_scans(const Connection& connection, const std::string& sql) {
    std::string scans;
    connection.each("EXPLAIN QUERY PLAN " + sql, {}, [&](const Row& row) {
        const auto step = row.text("detail");
        const bool whole = step.starts_with("SCAN") || step.find("AUTOMATIC") != std::string::npos;
        if (whole && step.find("VIRTUAL TABLE INDEX") == std::string::npos) scans += step + "; ";
    });
    return scans;
}

} // namespace

TEST_SUITE("archive") {

    TEST_CASE("rankings and searches go by indexes") {
        const samples::TemporaryFolder folder;
        static_cast<void>(samples::writable(folder.file("a.db")));
        const auto connection = Connection::reading(folder.file("a.db"));
        CHECK(full_scans(connection, "SELECT * FROM report") != ""); // the check can fail

        for (const auto& subject : {Subject{}, Subject{3, ""}, Subject{3, "3.2"}}) {
            CAPTURE(subject.question);
            CHECK(full_scans(connection, ranking_statement(subject)) == "");
        }
        SearchQuery plain, narrowed;
        narrowed.evaluations = {"se-0001"};
        narrowed.year = 2012;
        narrowed.area = 3;
        narrowed.kinds = {"strength"};
        for (const auto& query : {plain, narrowed})
            for (const auto& statement : search_statements(query)) {
                CAPTURE(statement);
                CHECK(full_scans(connection, statement) == "");
            }
        CHECK(full_scans(connection, "SELECT * FROM area_totals WHERE report = 1 ORDER BY area") == "");
        CHECK(full_scans(connection, "SELECT * FROM scores WHERE report = 1 AND area = 2") == "");
    }

    TEST_CASE("a report is found among many by whatever names it, and by that alone") {
        const samples::TemporaryFolder folder;
        const auto connection = testing::synthetic_archive(folder.file("a.db"), 600, ReportSize::slim);
        const auto all = list_reports(connection);
        const auto& one = all.at(7);
        const auto found = [&](const std::string& reference) {
            std::vector<std::int64_t> ids;
            for (const auto& report : find_reports(connection, reference))
                ids.push_back(report.id);
            return ids;
        };
        using Ids = std::vector<std::int64_t>;
        const auto year = std::to_string(one.year.value());
        for (const auto& reference :
             {one.key, std::to_string(one.id), one.sha256, one.file, "x/" + one.file,
              one.file.substr(0, one.file.size() - 4), one.municipality + " " + year,
              unicode::lower(one.municipality) + "s kommun " + year, " " + one.key + " "}) {
            CAPTURE(reference);
            CHECK(found(reference) == Ids{one.id});
        }
        Ids of_municipality;
        for (const auto& report : all)
            if (report.municipality == one.municipality) of_municipality.push_back(report.id);
        CHECK(of_municipality.size() > 1);
        CHECK(found(one.municipality) == of_municipality);
        for (const auto* nothing : {"", "synthetic", "Kommun", "99999", "abcdef", "Kommun 0007 1850"})
            CHECK(found(nothing).empty());
    }

    TEST_CASE("an archive of many reports is searched and ranked rightly") {
        const samples::TemporaryFolder folder;
        const auto connection = testing::synthetic_archive(folder.file("a.db"), 600, ReportSize::slim);
        REQUIRE(connection.number("SELECT count(*) FROM report") == 600);
        const auto ranked = ranking(connection, "2010", {3, ""}).reports;
        REQUIRE(ranked.size() > 180);
        CHECK(std::is_sorted(ranked.begin(), ranked.end(), [](const RankedReport& a, const RankedReport& b) {
            return a.figures.points > b.figures.points;
        }));
        SearchQuery query;
        query.words = "kommunen";
        for (const auto& report : find_reports(connection, "kommun 0007"))
            query.evaluations.push_back(report.key);
        const auto result = search(connection, query);
        REQUIRE_FALSE(result.passages.empty());
        for (const auto& passage : result.passages)
            CHECK(passage.report.municipality == "Kommun 0007");
    }

} // TEST_SUITE
