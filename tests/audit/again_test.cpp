// An audit made again tells of today's figures and keeps what was told of those that are the same.
#include "audit/again.h"
#include "audit/audit.h"

#include <doctest/doctest.h>

namespace {

kompass::Record record_of(int total) {
    kompass::Record record;
    kompass::Area area;
    area.number = 6;
    area.total = {total, 100, total, {}, {}, {}, {}};
    area.questions = {{"6.1", "Hur?", {50, 100, 50, {}, {}, {}, {}}}};
    record.areas = {area};
    return record;
}

} // namespace

TEST_SUITE("audit") {

    TEST_CASE("what is found again keeps its explanation, all else is as the arithmetic says") {
        auto record = record_of(61);
        record.findings_of_audit = kompass::audit::audit(record);
        const auto first = record.findings_of_audit;
        REQUIRE(first.size() > 2);
        for (auto& finding : record.findings_of_audit)
            finding.explanation += " It may be 81.";
        auto told = record;
        kompass::audit::audit_again(told);
        CHECK(told == record);

        record.areas[0].total = {50, 100, 50, {}, {}, {}, {}};
        kompass::audit::audit_again(record);
        for (const auto& finding : record.findings_of_audit)
            CHECK(finding.verdict == kompass::Verdict::exact);
    }

} // TEST_SUITE
