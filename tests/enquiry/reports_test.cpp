// Finding the report that a person means.
#include "enquiry/reports.h"

#include "tests/archive/samples.h"

#include <doctest/doctest.h>

namespace {

using namespace kompass;
using namespace kompass::archive;

std::string found(const Archive& archive, std::string_view reference) {
    std::string names;
    for (const auto& report : samples::find(archive, reference))
        names +=
            (names.empty() ? "" : ", ") + report.municipality + " " + std::to_string(report.year.value_or(0));
    return names;
}

} // namespace

TEST_SUITE("enquiry") {

    TEST_CASE("a report is found by id, file, hash, municipality and year") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        archive.store(samples::plain_record("Gåseborg", "9902", 2018, 50), {});
        archive.store(samples::plain_record("Gåseborg", "9902", 2014, 50), {});
        archive.store(samples::plain_record("Västra Ån", "9904", 2016, 50), {});
        const auto hash = samples::reports(archive).back().sha256;

        CHECK(found(archive, "1") == "Gåseborg 2018");
        CHECK(found(archive, "gåseborg") == "Gåseborg 2014, Gåseborg 2018");
        CHECK(found(archive, "  GASEBORG ") == "Gåseborg 2014, Gåseborg 2018");
        CHECK(found(archive, "Gåseborg 2014") == "Gåseborg 2014");
        CHECK(found(archive, "gaseborg  2014") == "Gåseborg 2014");
        CHECK(found(archive, "vastra an") == "Västra Ån 2016");
        CHECK(found(archive, "Västra Ån 2016") == "Västra Ån 2016");
        CHECK(found(archive, "Gåseborg-2018.txt") == "Gåseborg 2018");
        CHECK(found(archive, "in/a/folder/Gåseborg-2018.txt") == "Gåseborg 2018");
        CHECK(found(archive, "Gåseborg-2018") == "Gåseborg 2018");
        CHECK(found(archive, hash.substr(0, 6)) == "Västra Ån 2016");
        CHECK(found(archive, hash) == "Västra Ån 2016");
        CHECK(found(archive, hash.substr(0, 5)).empty());

        for (const auto* named : {"Gåseborgs kommun 2018", "GÅSEBORGS STAD 2018", "gaseborg kommun 2018"})
            CHECK_MESSAGE(found(archive, named) == "Gåseborg 2018", named);
        CHECK(found(archive, "Gåseborgs") == "");

        for (const auto* nothing : {"", "  ", "9", "2018", "Gåseborg 2019", "Gåse", "Gåseborg x", "ffffff"})
            CHECK_MESSAGE(found(archive, nothing).empty(), nothing);
    }

    TEST_CASE("names that differ only in diacritics are told apart where the spelling tells") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        archive.store(samples::plain_record("Håbro", "9905", 2018, 50), {});
        archive.store(samples::plain_record("Habro", "9906", 2018, 50), {});
        CHECK(found(archive, "håbro") == "Håbro 2018");
        CHECK(found(archive, "habro 2018") == "Habro 2018");
        CHECK(found(archive, "häbro") == "Habro 2018, Håbro 2018");
    }

} // TEST_SUITE
