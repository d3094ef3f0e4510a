#include "audit/audit.h"

#include "sample_reports.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

using namespace kompass;
using namespace kompass::audit;
using namespace kompass::audit::sample;

namespace {

/// An area of four questions without any contradiction: 10 + 20 + 15 + 5 = 50.
Area sound_area() {
    return area(4, out_of_hundred(50),
                {score(10, 20, 50), score(20, 40, 50), score(15, 30, 50), score(5, 10, 50)});
}

std::vector<AuditFinding> audit_of(const Area& area) {
    Record record;
    record.areas = {area};
    return audit::audit(record);
}

/// The only finding of a kind on the area.
AuditFinding only(CheckKind kind, const Area& area) {
    const auto findings = of_kind(audit_of(area), kind);
    REQUIRE(findings.size() == 1);
    return findings.front();
}

/// The finding on the row of the area's total.
AuditFinding total_row(const Score& total) {
    auto changed = sound_area();
    changed.questions.clear();
    changed.total = total;
    return only(CheckKind::row, changed);
}

Score score_from(const nlohmann::json& json) {
    return score(json.at("points").get<int>(), json.at("max"), json.at("percent"));
}

/// The figures of a gold file.
Record figures_of(const std::filesystem::path& gold) {
    std::ifstream input(gold);
    const auto json = nlohmann::json::parse(input);
    Record record;
    record.year = json.at("evaluation").at("year").get<int>();
    for (const auto& from : json.at("areas")) {
        std::vector<Score> rows;
        for (const auto& question : from.at("questions"))
            rows.push_back(score_from(question));
        record.areas.push_back(area(from.at("number"), score_from(from.at("total")), rows));
        record.areas.back().box_points = from.at("box_points").get<int>();
    }
    return record;
}

std::filesystem::path gold_folder() {
    const char* given = std::getenv("KOMPASS_SHARED");
    return std::filesystem::path(given != nullptr ? given : KOMPASS_SOURCE_DIR "/../shared") / "gold";
}

std::vector<std::string> sums_with(Verdict verdict, const Record& record) {
    return cells(with_verdict(of_kind(audit::audit(record), CheckKind::sum), verdict));
}

} // namespace

TEST_SUITE("audit") {
    TEST_CASE("an area without contradiction has every check, in order, and each is exact") {
        const auto findings = audit_of(sound_area());
        CHECK(cells(findings) == std::vector<std::string>{"4.1", "4.2", "4.3", "4.4", "area 4 total",
                                                          "area 4 total points", "area 4 total max",
                                                          "area 4 total max", "area 4 box points"});
        CHECK(with_verdict(findings, Verdict::exact).size() == findings.size());
        for (const auto& finding : findings) {
            CHECK(finding.area == 4);
            CHECK(finding.printed == finding.expected);
            CHECK(finding.explanation.ends_with("."));
        }
    }

    TEST_CASE("a check whose figures are not all there is not made") {
        CHECK(audit::audit(Record{}).empty());
        auto lacking = sound_area();
        lacking.questions[1].score.points.reset();
        lacking.questions[2].score.max.reset();
        lacking.box_points.reset();
        CHECK(cells(audit_of(lacking)) ==
              std::vector<std::string>{"4.1", "4.4", "area 4 total", "area 4 total max"});
        CHECK(audit_of(area(4, Score{}, {score(1, 2, 50)})).size() == 1);
    }

    TEST_CASE("a row contradicts itself if no score rounds to both points and percent") {
        auto changed = sound_area();
        changed.questions[1].score = score(3, 20, 40);
        changed.questions[1].score.places = {{12, Box{1, 2, 3, 4}}};
        const auto finding = of_kind(audit_of(changed), CheckKind::row).at(1);
        CHECK(finding.verdict == Verdict::inconsistent);
        CHECK(name_of(finding.cell) == "4.2");
        CHECK(finding.printed == "3 of 20, 40 %");
        CHECK(finding.expected == "8 of 20, or 12–18 %");
        CHECK(finding.explanation == "3 of 20 would be 12–18 %, and 40 % of 20 would be 8; the report prints "
                                     "3 of 20 with 40 %.");
        CHECK(finding.places == changed.questions[1].score.places);
    }

    TEST_CASE("a half may have been rounded either way") {
        auto changed = sound_area();
        for (const auto& row : {score(2, 10, 25), score(3, 10, 25), score(12, 25, 50), score(13, 25, 50)}) {
            changed.questions[0].score = row;
            CHECK(of_kind(audit_of(changed), CheckKind::row).at(0).verdict == Verdict::exact);
        }
    }

    TEST_CASE("nothing is a share of a maximum of 0") {
        auto changed = sound_area();
        changed.questions[0].score = score(0, 0, 0);
        const auto finding = of_kind(audit_of(changed), CheckKind::row).at(0);
        CHECK(finding.verdict == Verdict::inconsistent);
        CHECK(finding.expected == "a maximum above 0");
        CHECK(total_row(score(3, -1, 0)).verdict == Verdict::inconsistent);
    }

    TEST_CASE("the percent of a total is that of its points") {
        CHECK(total_row(score(52, 100, 52)).verdict == Verdict::exact);
        CHECK(total_row(score(52, 90, 58)).verdict == Verdict::exact); // 57.8
        CHECK(total_row(score(1, 8, 12)).verdict == Verdict::exact);   // 12.5, either way
        CHECK(total_row(score(1, 8, 13)).verdict == Verdict::exact);
        CHECK(total_row(score(52, 90, 57)).verdict == Verdict::rounding); // 51.6 of 90 is 57.3 %
        CHECK(total_row(score(52, 90, 57)).expected == "58 %");
        CHECK(total_row(score(52, 90, 56)).verdict == Verdict::inconsistent);
    }

    TEST_CASE("of 100, points and percent are the same number: no half explains a difference") {
        const auto finding = total_row(score(52, 100, 53));
        CHECK(finding.verdict == Verdict::inconsistent);
        CHECK(name_of(finding.cell) == "area 4 total");
        CHECK(finding.expected == "53 of 100, or 52 %");
        CHECK(total_row(score(1, 8, 20)).expected == "12–13 %"); // 20 % of 8 is no whole number
    }

    TEST_CASE("a total that the unrounded scores explain is not inconsistent") { // kumla-2017, area 4
        const auto finding =
            only(CheckKind::sum, area(4, out_of_hundred(40),
                                      {score(5, 15, 30), score(4, 10, 35), score(4, 20, 18), score(5, 15, 32),
                                       score(12, 20, 58), score(12, 20, 60)}));
        CHECK(finding.verdict == Verdict::rounding);
        CHECK(finding.printed == "40");
        CHECK(finding.expected == "40–41");
        CHECK(finding.explanation ==
              "The six questions sum to 42; before rounding their scores sum to between 39.62 "
              "and 40.50, which explains the 40 that the report prints.");
    }

    TEST_CASE("a total that no unrounded scores explain is inconsistent") { // avesta-2014, area 6
        auto avesta = area(6, out_of_hundred(52),
                           {score(5, 15, 30), score(16, 20, 79), score(10, 25, 39), score(6, 15, 41),
                            score(11, 15, 74), score(3, 10, 32)});
        avesta.total.places = {{31, std::nullopt}};
        const auto finding = only(CheckKind::sum, avesta);
        CHECK(finding.verdict == Verdict::inconsistent);
        CHECK(name_of(finding.cell) == "area 6 total points");
        CHECK(finding.printed == "52");
        CHECK(finding.expected == "50–51");
        CHECK(finding.explanation ==
              "The six questions sum to 51; before rounding their scores sum to between 50.07 "
              "and 51.00. The report prints 52.");
        CHECK(finding.places == avesta.total.places);
    }

    TEST_CASE("a sum says which rows contradict themselves and uses their points") {
        auto changed = sound_area();
        changed.questions[0].score = score(10, 20, 10);
        changed.total = out_of_hundred(60);
        auto finding = only(CheckKind::sum, changed);
        CHECK(finding.verdict == Verdict::inconsistent);
        CHECK(finding.explanation.ends_with(
            "The row 4.1 contradicts itself, so that only its points are used."));
        changed.questions[1].score = score(20, 40, 10);
        finding = only(CheckKind::sum, changed);
        CHECK(finding.explanation.ends_with(
            "The rows 4.1, 4.2 contradict themselves, so that only their points are used."));
    }

    TEST_CASE("a sum that a contradictory row's percent gives is explained; the row alone is flagged") {
        auto changed = sound_area();
        changed.questions[0].score = score(3, 20, 50);
        const auto finding = only(CheckKind::sum, changed);
        CHECK(finding.verdict == Verdict::rounding);
        CHECK(finding.explanation.find("The row 4.1 contradicts itself: by its percent") !=
              std::string::npos);
        CHECK(finding.explanation.ends_with("as printed."));
    }

    TEST_CASE("maxima, the hundred and the box are compared as they stand") {
        auto changed = sound_area();
        changed.total.max = 90;
        changed.box_points = 49;
        changed.places = {{3, std::nullopt}};
        const auto findings = with_verdict(audit_of(changed), Verdict::inconsistent);
        REQUIRE(cells(findings) == std::vector<std::string>{"area 4 total", "area 4 total max",
                                                            "area 4 total max", "area 4 box points"});
        CHECK(findings[1].kind == CheckKind::maxima);
        CHECK(findings[1].explanation == "The questions' maxima sum to 100; the report prints 90.");
        CHECK(findings[2].kind == CheckKind::hundred);
        CHECK(findings[3].kind == CheckKind::box);
        CHECK(findings[3].explanation == "The points box says 49; the score table has a total of 50.");
        CHECK(findings[3].places == changed.places);
    }

    TEST_CASE("norsjo-2018, as its OCR left it") {
        const auto record = norsjo_2018();
        const auto findings = audit::audit(record);
        CHECK(cells(with_verdict(findings, Verdict::inconsistent)) ==
              std::vector<std::string>{"area 4 total points", "7.5", "history 2017 total"});
        CHECK(sums_with(Verdict::rounding, record) ==
              std::vector<std::string>{"area 1 total points", "area 3 total points", "area 6 total points",
                                       "area 7 total points"});
        const auto column = of_kind(findings, CheckKind::history_sum).at(1);
        CHECK(column.printed == "475");
        CHECK(column.expected == "455");
        CHECK(column.explanation == "The eight areas of 2017 sum to 455; the report prints 475.");
    }

    TEST_CASE("norsjo-2018: an 8 for the 3 of 7.5 settles area 7, an 8 for the 3 in the 63 % of 4.4 area 4") {
        auto record = norsjo_2018();
        record.areas[6].questions[4].score.points = 8;
        CHECK(sums_with(Verdict::inconsistent, record) == std::vector<std::string>{"area 4 total points"});
        record.areas[3].questions[3].score.percent = 68;
        CHECK(sums_with(Verdict::inconsistent, record).empty());
    }

    TEST_CASE("the hand-checked reports: one sum is wrong, nine are rounding") {
        if (!std::filesystem::exists(gold_folder())) {
            MESSAGE("skipped: " << gold_folder().string() << " is missing");
            return;
        }
        const auto avesta = figures_of(gold_folder() / "avesta-2014.json");
        const auto kumla = figures_of(gold_folder() / "kumla-2017.json");
        const auto koping = figures_of(gold_folder() / "koping-2017.json");
        CHECK(cells(with_verdict(audit::audit(avesta), Verdict::inconsistent)) ==
              std::vector<std::string>{"area 6 total points"});
        CHECK(with_verdict(audit::audit(kumla), Verdict::inconsistent).empty());
        CHECK(with_verdict(audit::audit(koping), Verdict::inconsistent).empty());
        CHECK(sums_with(Verdict::rounding, avesta).empty());
        CHECK(sums_with(Verdict::rounding, kumla) ==
              std::vector<std::string>{"area 2 total points", "area 4 total points", "area 5 total points",
                                       "area 7 total points"});
        CHECK(sums_with(Verdict::rounding, koping) ==
              std::vector<std::string>{"area 1 total points", "area 4 total points", "area 6 total points",
                                       "area 7 total points", "area 8 total points"});
    }
}
