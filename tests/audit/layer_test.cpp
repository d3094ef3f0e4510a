// What is told of figures in effect does not claim that a report prints them.
#include "audit/audit.h"
#include "audit/layer.h"

#include <doctest/doctest.h>

#include <string>

TEST_SUITE("audit") {

    TEST_CASE("an explanation of decided figures says that they are decided") {
        using kompass::audit::told_of_effective;
        CHECK(told_of_effective("The area has 61. The report prints 60.") ==
              "As decided: The area has 61. The archive holds 60.");
        CHECK(told_of_effective("50 of 100; the report prints 50 of 100 with 61 %.") ==
              "As decided: 50 of 100; the archive holds 50 of 100 with 61 %.");
        CHECK(told_of_effective("They sum to 61, as printed.") ==
              "As decided: They sum to 61, as the archive holds.");
    }

    TEST_CASE("no explanation that the audit gives claims a print once it is told of what is in effect") {
        kompass::Record record;
        kompass::Area area;
        area.number = 1;
        area.total = {61, 95, 70, {}, {}, {}, {}};
        area.box_points = 60;
        area.questions = {{"1.1", "Hur?", {30, 50, 90, {}, {}, {}, {}}},
                          {"1.2", "Hur då?", {0, 0, 0, {}, {}, {}, {}}}};
        record.areas = {area};
        record.history = {{2014, {1, 1, 1, 1, 1, 1, 1, 1}, 9, {}}};
        const auto findings = kompass::audit::audit(record);
        REQUIRE(findings.size() > 5);
        for (const auto& finding : findings) {
            const auto told = kompass::audit::told_of_effective(finding.explanation);
            CHECK_MESSAGE(told.find("print") == std::string::npos, told);
        }
    }

} // TEST_SUITE
