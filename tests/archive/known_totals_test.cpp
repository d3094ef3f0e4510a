// Totals that other publications give: the sheet, and how they are kept and compared.
#include "archive/archive.h"
#include "archive/outside/known_sheet.h"
#include "enquiry/known_figures.h"
#include "tests/archive/samples.h"
#include "tests/support/real_rules.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace {

using namespace kompass;
using namespace kompass::archive;

const auto& registered() {
    return testing::knowledge().municipalities;
}

KnownSheet sheet_of(const std::string& csv) {
    return parsed_known_sheet(csv, "k.csv", registered());
}

std::string told(const SheetFaults& faults) {
    std::string text;
    for (const auto& fault : faults)
        text += fmt::format("{}: {}\n", fault.line, fault.what);
    return text;
}

/// "2018 total 400 of 410 differs"
std::vector<std::string> compared(const Archive& archive) {
    std::vector<std::string> lines;
    for (const auto& figure : archive.consult(enquiry::list_known_figures))
        lines.push_back(fmt::format("{} {} {} of {} {}", figure.year, figure.area,
                                    figure.points ? figure.points->text() : "–", figure.known, figure.state));
    return lines;
}

KnownTotals totals(int year, std::map<int, Decimal> points) {
    return {"Köping", "1983", year, std::nullopt, std::move(points), "SKL"};
}

} // namespace

TEST_SUITE("archive") {

    TEST_CASE("a sheet of known totals is read as people write it") {
        const auto sheet = sheet_of("municipality;year;month;total;area_1;area_8;source\n"
                                    "Köpings kommun;2017;10;426,5;50;40.5;SKL 2018\n"
                                    "1440;2015;;300;;;Dagens Samhälle\n"
                                    "ALE;2016;;;51;;SKL\n");
        CHECK(told(sheet.faults) == "");
        REQUIRE(sheet.lines.size() == 3);
        const auto& first = sheet.lines[0].totals;
        CHECK(first.municipality_code == "1983");
        CHECK(first.month == 10);
        CHECK(first.points == std::map<int, Decimal>{
                                  {0, Decimal::from_tenths(4265)}, {1, 50}, {8, Decimal::from_tenths(405)}});
        CHECK(sheet.lines[1].totals.municipality == "Ale");
        CHECK(sheet.lines[2].totals.points == std::map<int, Decimal>{{1, 51}});
    }

    TEST_CASE("what is wrong with a line is told") {
        const auto sheet = sheet_of("municipality,year,month,total,area_1,source\n"
                                    "Kopings,2017,,400,,SKL\n"
                                    "Köping,17,,400,,SKL\n"
                                    "Köping,2017,13,400,,SKL\n"
                                    "Köping,2017,,801,,SKL\n"
                                    "Köping,2017,,9.25,,SKL\n"
                                    "Köping,2017,,,101,SKL\n"
                                    "Köping,2017,,,,SKL\n"
                                    "Köping,2017,,400,,\n"
                                    ",2017,,400,,SKL\n"
                                    "Köping,2017,,400,,SKL\n"
                                    "Köping,2017,,401,,SKL\n"
                                    "Köping,2017,,401,,SCB\n");
        CHECK(sheet.lines.size() == 2);
        const auto faults = told(sheet.faults);
        CAPTURE(faults);
        for (const auto* part :
             {"2: no register has a municipality 'Kopings'; did you mean Köping?", "3: 'year' holds",
              "4: 'month' holds a whole number from 1 to 12",
              "5: total holds a number from 0 to 800 with one decimal at most, not '801'", "6: total holds",
              "7: area_1 holds a number from 0 to 100 with one decimal at most, not '101'",
              "8: it gives no points", "9: say which publication", "10: it names no municipality",
              "12: line 11 is of the same evaluation and source"})
            CHECK_MESSAGE(faults.find(part) != std::string::npos, part);
        CHECK_THROWS_WITH(static_cast<void>(sheet_of("municipality,year,source\n")),
                          doctest::Contains("the column \"total\" is missing"));
        CHECK_THROWS_WITH(static_cast<void>(sheet_of("municipality,year,total,area 1,source\n")),
                          doctest::Contains("no column is called \"area 1\""));
    }

    TEST_CASE("areas that do not sum to the total are taken, and told") {
        const std::string head =
            "municipality,year,total,area_1,area_2,area_3,area_4,area_5,area_6,area_7,area_8,"
            "source\nKöping,2017,";
        CHECK(sheet_of(head + "80.5,10,10,10,10,10,10,10,10.5,SKL\n").lines.at(0).remark.empty());
        CHECK(sheet_of(head + "81,10,10,10,10,10,10,10,10.5,SKL\n").lines.at(0).remark ==
              "its areas sum to 80.5, not to 81; kept as published");
    }

    TEST_CASE("a sheet that was written is read back as the same") {
        std::vector<KnownTotals> all{totals(2012, {{0, 400}}),
                                     totals(2017, {{0, Decimal::from_tenths(4265)}, {3, 50}})};
        all[1].month = 10;
        all[1].source = "=SKL, \"2018\"";
        const auto sheet = sheet_of(known_sheet(all));
        REQUIRE(sheet.lines.size() == 2);
        CHECK(sheet.lines[0].totals == all[0]);
        CHECK(sheet.lines[1].totals == all[1]);
    }

    TEST_CASE("known totals are kept once, replaced as a whole, and taken out by their source") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        const auto first = totals(2017, {{0, 400}, {1, 50}});
        CHECK(archive.keep_known({first}) == std::vector{Keeping::added});
        CHECK(archive.keep_known({first}) == std::vector{Keeping::known});
        const auto changed = totals(2017, {{0, Decimal::from_tenths(4005)}});
        CHECK(archive.keep_known({changed}) == std::vector{Keeping::changed});
        auto elsewhere = first;
        elsewhere.source = "SCB";
        CHECK(archive.keep_known({elsewhere, totals(2018, {{0, 1}})}) ==
              std::vector{Keeping::added, Keeping::added});
        CHECK(archive.consult(list_known_totals) == std::vector{elsewhere, changed, totals(2018, {{0, 1}})});
        CHECK(archive.forget_known("SKL") == 2);
        CHECK(archive.consult(list_known_totals) == std::vector{elsewhere});
    }

    TEST_CASE("known totals are compared with what is in effect, and change nothing") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        archive.store(samples::plain_record("Köping", "1983", 2018, 50), {});
        auto lacking = samples::plain_record("Köping", "1983", 2014, 50);
        lacking.areas[3].total.points.reset();
        archive.store(lacking, {});
        auto monthly = samples::plain_record("Köping", "1983", 2010, 50);
        monthly.month = 10;
        archive.store(monthly, {});
        const auto before = archive.record(1);
        auto of_march = totals(2010, {{0, 400}});
        of_march.month = 3;
        of_march.source = "mars";
        archive.keep_known({totals(2018, {{0, 400}, {1, 50}, {2, Decimal::from_tenths(475)}}),
                            totals(2014, {{0, 400}, {4, 50}, {5, 50}}), totals(2002, {{0, 1}, {1, 1}}),
                            of_march, totals(2010, {{0, 401}})});
        CHECK(compared(archive) ==
              std::vector<std::string>{"2002 0 – of 1 no report", "2002 1 – of 1 no report",
                                       "2010 0 400 of 401 differs", "2010 0 – of 400 no report",
                                       "2014 0 – of 400 no figure", "2014 4 – of 50 no figure",
                                       "2014 5 50 of 50 agrees", "2018 0 400 of 400 agrees",
                                       "2018 1 50 of 50 agrees", "2018 2 50 of 47.5 differs"});
        CHECK(archive.record(1) == before);
        CHECK(Connection::reading(folder.file("a.db"))
                  .texts("SELECT difference FROM known_totals WHERE state = 'differs' ORDER BY difference") ==
              std::vector<std::string>{"-1", "2.5"});

        archive.correct(
            {{before.sha256, "area 2 total points", std::nullopt, "47.5", "Anna", "sett", "", false}});
        CHECK(compared(archive).back() == "2018 2 47.5 of 47.5 agrees");
        CHECK(compared(archive).at(7) == "2018 0 397.5 of 400 differs");
    }

} // TEST_SUITE
