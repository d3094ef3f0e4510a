#include "cli/corrections_text.h"
#include "publish/review_items.h"
#include "publish/review_sheet.h"
#include "tests/support/real_rules.h"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace kompass;
using namespace kompass::cli;

namespace {

Record doubtful_record() {
    Record record;
    record.sha256 = std::string(64, 'a');
    record.year = 2018;
    record.doubtful = {"year"};
    Area area;
    area.number = 4;
    area.title = "Ledarskap & ansvar";
    area.box_points = 50;
    area.questions.push_back({"4.4", "Är <det> bra?", {}});
    auto& score = area.questions.back().score;
    score.points = 10;
    score.max = 15;
    score.percent = 63;
    score.doubtful = {"percent"};
    score.candidates["percent"] = {68, 63};
    score.places = {{12, Box{300, 100, 400, 110}}};
    record.areas.push_back(area);
    AuditFinding finding;
    finding.kind = CheckKind::box;
    finding.verdict = Verdict::inconsistent;
    finding.area = 4;
    finding.cell = area_cell(4, CellField::box_points);
    finding.explanation = "The points box says 50; the score table has a total of 61.";
    record.findings_of_audit = {finding};
    return record;
}

std::vector<std::string> cells(const std::vector<publish::ReviewItem>& items) {
    std::vector<std::string> names;
    for (const auto& item : items)
        names.push_back(name_of(item.cell) + " " + item.status);
    return names;
}

} // namespace

TEST_SUITE("cli") {
    TEST_CASE("what is doubtful or inconsistent is to be reviewed, until a person decides") {
        auto record = doubtful_record();
        const auto items = publish::review_items(record);
        CHECK(cells(items) == std::vector<std::string>{"year doubtful", "4.4 percent doubtful",
                                                       "area 4 box points inconsistent"});
        CHECK(items[1].candidates == std::vector<Decimal>{68, 63});
        CHECK(items[1].column == 2);
        CHECK(items[1].label == "Är <det> bra?");
        CHECK(items[2].checks.size() == 1);
        record.corrections = {{record.sha256, "4.4 percent", "63", "68", "Anna", "sett", {}},
                              {record.sha256, "year", "2018", "2018", "Anna", "sett", {}}};
        CHECK(cells(publish::review_items(record)) ==
              std::vector<std::string>{"area 4 box points inconsistent"});
    }

    TEST_CASE("the sheet escapes what reports say, and its CSV has a row a figure") {
        const auto record = doubtful_record();
        publish::ReviewedReport report{
            "Björk & <b>", "b.pdf", record.sha256, "0 of 1: no <history>", {"history & <more>"}, false, {}};
        for (const auto& item : publish::review_items(record))
            report.items.push_back({item, std::nullopt, {}});
        const auto html = publish::review_html({report}, "it's.db");
        CHECK(html.find("Är &lt;det&gt; bra?") != std::string::npos);
        CHECK(html.find("Björk &amp; &lt;b&gt;") != std::string::npos);
        CHECK(html.find("<det>") == std::string::npos);
        CHECK(html.find("<p>0 of 1: no &lt;history&gt;</p>") != std::string::npos);
        CHECK(html.find("<li>history &amp; &lt;more&gt;</li>") != std::string::npos);
        CHECK(html.find("(3, not whole)") != std::string::npos);
        CHECK(html.find("data-command=\"kompass correct --archive 'it'\\''s.db'\"") != std::string::npos);
        const auto csv = publish::review_csv({report});
        CHECK(csv.find("12,4.4 percent,doubtful,63,\"68, 63\",,,\"seen in the source, page 12\"") !=
              std::string::npos);
    }

    TEST_CASE("a correction must fit its cell") {
        const auto& knowledge = testing::knowledge();
        const auto record = doubtful_record();
        CHECK_NOTHROW(require_correctable(record, "4.4 percent", "68", knowledge));
        for (const char* wrong : {"", "sixty", "-4", "6.5", "12345"})
            CHECK_THROWS_AS(require_correctable(record, "4.4 percent", wrong, knowledge), std::runtime_error);
        CHECK_THROWS_AS(require_correctable(record, "4.5 percent", "68", knowledge), std::runtime_error);
        CHECK_NOTHROW(require_correctable(record, "4.4 text", "sixty", knowledge));
        CHECK_THROWS_WITH_AS(
            require_correctable(record, "municipality", "Kopparberg", knowledge),
            "no register has a municipality 'Kopparberg'; name it as the register does, or add "
            "a register with --municipalities",
            std::runtime_error);
        CHECK_THROWS_AS(require_correctable(record, "4.4 percent", "168", knowledge), std::runtime_error);
        CHECK_THROWS_AS(require_correctable(record, "month", "13", knowledge), std::runtime_error);
        for (const char* wrong : {"igår", "2019-02-30", "2019-2-8", "1019-02-08"})
            CHECK_THROWS_AS(require_correctable(record, "document date", wrong, knowledge),
                            std::runtime_error);
        CHECK_NOTHROW(require_correctable(record, "edition", "2016", knowledge));
        CHECK_THROWS_AS(require_correctable(record, "edition", "2015", knowledge), std::runtime_error);
        CHECK_THROWS_AS(require_correctable(record, "area 4 strength x", "Bra", knowledge),
                        std::runtime_error);
    }

    TEST_CASE("what a new reading did to corrections is told") {
        auto record = doubtful_record();
        const auto add = [&](const char* cell, const char* was, const char* value) {
            record.corrections.push_back({record.sha256, cell, was, value, "Anna", "sett", {}});
        };
        add("4.4 percent", "61", "63");
        add("4.4 points", "9", "11");
        add("4.4 max", "15", "20");
        add("4.9 max", "15", "20");
        CHECK(remarks_on_corrections(record) ==
              std::vector<std::string>{
                  "the correction of 4.4 percent (63) is needless: it is read so by now",
                  "the correction of 4.4 points (11) was made when 9 was read; now 10 is",
                  "the correction of 4.9 max (20) has lost its cell: the report is read without it"});
    }
}
