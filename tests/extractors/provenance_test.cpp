// Where the values that are no figures stand, and which rule found them.
#include "tests/support/real_rules.h"
#include "tests/support/transcript.h"
#include "tests/support/typeset_page.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace kompass;
using testing::TypesetPage;

namespace {

const Provenance& of(const Record& record, const Cell& cell, int item = 0) {
    const auto found =
        std::find_if(record.provenance.begin(), record.provenance.end(),
                     [&](const Provenance& one) { return one.of == cell && one.item == item; });
    REQUIRE(found != record.provenance.end());
    return *found;
}

/// The role of the rule that found it.
std::string role_of(const Provenance& one) {
    for (const auto& rule : testing::knowledge().rules.all())
        if (rule.id == one.rule) return rule.role;
    return one.rule.empty() ? "" : "no rule";
}

/// A report of one area, on three pages.
Document report() {
    return testing::typeset(
        {TypesetPage(1).text(R"(
ANALYS AV
KUMLA KOMMUN
2017
Utvärderare: Anna Berg, senior konsult (SKL)
)"),
         TypesetPage(2)
             .text("Utvärderingen av Kumla kommun genomfördes i oktober år 2017, och det är kommunens tredje "
                   "utvärdering.\n\n")
             .text("Kortfakta om Kumla kommun", testing::kBold)
             .space(6)
             .text("Befolkning           21 345\nAnställda            1 895\nMajoritet            två "
                   "partier\n"),
         TypesetPage(3).text("Område 1 Offentlighet och demokrati", testing::kBold).space(8).text(R"(
Rubriker                      Poäng
Information                   60
Dialog med medborgarna

Inspiration: Sala och Eda

1.1  Finns en plan/strategi för demokratiutveckling?    9    15     60%
1.2  Hur informeras medborgarna om aktuella frågor?     51   85     60%
     Summa                                              60   100    60%
)")});
}

} // namespace

TEST_SUITE("extractors") {
    TEST_CASE("each value of a report tells its page, box and rule") {
        const auto record = testing::extracted(report());
        const auto stands = [&](const Cell& cell, int item = 0) { return of(record, cell, item); };
        const auto municipality = stands(report_cell(CellField::municipality));
        REQUIRE_FALSE(municipality.places.empty());
        CHECK(role_of(municipality) != "no rule");
        CHECK_FALSE(role_of(municipality).empty());

        CHECK(record.year == 2017);
        CHECK(role_of(stands(report_cell(CellField::year))) == "evaluation_when");
        CHECK(stands(report_cell(CellField::year)).places.front().page == 2);
        CHECK(stands(report_cell(CellField::month)).places.front().page == 2);
        CHECK(record.ordinal == 3);
        CHECK(role_of(stands(report_cell(CellField::ordinal))) == "evaluation_ordinal");

        REQUIRE(record.evaluators.size() == 1);
        const auto evaluator = stands(report_cell(CellField::evaluator, 1));
        CHECK(role_of(evaluator) == "evaluators_label");
        REQUIRE(evaluator.places.size() == 1);
        CHECK(evaluator.places[0].page == 1);
        REQUIRE(evaluator.places[0].box.has_value());

        REQUIRE(record.key_facts.size() == 3);
        const auto staff = stands(report_cell(CellField::key_facts), 2);
        CHECK(role_of(staff) == "key_facts_head");
        REQUIRE(staff.places.size() == 1);
        CHECK(staff.places[0].page == 2);
        REQUIRE(stands(report_cell(CellField::key_facts), 1).places[0].box.has_value());
        CHECK(staff.places[0].box->y0 > stands(report_cell(CellField::key_facts), 1).places[0].box->y0);

        REQUIRE(record.areas.size() == 1);
        CHECK(role_of(stands(area_cell(1, CellField::title))) == "area_head");
        CHECK(stands(area_cell(1, CellField::title)).places.front().page == 3);
        REQUIRE(record.areas[0].role_models.size() == 2);
        CHECK(role_of(stands(area_cell(1, CellField::role_model, 2))) == "inspiration_head");
        REQUIRE(record.areas[0].box_headings.size() == 2);
        const auto first = stands(area_cell(1, CellField::box_headings), 1);
        const auto second = stands(area_cell(1, CellField::box_headings), 2);
        REQUIRE(first.places.size() == 1);
        REQUIRE(second.places.size() == 1);
        CHECK(first.places[0].box->y1 <= second.places[0].box->y1);
        CHECK(record.areas[0].box_points == 60);
        CHECK(stands(area_cell(1, CellField::box_points)).places.front().page == 3);
    }

    TEST_CASE("every value that is stated has a place in the samples, and no place is of nothing") {
        const auto record = testing::extracted(report());
        for (const auto& one : record.provenance) {
            CAPTURE(name_of(one.of));
            CHECK_FALSE(one.places.empty());
            CHECK(role_of(one) != "no rule");
        }
    }

    TEST_CASE("what a file says of itself has a rule or none, and no place") {
        auto document = testing::transcript("Rapport\n");
        document.info.title = "Kommunkompassen Köping 2017";
        const auto record = testing::extracted(document);
        if (record.year) CHECK(of(record, report_cell(CellField::year)).places.empty());
    }
}
