// Evaluations are what the archive is about: files are evidence of them, decisions bind to them, and what is
// in effect does not depend on the order in which either came.
#include "archive/archive.h"
#include "archive/connection.h"
#include "archive/evaluation/evaluations.h"
#include "archive/verify.h"
#include "enquiry/checks.h"
#include "enquiry/export_tables.h"
#include "enquiry/figures.h"
#include "enquiry/former_reports.h"
#include "enquiry/search/search.h"
#include "enquiry/standings.h"
#include "tests/archive/in_effect.h"
#include "tests/archive/outsider.h"
#include "tests/archive/samples.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace {

using namespace kompass;
using namespace kompass::archive;

using Texts = std::vector<std::string>;

/// A document of Gåseborg 2018 with `points` in every area.
Record document(std::uint32_t hash, int points = 50) {
    auto record = samples::plain_record("Gåseborg", "9902", 2018, points);
    record.sha256 = samples::hash(hash);
    record.file = fmt::format("{}.pdf", hash);
    record.kind = SourceKind::pdf;
    return record;
}

Correction decision(const Record& record, const std::string& cell, std::optional<std::string> value,
                    const std::string& at = "2021-03-01T12:00:00Z") {
    return {record.sha256, cell, std::nullopt, std::move(value), "Anna", "sett på sidan", at};
}

std::string row(const Connection& connection, std::string_view sql) {
    std::string text;
    connection.each(sql, {}, [&](const Row& found) {
        for (const auto& column : found.columns())
            text += (&column == &found.columns().front() ? "" : "|") + found.text(column);
        text += '\n';
    });
    return text;
}

Texts keys(const samples::TemporaryFolder& folder) {
    return Connection::reading(folder.file("a.db")).texts("SELECT key FROM evaluation ORDER BY key");
}

void check_sound(const std::filesystem::path& file) {
    for (const auto& check : verify(file))
        for (const auto& fault : check.faults)
            FAIL_CHECK(check.name << ": " << fault);
}

} // namespace

TEST_SUITE("archive") {

    TEST_CASE("an evaluation in autumn is another than the one in May, unless its figures say otherwise") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        auto may = document(1, 46);
        may.month = 5;
        auto november = document(2, 54);
        november.month = 11;
        archive.store(may, {});
        archive.store(november, {});
        CHECK(keys(folder) == Texts{"se-9902-2018-05", "se-9902-2018-11"});
        CHECK(row(Connection::reading(folder.file("a.db")), "SELECT points FROM grand_totals ORDER BY 1") ==
              "368\n432\n");

        // The same figures in two months: one of them is misread.
        auto misread = document(3, 46);
        misread.month = 3;
        archive.store(misread, {});
        CHECK(keys(folder).size() == 2);
        CHECK(samples::former_reports(archive).size() == 1);
        check_sound(folder.file("a.db"));
    }

    TEST_CASE("what may be one evaluation or two is told, not merged") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        const auto one = document(1, 46);
        const auto other = document(2, 54);
        archive.store(one, {});
        archive.store(other, {});
        CHECK(samples::reports(archive).size() == 2);
        const auto matches = archive.consult(enquiry::list_unsure_matches);
        REQUIRE(matches.size() == 1);
        CHECK(matches.front().why.find("their figures differ") != std::string::npos);
        CHECK(matches.front().one != matches.front().other);

        SUBCASE("one without figures may be of either, and is of none") {
            auto bare = document(3);
            bare.areas.clear();
            archive.store(bare, {});
            CHECK(samples::reports(archive).size() == 3);
            CHECK(archive.consult(enquiry::list_unsure_matches).size() == 3);
        }
        SUBCASE("a decision says that they are two") {
            archive.correct({decision(one, "month", "5"), decision(other, "month", "11")});
            CHECK(archive.consult(enquiry::list_unsure_matches).empty());
            CHECK(keys(folder) == Texts{"se-9902-2018-05", "se-9902-2018-11"});
        }
        check_sound(folder.file("a.db"));
    }

    TEST_CASE("an evaluation's key does not depend on what was loaded first") {
        const auto sure = document(1);
        auto unsure = document(2, 30); // it may be of that year, or of another
        unsure.doubtful = {"year"};
        auto nameless = document(3, 20);
        nameless.municipality.clear();
        nameless.municipality_code.clear();
        std::vector<Record> records{sure, unsure, nameless};
        std::set<std::string> answers;
        do {
            const samples::TemporaryFolder folder;
            auto archive = samples::writable(folder.file("a.db"));
            for (const auto& record : records)
                archive.store(record, {});
            answers.insert(row(Connection::reading(folder.file("a.db")),
                               "SELECT evaluation, source FROM reports ORDER BY source"));
            check_sound(folder.file("a.db"));
        } while (std::next_permutation(records.begin(), records.end(),
                                       [](const Record& a, const Record& b) { return a.sha256 < b.sha256; }));
        const auto start = [](const Record& record) { return record.sha256.substr(0, 8); };
        CHECK(answers ==
              std::set<std::string>{fmt::format("se-9902-2018|1.pdf\nse-9902-2018-{}|2.pdf\nse-{}|3.pdf\n",
                                                start(unsure), start(nameless))});
    }

    TEST_CASE("a decision outlives the document that supersedes the one it was made in") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        auto transcript = document(1);
        transcript.kind = SourceKind::transcript;
        archive.store(transcript, {});
        archive.correct({decision(transcript, "1.1 points", "48"), decision(transcript, "year", "2017")});
        archive.store(document(2), {});
        const auto connection = Connection::reading(folder.file("a.db"));
        CHECK(row(connection, "SELECT source, year, evaluation FROM reports") == "2.pdf|2017|se-9902-2017\n");
        CHECK(row(connection, "SELECT points, state, points_state FROM scores WHERE question = '1.1'") ==
              "48|inconsistent|decided\n");
        CHECK(samples::former_reports(archive).size() == 1);
        check_sound(folder.file("a.db"));
    }

    TEST_CASE("a decision never changes what the paper prints") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        auto record = document(1);
        record.areas[5].total.points = 61; // the one question has 50
        record.findings_of_audit = {{CheckKind::sum,
                                     Verdict::inconsistent,
                                     6,
                                     total_cell(6, CellField::points),
                                     "61",
                                     "50",
                                     "The one question has 50. The report prints 61.",
                                     {}}};
        archive.store(record, {});
        archive.correct({decision(record, "area 6 total points", "60")});
        const auto checks = archive.consult(
            [](const Connection& connection) { return enquiry::list_checks(connection, 1, false); });
        std::set<std::string> told;
        for (const auto& check : checks) {
            told.insert(fmt::format("{}: {}", check.layer(), check.finding.printed));
            CHECK(check.finding.explanation.find("report prints 60") == std::string::npos);
        }
        CHECK(told.contains("published: 61"));
        CHECK(told.contains("effective: 60"));
        CHECK(archive.record(1).findings_of_audit == record.findings_of_audit);

        archive.correct({decision(record, "area 6 total points", "50", "2021-03-02T12:00:00Z"),
                         decision(record, "area 6 total percent", "50", "2021-03-02T12:00:00Z")});
        CHECK(samples::reports(archive).front().inconsistencies == 0);
        CHECK(row(Connection::reading(folder.file("a.db")), "SELECT layer, printed FROM inconsistencies") ==
              "published|61\n");
    }

    TEST_CASE("a register that calls a municipality otherwise revives no former report") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        for (int other = 0; other < 7; ++other)
            archive.store(samples::plain_record(fmt::format("Kommun {}", other),
                                                fmt::format("99{}", 10 + other), 2018, 40),
                          {});
        const auto first = document(1);
        auto second = document(2);
        archive.store(first, {});
        archive.store(second, {});
        const auto mean_of = [&] {
            return archive.consult(
                [](const Connection& connection) { return enquiry::mean(connection, "2016", {}); });
        };
        REQUIRE(mean_of()->reports == 8);
        second.municipality = "Nygåseborg";
        CHECK(archive.revise(second, {}) == Outcome::taken);
        CHECK(mean_of()->reports == 8);
        second.municipality = first.municipality;
        second.municipality_code.clear(); // a register that does not know it
        CHECK(archive.revise(second, {}) == Outcome::taken);
        CHECK(mean_of()->reports == 8);
        check_sound(folder.file("a.db"));
    }

    TEST_CASE("what no cell can hold is refused, not taken for another value") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        const auto record = document(1); // which is not there yet
        for (const auto& [cell, value] : {std::pair{"1.1 points", "tolv"},
                                          {"1.1 percent", "168"},
                                          {"month", "13"},
                                          {"document date", "igår"},
                                          {"document date", "2019-02-30"},
                                          {"1.1 points", " "},
                                          {"9.1 points", "1"},
                                          {"inconsistencies", "none"}})
            CHECK_THROWS_AS(archive.correct({decision(record, cell, value)}), ConstraintError);
        CHECK(samples::corrections(archive).empty());
        auto carrying = record;
        carrying.corrections = {decision(record, "1.1 points", "tolv")};
        CHECK(archive.store(carrying, {}) == Outcome::failed);
        CHECK(samples::failures(archive).front().troubles.front().message.find("tolv") != std::string::npos);
    }

    TEST_CASE("a decision may say that the report does not state it, and is never changed or taken away") {
        const samples::TemporaryFolder folder;
        {
            auto archive = samples::writable(folder.file("a.db"));
            const auto record = document(1);
            archive.store(record, {});
            archive.correct({decision(record, "1.1 percent", std::nullopt), decision(record, "month", "4")});
            CHECK(archive.effective(1).record.areas.front().questions.front().score.percent == std::nullopt);
        }
        const auto look = [&](std::string_view sql) {
            return row(Connection::reading(folder.file("a.db")), sql);
        };
        CHECK(look("SELECT percent IS NULL, percent_state FROM scores WHERE question = '1.1'") ==
              "1|decided\n");
        CHECK(look("SELECT read, effective IS NULL, state FROM figures WHERE cell = '1.1 percent'") ==
              "50|1|decided\n");
        samples::Outsider person(folder.file("a.db"));
        CHECK_THROWS(person.run("UPDATE decision SET number = 5 WHERE cell = 'month'"));
        CHECK_THROWS(person.run("DELETE FROM decision"));
        CHECK_THROWS(
            person.run("INSERT INTO decision (sha256, cell, stated, text, author, why, made_at) SELECT "
                       "sha256, cell, 1, 'tolv', 'x', 'y', 'z' FROM decision WHERE cell = 'month'"));
    }

    TEST_CASE("a part that the preferred document lost is taken from another, and says so") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        auto scan = document(1);
        scan.document_date = "2019-01-01";
        Account account;
        account.parts = {{PartKind::score_table, 1, std::nullopt, PartState::found, ""},
                         {PartKind::strengths, 2, std::nullopt, PartState::missing, "a heading stands there"},
                         {PartKind::history, std::nullopt, std::nullopt, PartState::missing, "lost"}};
        scan.account = account;
        auto transcript = document(2);
        transcript.kind = SourceKind::transcript;
        transcript.history = {{2014, {50, 50, 50, 50, 50, 50, 50, 50}, 400, {}}};
        transcript.areas[1].strengths = {{"Tydliga mål", "", {}}};
        for (auto& part : account.parts)
            part.state = PartState::found;
        transcript.account = account;
        archive.store(scan, {});
        archive.store(transcript, {});
        const auto look = [&](std::string_view sql) {
            return row(Connection::reading(folder.file("a.db")), sql);
        };
        CHECK(look("SELECT document, parts FROM reports") == transcript.sha256 + "|3 of 3 parts\n");

        transcript.document_date = "2018-01-01"; // an earlier edition: what the later one misses stays
        archive.revise(transcript, {});
        CHECK(look("SELECT document, parts FROM reports") == scan.sha256 + "|3 of 3 parts\n");
        CHECK(look("SELECT text, state, document, source FROM findings") ==
              "Tydliga mål|from another file|" + transcript.sha256 + "|2.pdf\n");
        CHECK(look("SELECT state, count(*) FROM history GROUP BY 1") == "from another file|8\n");
        CHECK(look("SELECT state, points FROM history_totals") == "from another file|400\n");
        CHECK(look("SELECT DISTINCT state FROM scores") == "sound\n");
        CHECK(look("SELECT DISTINCT document FROM figures WHERE cell LIKE 'history%'") ==
              transcript.sha256 + "\n");
        CHECK(look("SELECT DISTINCT document FROM scores") == scan.sha256 + "\n");
        CHECK(look("SELECT part, document FROM completeness WHERE state = 'found' AND area IS NULL") ==
              "history|" + transcript.sha256 + "\n");

        scan.account->parts[1].state = PartState::not_in_report; // left out on purpose
        archive.revise(scan, {});
        CHECK(look("SELECT count(*) FROM findings") == "0\n");
        check_sound(folder.file("a.db"));
    }

    TEST_CASE("every document's figures are rows, whichever is preferred") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        archive.store(document(1), {});
        archive.store(document(2), {});
        CHECK(
            row(Connection::reading(folder.file("a.db")),
                "SELECT s.file, count(*) FROM question_score q JOIN area_score a ON a.id = q.area_score_id "
                "JOIN report r ON r.id = a.report_id JOIN source s ON s.id = r.source_id GROUP BY s.file") ==
            "1.pdf|8\n2.pdf|8\n");
        CHECK(row(Connection::reading(folder.file("a.db")), "SELECT count(*) FROM scores") == "8\n");
    }

    TEST_CASE("a decided text is found, and the one it stands for is not") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        auto record = document(1);
        record.areas[2].strengths = {{"Bra dialog", "", {}}, {"Fin blomma", "", {}}};
        archive.store(record, {});
        auto decided = decision(record, "area 3 strength 2", "Fint skolhus");
        decided.was = "Fin blomma";
        archive.correct({decided});
        const auto found = [&](const std::string& words) {
            return archive
                .consult([&](const Connection& connection) {
                    enquiry::SearchQuery query;
                    query.words = words;
                    return enquiry::search(connection, query);
                })
                .as_typed;
        };
        CHECK(found("skolhus") == 1);
        CHECK(found("blomma") == 0);

        auto gone = decision(record, "area 3 strength 1", std::nullopt);
        gone.was = "Bra dialog";
        archive.correct({gone});
        CHECK(row(Connection::reading(folder.file("a.db")),
                  "SELECT position, text FROM findings ORDER BY position") == "2|Fint skolhus\n");
        gone.value = "Bra dialog";
        gone.made_at = "2021-03-02T12:00:00Z";
        archive.correct({gone});

        // Another document has the list in another order: the decision is about the text.
        auto better = record;
        better.sha256 = samples::hash(2);
        better.document_date = "2019-01-01";
        std::swap(better.areas[2].strengths[0], better.areas[2].strengths[1]);
        record.document_date = "2018-01-01";
        archive.revise(record, {});
        archive.store(better, {});
        CHECK(row(Connection::reading(folder.file("a.db")),
                  "SELECT position, text FROM findings ORDER BY position") ==
              "1|Fint skolhus\n2|Bra dialog\n");
        CHECK(found("dialog") == 1);
    }

    TEST_CASE("whatever the order of documents, readings and decisions, the same is in effect") {
        auto scan = document(1);
        scan.areas[0].questions[0].score.points = 30;
        scan.areas[0].total.doubtful = {"points"};
        scan.month = 5;
        auto transcript = document(2);
        transcript.kind = SourceKind::transcript;
        transcript.areas[1].strengths = {{"Tydliga mål", "", {}}};
        auto reread = transcript;
        reread.areas[1].strengths.push_back({"Bra dialog", "", {}});
        reread.year = 2018;
        auto autumn = document(3, 70);
        autumn.month = 11;
        auto unsure = document(4, 20);
        auto other = samples::plain_record("Gåseborg", "9902", 2017, 50);
        other.sha256 = samples::hash(5);
        const std::vector<std::function<void(Archive&)>> steps{
            [&](Archive& archive) { archive.store(scan, {}); },
            [&](Archive& archive) {
                archive.store(transcript, {});
                archive.revise(reread, {});
            },
            [&](Archive& archive) { archive.store(autumn, {}); },
            [&](Archive& archive) { archive.store(unsure, {}); },
            [&](Archive& archive) { archive.store(other, {}); },
            [&](Archive& archive) { archive.correct({decision(transcript, "1.1 points", "50")}); },
            [&](Archive& archive) {
                archive.correct({decision(scan, "1.1 points", "44", "2020-01-01T00:00:00Z")});
            },
            [&](Archive& archive) { archive.correct({decision(autumn, "area 2 title", "Ny titel")}); },
            [&](Archive& archive) { archive.correct({decision(other, "year", "2018")}); },
            [&](Archive& archive) {
                archive.correct({decision(scan, "area 3 total percent", std::nullopt)});
            }};
        std::string expected;
        std::mt19937 engine(17);
        std::vector<std::size_t> order(steps.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        for (int round = 0; round < 12; ++round) {
            const samples::TemporaryFolder folder;
            {
                auto archive = samples::writable(folder.file("a.db"));
                for (const auto step : order)
                    steps[step](archive);
            }
            const auto told = samples::all_in_effect(folder.file("a.db"));
            if (round == 0) expected = told;
            CHECK(told == expected);
            if (round < 3) check_sound(folder.file("a.db"));
            std::shuffle(order.begin(), order.end(), engine);
        }
        CHECK(expected.find("Ny titel") != std::string::npos);
    }

    TEST_CASE("what is decided is said by every enquiry, view and export alike") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        auto record = document(1);
        record.history = {{2014, {40, 40, 40, 40, 40, 40, 40, 40}, 320, {}}};
        record.areas[0].box_points = 50;
        record.areas[0].strengths = {{"Fin blomma", "", {}}};
        archive.store(record, {});
        archive.store(samples::plain_record("Nyborg", "9903", 2018, 10), {});
        archive.correct(
            {decision(record, "year", "2019"), decision(record, "municipality", "Nyborg"),
             decision(record, "edition", "2020"), decision(record, "month", "9"),
             decision(record, "1.1 points", "33"), decision(record, "1.1 text", "Ny fråga?"),
             decision(record, "area 2 total points", "77"), decision(record, "area 2 title", "Nytt"),
             decision(record, "area 1 box points", "66"),
             decision(record, "area 1 strength 1", "Fint skolhus"),
             decision(record, "history 2014 area 3", "31"), decision(record, "history 2014 total", "311")});
        check_sound(folder.file("a.db"));
        archive.consult([&](const Connection& connection) {
            const auto exported = [&](const std::string& name) {
                std::string text;
                for (const auto& table : enquiry::export_tables())
                    if (table.name == name)
                        enquiry::each_row(connection, table, [&](const enquiry::ExportRow& values) {
                            for (const auto& value : values)
                                text += value.value_or("") + "|";
                            text += '\n';
                        });
                return text;
            };
            const auto says = [](const std::string& text, const std::string& part) {
                return text.find(part) != std::string::npos;
            };
            CHECK(row(connection,
                      "SELECT municipality, municipality_code, year, month, edition, state FROM reports "
                      "WHERE report = 1") == "Nyborg|9903|2019|9|2020|decided\n");
            CHECK(row(connection, "SELECT points, areas, state FROM grand_totals WHERE report = 1") ==
                  "427|8|inconsistent\n");
            const auto listed = enquiry::summarize_reports(connection);
            const auto own =
                std::find_if(listed.begin(), listed.end(), [](const auto& one) { return one.id == 1; });
            REQUIRE(own != listed.end());
            CHECK(own->municipality == "Nyborg");
            CHECK(own->municipality_code == "9903");
            CHECK(own->year == 2019);
            CHECK(own->points == 427);
            CHECK(enquiry::find_reports(connection, "Nyborg 2019").size() == 1);
            CHECK(enquiry::find_reports(connection, own->key).size() == 1);
            CHECK(enquiry::find_reports(connection, "Gåseborg").empty());
            CHECK(enquiry::ranking(connection, "2020", {}).reports.front().figures.points == 427);
            CHECK(enquiry::ranking(connection, "2020", {2, ""}).reports.front().figures.points == 77);
            CHECK(enquiry::ranking(connection, "2016", {}).reports.size() == 1);
            CHECK(enquiry::mean(connection, "2020", {})->points == doctest::Approx(427));
            CHECK(row(connection, "SELECT points FROM area_means WHERE edition = '2020' AND area = 2") ==
                  "77.0\n");
            CHECK(enquiry::area_lines(connection, 1).at(2).figures.points == 77);
            CHECK(enquiry::area_lines(connection, 1).at(2).text == "Nytt");
            CHECK(enquiry::question_lines(connection, 1, 1).front().figures.points == 33);
            CHECK(enquiry::question_lines(connection, 1, 1).front().text == "Ny fråga?");
            const auto course = enquiry::reports_of(connection, archive::LastingMunicipalities(connection),
                                                    "Nyborg"); // trend
            REQUIRE(course.size() == 2);
            CHECK(course.back().year == 2019);
            CHECK(enquiry::printed_history(connection, course).front().areas.at(2).points == 31);
            CHECK(enquiry::printed_history(connection, course).front().total.points == 311);
            enquiry::SearchQuery query;
            query.words = "skolhus";
            query.year = 2019;
            query.evaluations = {course.back().key};
            CHECK(enquiry::search(connection, query).as_typed == 1);
            query.year = 2018;
            CHECK(enquiry::search(connection, query).as_typed == 0);
            CHECK(says(exported("reports"), "|Nyborg|2019|2020|9903|"));
            CHECK(says(exported("areas"), "|Nyborg|2019|2020|2|Nytt|77|"));
            CHECK(says(exported("questions"), "|Ny fråga?|33|"));
            CHECK(says(exported("findings"), "|Fint skolhus|"));
            CHECK(says(exported("history"), "|2019|2020|2014|3|31|decided|"));
            CHECK(says(exported("history-totals"), "|2019|2020|2014|311|decided|"));
            CHECK(says(exported("figures"), "|area 1 box points|50|50|66|66|decided|"));
            CHECK(says(exported("totals"), "|Nyborg|2019|2020|427|"));
            const auto record_in_effect = read_effective(connection, 1).record; // show
            CHECK(record_in_effect.municipality_code == "9903");
            CHECK(record_in_effect.year == 2019);
            CHECK(record_in_effect.areas[0].box_points == 66);
            CHECK(record_in_effect.areas[0].strengths[0].text == "Fint skolhus");
        });
    }

} // TEST_SUITE
