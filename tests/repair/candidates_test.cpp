#include "repair/candidates.h"

#include "repair/damage.h"
#include "repair/spelling.h"
#include "tests/support/repairer.h"
#include "text/unicode.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace kompass;
using repair::Candidate;

namespace {

std::vector<Candidate> candidates(std::u32string_view seen, std::size_t break_at = 0) {
    return repair::CandidateSearch(testing::lexicon(), testing::confusions())
        .candidates({seen, break_at, false});
}

const Candidate* find(const std::vector<Candidate>& all, std::u32string_view word) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Candidate& c) { return c.word == word; });
    return found == all.end() ? nullptr : &*found;
}

std::string written(std::u32string_view seen, std::u32string_view meant, bool begins_sentence) {
    const auto all = candidates(seen);
    const auto* candidate = find(all, meant);
    REQUIRE(candidate != nullptr);
    return unicode::utf8(repair::with_capitals(*candidate, seen, begins_sentence));
}

} // namespace

TEST_SUITE("repair") {
    TEST_CASE("each sign that a scanner makes of å ä ö leads back to the word") {
        for (const auto* seen : {U"fragor", U"frégor", U"frdgor", U"fr4gor", U"fr&gor", U"frgor", U"fréagor"})
            CHECK_MESSAGE(find(candidates(seen), U"frågor"), unicode::utf8(seen));
        CHECK(find(candidates(U"n4mnd"), U"nämnd"));
        CHECK(find(candidates(U"nidmnd"), U"nämnd"));
        CHECK(find(candidates(U"bem6tande"), U"bemötande"));
        CHECK(find(candidates(U"|edarskap"), U"ledarskap"));
    }

    TEST_CASE("what was lost, what stands and other misreadings are counted apart") {
        const auto all = candidates(U"férändr|ng");
        const auto* candidate = find(all, U"förändring");
        REQUIRE(candidate);
        CHECK(candidate->lost == 1);
        CHECK(candidate->kept == 1);
        CHECK(candidate->odd == 1);
    }

    TEST_CASE("compounds that no list holds, of parts that may be one") {
        const auto all = candidates(U"biblioteksférvaltningen");
        const auto* candidate = find(all, U"biblioteksförvaltningen");
        REQUIRE(candidate);
        CHECK(candidate->parts > 1);
        CHECK(candidate->key == 0);
    }

    TEST_CASE("no misreading spans the end of a line") {
        for (const auto& candidate : candidates(U"nidmnd", 2))
            CHECK(candidate.word != U"nämnd");
    }

    TEST_CASE("capitals are those of what was seen") {
        CHECK(written(U"STANDIG", U"ständig", false) == "STÄNDIG");
        CHECK(written(U"Oppna", U"öppna", true) == "Öppna");
        CHECK(written(U"Sppna", U"öppna", false) == "öppna");
        CHECK(written(U"6ppna", U"öppna", true) == "Öppna");
        CHECK(written(U"6ppna", U"öppna", false) == "öppna");
        CHECK(written(U"|edarskap", U"ledarskap", true) == "Ledarskap");
        CHECK(written(U"aktOr", U"aktör", false) == "aktör");
        CHECK(written(U"lnnehåll", U"innehåll", true) == "Innehåll");
        CHECK(written(U"lngmar", U"ingmar", false) == "Ingmar");
    }

    TEST_CASE("damage is what the words say, and little where few speak") {
        CHECK(repair::damage_of({1000, 0}) < 0.001);
        CHECK(repair::damage_of({0, 1000}) > 0.98);
        CHECK(repair::damage_of({0, 0}) < 0.05);
        CHECK(repair::damage_of({500, 500}) == doctest::Approx(0.5).epsilon(0.01));
    }
}
