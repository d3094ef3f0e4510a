#include "extractors/city_part.h"

#include "tests/support/real_rules.h"

#include <doctest/doctest.h>

#include <string>

using namespace kompass;

namespace {

std::string part_in(const char* front) {
    const auto part = part_of_city_in(front, testing::knowledge());
    return part ? part->name : "-";
}

} // namespace

TEST_SUITE("extractors") {
    TEST_CASE("a part stands above its city or beside it") {
        CHECK(part_in("ANALYS AV\nÖVRE-NEDRE BACKEN\nGÖTEBORGS STAD\n2012") == "ÖVRE-NEDRE BACKEN");
        CHECK(part_in("ANALYS AV ÖVRE-NEDRE BACKEN GÖTEBORGS STAD 2012") == "ÖVRE-NEDRE BACKEN");
        CHECK(part_in("ANALYS AV\nNORRA GÖTEBORG\nGÖTEBORGS STAD") == "NORRA GÖTEBORG");
        CHECK(part_in("Analys av Norra Backen, Göteborgs stad") == "Norra Backen");
        CHECK(part_in("Analys av Backen i Borås stad") == "Backen");
        CHECK(part_in("Analys av Backen (Borås stad)") == "Backen");
    }

    TEST_CASE("a municipality alone has none") {
        for (const char* front : {"ANALYS AV UPPLANDS VÄSBY KOMMUN", "ANALYS AV\nBORÅS STAD\n2012",
                                  "Analys av Anna Ek, SKL Borås stad", "Borås stad"})
            CHECK(part_in(front) == "-");
    }
}
