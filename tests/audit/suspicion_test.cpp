#include "audit/suspicion.h"

#include "audit/audit.h"
#include "tests/support/shown.h"
#include "tests/support/transcript.h"

#include <doctest/doctest.h>

#include <string>

using namespace kompass;

namespace {

Score score(int points, int max, int percent) {
    Score result;
    result.points = points;
    result.max = max;
    result.percent = percent;
    return result;
}

/// Area 3 with three questions; the sum is exact.
Area sound_area() {
    Area area;
    area.number = 3;
    area.questions = {
        {"3.1", "A?", score(10, 20, 50)}, {"3.2", "B?", score(20, 40, 50)}, {"3.3", "C?", score(10, 40, 25)}};
    area.total = score(40, 100, 40);
    return area;
}

/// The figures of the area after the audit and the doubts; damaged: OCR read it, and nothing explains it.
std::string doubted(Area area, bool damaged, Troubles* troubles = nullptr) {
    Record record;
    record.areas = {std::move(area)};
    record.findings_of_audit = audit::audit(record);
    audit::doubt_unconfirmed(record, damaged ? std::set{3} : std::set<int>{});
    if (troubles != nullptr) *troubles = record.troubles;
    std::string text;
    for (const auto& question : record.areas[0].questions)
        text += testing::shown(question.score) + ", ";
    return text + testing::shown(record.areas[0].total);
}

} // namespace

TEST_SUITE("audit") {
    TEST_CASE("figures that the sum confirms stand, damaged or not") {
        CHECK(doubted(sound_area(), false) == "10/20 50%, 20/40 50%, 10/40 25%, 40/100 40%");
        CHECK(doubted(sound_area(), true) == "10/20 50%, 20/40 50%, 10/40 25%, 40/100 40%");
    }

    TEST_CASE("a row that contradicts itself is doubtful only in damaged text") {
        auto area = sound_area();
        area.questions[1].score.points = 28;
        CHECK(doubted(area, false) == "10/20 50%, 28/40 50%, 10/40 25%, 40/100 40%");
        CHECK(doubted(area, true) == "10/20 50%, 28?/40? 50?%, 10/40 25%, 40/100 40%");
    }

    TEST_CASE("where only the sum fails, every row of damaged text is doubtful") {
        auto area = sound_area();
        area.total = score(70, 100, 70);
        CHECK(doubted(area, false) == "10/20 50%, 20/40 50%, 10/40 25%, 70/100 70%");
        CHECK(doubted(area, true) == "10?/20? 50?%, 20?/40? 50?%, 10?/40? 25?%, 70?/100? 70?%");
    }

    TEST_CASE("a gap in the numbering or a missing figure makes the figures beside it doubtful") {
        const std::string all_doubtful = "10?/20? 50?%, 10?/40? 25?%, 40?/100? 40?%";
        auto gap = sound_area();
        gap.questions.erase(gap.questions.begin() + 1);
        Troubles troubles;
        CHECK(doubted(gap, false, &troubles) == all_doubtful);
        REQUIRE(troubles.size() == 1);
        CHECK(troubles[0].code == "score-table-incomplete");

        auto missing = sound_area();
        missing.questions[2].score.points.reset();
        CHECK(doubted(missing, false, &troubles) == "10?/20? 50?%, 20?/40? 50?%, -?/40? 25?%, 40?/100? 40?%");
        CHECK(troubles.size() == 1);

        auto no_total = sound_area();
        no_total.total = {};
        CHECK(doubted(no_total, false, &troubles).starts_with("10?/20? 50?%"));
        CHECK(troubles.size() == 1);
    }

    TEST_CASE("an area without a score table has nothing to doubt") {
        Area area;
        area.number = 2;
        area.box_points = 50;
        Troubles troubles;
        CHECK(doubted(area, true, &troubles) == "-/- -%");
        CHECK(troubles.empty());
    }

    TEST_CASE("a box that differs from its table is doubtful only in damaged text") {
        auto area = sound_area();
        area.box_points = 48;
        for (const bool damaged : {false, true}) {
            Record record;
            record.areas = {area};
            record.findings_of_audit = audit::audit(record);
            audit::doubt_unconfirmed(record, damaged ? std::set{3} : std::set<int>{});
            CHECK(record.areas[0].doubtful ==
                  (damaged ? std::vector<std::string>{"box_points"} : std::vector<std::string>{}));
        }
    }

    TEST_CASE("text without å ä ö is damaged, if there is enough of it") {
        std::string sound, damaged;
        for (int i = 0; i < 20; ++i) {
            sound += "Kommunen får råd och stöd från länet när den bygger nätverk för skolan.\n";
            damaged += "Kommunen far rad och stod fran lanet nar den bygger natverk for skolan.\n";
        }
        CHECK_FALSE(audit::is_damaged_text(testing::transcript(sound)));
        CHECK(audit::is_damaged_text(testing::transcript(damaged)));
        CHECK_FALSE(audit::is_damaged_text(testing::transcript("Kommunen far rad.\n")));
        CHECK_FALSE(audit::is_damaged_text(Document{}));
    }

    TEST_CASE("OCR read the pages that it read, and every page of damaged text") {
        Document document;
        document.pages.resize(2);
        document.pages[0].number = 1;
        document.pages[0].reading = Reading::text_layer;
        document.pages[1].number = 2;
        document.pages[1].reading = Reading::ocr;
        CHECK(audit::pages_read_by_ocr(document) == std::set{2});
        std::string damaged;
        for (int i = 0; i < 20; ++i)
            damaged += "Kommunen far rad och stod fran lanet nar den bygger natverk for skolan.\n";
        CHECK(audit::pages_read_by_ocr(testing::transcript(damaged)) == std::set{1});
    }
}
