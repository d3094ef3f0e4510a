// Rankings, means, courses, likeness and role models.
#include "enquiry/standings.h"

#include "archive/evaluation/evaluations.h"
#include "archive/outside/definitions.h"
#include "archive/upgrade/migrations.h"
#include "archive/writer.h"
#include "audit/audit.h"
#include "enquiry/cell_states.h"
#include "enquiry/role_models.h"
#include "enquiry/similarity.h"
#include "tests/archive/samples.h"

#include <doctest/doctest.h>

#include <cmath>

namespace {

using namespace kompass;
using namespace kompass::archive;
using namespace kompass::enquiry;

Connection archive_of(const std::filesystem::path& file, const std::vector<Record>& records) {
    auto connection = Connection::writing(samples::lock_of(file));
    make_if_blank(connection);
    seed(connection, samples::editions(), samples::municipalities());
    for (const auto& record : records)
        write_report(connection, record, samples::editions(), std::nullopt);
    settle_all(connection);
    return connection;
}

/// A report with these points in area 1, and as many in the others as `rest` says.
Record report(const std::string& municipality, const std::string& code, int year, std::optional<int> first,
              int rest = 50) {
    auto record = samples::plain_record(municipality, code, year, rest);
    record.areas.front().total.points = first;
    return record;
}

/// "1 Ås 60, – Zinkby –".
std::string ranks(const std::vector<RankedReport>& ranked) {
    const auto shown = [](const std::optional<Decimal>& value) { return value ? value->text() : "–"; };
    std::string text;
    for (const auto& line : ranked)
        text += (text.empty() ? "" : ", ") + shown(line.rank) + " " + line.report.municipality + " " +
                shown(line.figures.points);
    return text;
}

} // namespace

TEST_SUITE("enquiry") {

    TEST_CASE(
        "questions of two editions compare where the rules call them the same, whatever their numbers") {
        const samples::TemporaryFolder folder;
        auto editions = samples::editions();
        auto older = editions.front();
        older.id = "2010";
        std::swap(older.areas[0].questions[0].wordings,
                  older.areas[0].questions[1].wordings); // they changed places
        editions.push_back(older);
        auto connection = Connection::writing(samples::lock_of(folder.file("a.db")));
        make_if_blank(connection);
        seed(connection, editions, samples::municipalities());
        const auto question = [](const std::string& edition, const std::string& number) {
            return "(SELECT q.id FROM question q JOIN area a ON a.id = q.area_id WHERE a.edition = '" +
                   edition + "' AND q.number = '" + number + "')";
        };
        const auto one = question("2010", "1.2");
        const auto other = question("2016", "1.1");
        connection.run("INSERT INTO concordance VALUES (" + one + ", " + other + ", 'same'), (" + other +
                       ", " + one + ", 'same')");
        auto before = samples::plain_record("Ankeborg", "9901", 2012, 50);
        before.edition = "2010";
        before.areas[0].title = "Offentlighet och demokrati";
        before.areas[0].questions = {{"1.1", "Hur ges insyn?", {10, 20, 50, {}, {}, {}, {}}},
                                     {"1.2", "Finns det en strategi?", {5, 20, 25, {}, {}, {}, {}}}};
        auto after = samples::plain_record("Ankeborg", "9901", 2017, 50);
        after.areas[0].title = before.areas[0].title;
        after.areas[0].questions = {{"1.1", "Har kommunen en strategi?", {15, 20, 75, {}, {}, {}, {}}},
                                    {"1.2", "Hur ges insyn?", {8, 20, 40, {}, {}, {}, {}}},
                                    {"1.3", "Vad kostar det?", {8, 20, 40, {}, {}, {}, {}}}};
        for (const auto& record : {before, after})
            write_report(connection, record, editions, std::nullopt);
        settle_all(connection);
        const auto compared_as = [&](std::int64_t report) {
            std::string text;
            for (const auto& line : question_lines(connection, report, 1))
                text += line.number + ": " + line.compared_as + "; ";
            return text;
        };
        CHECK(compared_as(1) == "1.1: 2010 1.1; 1.2: 2010 1.2; ");
        CHECK(compared_as(2) == "1.1: 2010 1.2; 1.2: 2016 1.2; 1.3: 2016 1.3; ");
        CHECK(connection.texts(
                  "SELECT edition || ' ' || question || ' ' || percent FROM comparable_scores WHERE "
                  "compared_edition = '2016' AND compared_question = '1.1' ORDER BY year") ==
              std::vector<std::string>{"2010 1.2 25", "2016 1.1 75"});
        CHECK(connection.texts(
                  "SELECT question || ' ' || wording || ' ' || max || ' ' || first_year || '–' || "
                  "last_year || ' ' || evaluations FROM question_versions WHERE edition = '2016' AND "
                  "area = 1 ORDER BY question") ==
              std::vector<std::string>{"1.1 Har kommunen en strategi? 20 2017–2017 1",
                                       "1.2 Hur ges insyn? 20 2017–2017 1",
                                       "1.3 Vad kostar det? 20 2017–2017 1"});
    }

    TEST_CASE("a ranking is of one edition; equal figures share a rank, missing ones have none") {
        const samples::TemporaryFolder folder;
        auto older = report("Ovanby", "9905", 2014, 99);
        older.edition = "2010";
        const auto connection =
            archive_of(folder.file("a.db"),
                       {report("Zinkby", "9911", 2017, std::nullopt), report("Östby", "9912", 2017, 60),
                        report("Ås", "9913", 2018, 60), report("Bergby", "9914", 2016, 70),
                        report("Cedby", "9915", 2016, 10), older});
        CHECK(editions_in_use(connection) == std::vector<std::string>{"2010", "2016"});
        CHECK(ranks(ranking(connection, "2016", {1, ""}).reports) ==
              "1 Bergby 70, 2 Ås 60, 2 Östby 60, 4 Cedby 10, – Zinkby –");
        CHECK(ranks(ranking(connection, "2010", {1, ""}).reports) == "1 Ovanby 99");
        CHECK(ranking(connection, "2020", {1, ""}).reports.empty());
        CHECK(ranks(ranking(connection, "2016", {}).reports) ==
              "1 Bergby 420, 2 Ås 410, 2 Östby 410, 4 Cedby 360, – Zinkby –");

        const auto area = mean(connection, "2016", {1, ""});
        REQUIRE(area.has_value());
        CHECK(area->reports == 4);
        CHECK(area->points == doctest::Approx(50.0));
        CHECK(mean(connection, "2016", {})->points == doctest::Approx(400.0));
        CHECK_FALSE(mean(connection, "2020", {}).has_value());
    }

    TEST_CASE("questions are ranked by per cent, since their maxima shift") {
        const samples::TemporaryFolder folder;
        auto many = report("Ås", "9913", 2018, 60);
        many.areas.at(2).questions.at(0).score = {18, 25, 72, {}, {}, {}, {}};
        auto few = report("Bergby", "9914", 2018, 60);
        few.areas.at(2).questions.at(0).score = {12, 15, std::nullopt, {"percent"}, {}, {}, {}};
        const auto connection = archive_of(folder.file("a.db"), {many, few});
        const auto ranked = ranking(connection, "2016", {3, "3.1"}).reports;
        CHECK(ranks(ranked) == "1 Bergby 12, 2 Ås 18");
        CHECK(ranked.front().figures.percent == 80);
        CHECK(ranked.front().figures.state() == State::doubtful);
        CHECK(ranked.back().figures.state() == State::sound);
        CHECK(mean(connection, "2016", {3, "3.1"})->points == doctest::Approx(76.0));
    }

    TEST_CASE("a doubtful figure makes the sum doubtful; a doubtful box does not") {
        const samples::TemporaryFolder folder;
        auto sure = report("Ås", "9913", 2018, 60);
        sure.areas.at(4).doubtful = {"box_points"};
        auto unsure = report("Bergby", "9914", 2018, 50);
        unsure.areas.at(4).total.doubtful = {"points"};
        const auto connection = archive_of(folder.file("a.db"), {sure, unsure});
        const auto ranked = ranking(connection, "2016", {}).reports;
        CHECK(ranked.at(0).figures.state() == State::sound);
        CHECK(ranked.at(1).figures.state() == State::doubtful);
        CHECK(area_lines(connection, ranked.at(1).report.id).at(0).figures.state() == State::doubtful);
        CHECK(mean(connection, "2016", {})->doubtful == 1);
        CHECK(mean(connection, "2016", {1, ""})->doubtful == 0);
        CHECK(connection.number("SELECT doubtful FROM edition_means") == 1);
        CHECK(connection.number("SELECT doubtful FROM area_means WHERE area = 5") == 1);
        CHECK(connection.number("SELECT doubtful FROM area_means WHERE area = 1") == 0);
        CHECK(connection.number("SELECT report FROM grand_totals WHERE state = 'doubtful'") == 2);
        CHECK(connection.number("SELECT report FROM grand_totals WHERE state = 'sound'") == 1);
    }

    TEST_CASE("what is not sound is left out where that is asked for, and counted") {
        const samples::TemporaryFolder folder;
        auto unsure = report("Bergby", "9914", 2018, 90);
        unsure.areas.at(0).total.doubtful = {"points"};
        auto contradicted = report("Cedby", "9915", 2018, 80);
        contradicted.findings_of_audit = {{CheckKind::sum,
                                           Verdict::inconsistent,
                                           1,
                                           total_cell(1, CellField::points),
                                           "80",
                                           "50",
                                           "They do not sum.",
                                           {}}};
        auto missing = report("Dalby", "9916", 2018, std::nullopt);
        missing.areas.at(0).total.doubtful = {"points"};
        const auto connection =
            archive_of(folder.file("a.db"), {report("Ås", "9913", 2018, 60), unsure, contradicted, missing});
        const Subject first{1, ""};
        const auto all = ranking(connection, "2016", first);
        CHECK(ranks(all.reports) == "1 Bergby 90, 2 Cedby 80, 3 Ås 60, – Dalby –");
        CHECK(all.left_out == 0);
        CHECK(all.reports.at(1).figures.points_state == State::inconsistent);
        const auto sound = ranking(connection, "2016", first, Among::sound_only);
        CHECK(ranks(sound.reports) == "1 Ås 60");
        CHECK(sound.left_out == 2); // the one that is missing was in no ranking
        CHECK(ranks(ranking(connection, "2016", {}, Among::sound_only).reports) == "1 Ås 410");

        const auto of_all = mean(connection, "2016", first);
        CHECK(of_all->reports == 3);
        CHECK(of_all->doubtful == 1);
        CHECK(of_all->inconsistent == 1);
        CHECK(of_all->state() == State::doubtful);
        const auto of_sound = mean(connection, "2016", first, Among::sound_only);
        CHECK(of_sound->reports == 1);
        CHECK(of_sound->points == doctest::Approx(60));
        CHECK(of_sound->left_out == 2);
        CHECK_FALSE(of_sound->state().has_value());
        CHECK(similar_reports(connection, 1).at(0).state() == State::inconsistent);
        CHECK(similar_reports(connection, 1).at(0).states.at(1) == State::sound);
    }

    TEST_CASE("the lines of a report: their sum first, if all eight are stated") {
        const samples::TemporaryFolder folder;
        const auto connection =
            archive_of(folder.file("a.db"), {report("Ås", "9913", 2018, 60), samples::rich_record()});
        const auto lines = area_lines(connection, 1);
        REQUIRE(lines.size() == 9);
        CHECK(lines.front().number.empty());
        CHECK(lines.front().figures.points == 410);
        CHECK(lines.front().figures.max == 800);
        CHECK(lines.at(1).number == "1");
        CHECK(area_lines(connection, 2).size() == 2);
        CHECK(question_lines(connection, 2, 1).at(0).text == "Finns det en strategi?");
        CHECK(question_lines(connection, 2, 2).empty());
    }

    TEST_CASE("a printed year is told if no report tells it, or otherwise; the same one once") {
        const samples::TemporaryFolder folder;
        const std::vector<std::optional<Decimal>> fifties(8, 50);
        auto later = report("Ås", "9913", 2018, 50);
        later.history = {{2010, {40, 40}, 320, {}}, {2014, {60}, 400, {}}, {2018, fifties, 400, {}}};
        auto earlier = report("Ås", "9913", 2014, 60);
        earlier.history = {{2010, {40, 40}, 320, {}}, {2012, fifties, std::nullopt, {}}};
        const auto connection = archive_of(folder.file("a.db"), {later, earlier});
        const auto reports = reports_of(connection, archive::LastingMunicipalities(connection), "Ås");
        REQUIRE(reports.size() == 2);
        CHECK(reports.front().year == 2014);
        const auto history = printed_history(connection, reports);
        REQUIRE(history.size() == 3);
        CHECK(history.at(0).year == 2010);
        CHECK(history.at(0).areas.at(1).points == 40);
        CHECK(history.at(0).areas.at(1).points_state == State::sound);
        CHECK_FALSE(history.at(0).areas.at(2).points.has_value());
        CHECK(history.at(0).printed_in.year == 2014);
        CHECK(history.at(1).year == 2012);
        CHECK(history.at(2).year == 2014); // its own report has 410 points
        CHECK(history.at(2).total.points == 400);
    }

    TEST_CASE("a decided edition and a contradicted maximum bear their states in a ranking") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        auto record = samples::plain_record("Ås", "9913", 2018, 50);
        auto& area = record.areas.at(3);
        area.total.max = area.questions.front().score.max = 95;
        area.total.percent = area.questions.front().score.percent = 53;
        record.findings_of_audit = audit::audit(record);
        archive.store(record, {});
        archive.store(samples::plain_record("Bergby", "9914", 2018, 40), {});
        archive.consult([](const Connection& connection) {
            const auto ranked = ranking(connection, "2016", {}).reports;
            REQUIRE(ranked.size() == 2);
            CHECK(ranked.front().figures.max == 795);
            CHECK(ranked.front().figures.max_state == State::inconsistent);
            CHECK(ranked.front().edition_state == State::sound);
            CHECK(ranked.back().figures.max_state == State::sound);
            CHECK(area_lines(connection, 1).front().figures.max_state == State::inconsistent);
        });
        archive.correct({{record.sha256, "edition", "2016", "2020", "Anna", "sett", {}}});
        archive.consult([](const Connection& connection) {
            const auto ranked = ranking(connection, "2020", {}).reports;
            REQUIRE(ranked.size() == 1);
            CHECK(ranked.front().edition_state == State::decided);
            CHECK(edition_state(connection, 1) == State::decided);
        });
    }

    TEST_CASE("likeness: the nearest profile first, of the same edition and with all areas") {
        const samples::TemporaryFolder folder;
        auto other_edition = report("Ovanby", "9905", 2014, 50);
        other_edition.edition = "2010";
        const auto connection = archive_of(
            folder.file("a.db"),
            {report("Ås", "9913", 2018, 50), report("Fjärrby", "9914", 2018, 90),
             report("Närby", "9915", 2018, 54), report("Halvby", "9916", 2018, std::nullopt), other_edition});
        const auto like = similar_reports(connection, 1);
        REQUIRE(like.size() == 2);
        CHECK(like.at(0).report.municipality == "Närby");
        CHECK(like.at(0).distance == doctest::Approx(std::sqrt(16.0 / 8)));
        CHECK(like.at(0).differences == std::array<int, 8>{4, 0, 0, 0, 0, 0, 0, 0});
        CHECK(like.at(1).report.municipality == "Fjärrby");
        CHECK(similar_reports(connection, 4).empty());
    }

    TEST_CASE("role models: by whom and for what") {
        const samples::TemporaryFolder folder;
        auto first = report("Ås", "9913", 2018, 50);
        first.areas.at(2).role_models = {{"Gåseborg", "9902"}, {"Gaseborg", "9903"}};
        auto second = report("Bergby", "9914", 2017, 50);
        second.areas.at(1).role_models = {{"Gåseborg", "9902"}, {"En okänd region", ""}};
        const auto connection = archive_of(folder.file("a.db"), {first, second});
        CHECK(role_models(connection, "", std::nullopt).size() == 4);
        const auto namings = role_models(connection, "gåseborg", std::nullopt);
        REQUIRE(namings.size() == 2);
        CHECK(namings.at(0).area == 2);
        CHECK(namings.at(0).named_by.municipality == "Bergby");
        CHECK(namings.at(1).title == "Område 3");
        CHECK(role_models(connection, "gaseborg", std::nullopt).size() == 1);
        CHECK(role_models(connection, "okand region", std::nullopt).empty());
        CHECK(role_models(connection, "en okand region", std::nullopt).size() == 1);
        CHECK(role_models(connection, "", 3).size() == 2);
    }

    TEST_CASE("the reports of a municipality are found, whether the register knows it or not") {
        const samples::TemporaryFolder folder;
        auto nameless = report("Okänd Kommun", "9999", 2018, 50);
        nameless.municipality_code.clear();
        const auto connection =
            archive_of(folder.file("a.db"), {report("Gåseborg", "9902", 2018, 50), nameless});
        CHECK(reports_of(connection, archive::LastingMunicipalities(connection), "Gåseborg").size() == 1);
        REQUIRE(reports_of(connection, archive::LastingMunicipalities(connection), "Okänd Kommun").size() ==
                1);
        CHECK(
            reports_of(connection, archive::LastingMunicipalities(connection), "Okänd Kommun").front().year ==
            2018);
        CHECK(reports_of(connection, archive::LastingMunicipalities(connection), "Gåse").empty());
    }

} // TEST_SUITE
