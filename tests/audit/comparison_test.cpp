#include "audit/comparison.h"

#include <doctest/doctest.h>

using namespace kompass;
using namespace kompass::audit;

namespace {

Comparison comparison(std::int64_t printed, std::int64_t expected) {
    return {CheckKind::box,     3, area_cell(3, CellField::box_points), printed, expected, "same", "other",
            {{7, std::nullopt}}};
}

} // namespace

TEST_SUITE("audit") {
    TEST_CASE("two whole numbers are the same or not: nothing lies between") {
        for (const int expected : {49, 51, 500}) {
            const auto finding = compared(comparison(50, expected));
            CHECK(finding.verdict == Verdict::inconsistent);
            CHECK(finding.printed == "50");
            CHECK(finding.expected == std::to_string(expected));
            CHECK(finding.explanation == "other");
        }
        const auto same = compared(comparison(50, 50));
        CHECK(same.verdict == Verdict::exact);
        CHECK(same.explanation == "same");
    }

    TEST_CASE("a finding keeps what was compared, and where it stands") {
        const auto finding = compared(comparison(50, 49));
        CHECK(finding.kind == CheckKind::box);
        CHECK(finding.area == 3);
        CHECK(name_of(finding.cell) == "area 3 box points");
        CHECK(finding.places == Places{{7, std::nullopt}});
    }
}
