#include "extractors/readings.h"

#include <doctest/doctest.h>

using namespace kompass;

namespace {

const Cell points = question_cell("3.5", CellField::points);

struct Noted {
    audit::Evidence evidence;
    std::vector<std::string> doubtful;
    std::map<std::string, std::vector<Decimal>> candidates;
};

Noted noted(const std::string& text, double confidence, std::vector<std::string> readings) {
    TableCell cell;
    cell.text = text;
    cell.confidence = confidence;
    cell.readings = std::move(readings);
    Noted result;
    note_if_unsure(cell, points, {result.doubtful, result.candidates}, result.evidence);
    return result;
}

} // namespace

TEST_SUITE("extractors") {
    TEST_CASE("a figure that OCR is unsure of is doubtful, its readings candidates and evidence") {
        const auto unsure = noted("3", 0.4, {"9", "3", "x", "8"});
        CHECK(unsure.doubtful == std::vector<std::string>{"points"});
        CHECK(unsure.candidates.at("points") == std::vector<Decimal>{3, 9, 8});
        CHECK(unsure.evidence.unsure.at(points).confidence == doctest::Approx(0.4));
        CHECK(unsure.evidence.unsure.at(points).readings == std::vector<Decimal>{9, 8});
    }

    TEST_CASE("nothing is noted of a sure figure, or of a cell without one") {
        for (const auto& none : {noted("3", 0.9, {"9"}), noted("", 0.1, {}), noted("x", 0.1, {"3"})}) {
            CHECK(none.doubtful.empty());
            CHECK(none.candidates.empty());
            CHECK(none.evidence.unsure.empty());
        }
    }
}
