#include "archive/archive.h"
#include "tests/archive/samples.h"

#include <doctest/doctest.h>

TEST_SUITE("archive") {

    using namespace kompass;
    using namespace kompass::archive;

    TEST_CASE("a record comes back as it was stored, field by field") {
        const samples::TemporaryFolder folder;
        const auto record = samples::rich_record();
        {
            auto archive = samples::writable(folder.file("a.db"));
            REQUIRE(archive.store(record, {}) == Outcome::taken);
        }
        const auto archive = Archive::open(folder.file("a.db"));
        REQUIRE(samples::reports(archive).size() == 1);
        const auto back = archive.record(samples::reports(archive).front().id);
        CHECK(back.pages == record.pages);
        CHECK(back.areas.at(0).total == record.areas.at(0).total);
        CHECK(back.areas.at(0).questions == record.areas.at(0).questions);
        CHECK(back.areas.at(0) == record.areas.at(0));
        CHECK(back.areas == record.areas);
        CHECK(back.history == record.history);
        CHECK(back.key_facts == record.key_facts);
        CHECK(back.findings_of_audit == record.findings_of_audit);
        CHECK(back.troubles == record.troubles);
        CHECK(back == record);
    }

    TEST_CASE("an empty record comes back, too") {
        const samples::TemporaryFolder folder;
        Record record;
        record.file = "a.txt";
        record.sha256 = samples::hash(1);
        auto archive = samples::writable(folder.file("a.db"));
        REQUIRE(archive.store(record, {}) == Outcome::taken);
        CHECK(archive.record(samples::reports(archive).front().id) == record);
    }

    TEST_CASE("any record comes back as it was stored") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        constexpr std::uint32_t records = 120;
        for (std::uint32_t seed = 0; seed < records; ++seed)
            REQUIRE(archive.store(samples::random_record(seed), {}) == Outcome::taken);

        const auto reports = samples::reports(archive);
        REQUIRE(reports.size() == records);
        for (const auto& report : reports) {
            const auto seed = static_cast<std::uint32_t>(std::stoul(report.file.substr(7)));
            CAPTURE(seed);
            CHECK(archive.record(report.id) == samples::random_record(seed));
        }
    }

} // TEST_SUITE
