#include "layout/hyphenation.h"

#include <doctest/doctest.h>

#include <string>

using namespace kompass::layout;

TEST_SUITE("layout") {
    TEST_CASE("a hyphen that a line end brought goes") {
        CHECK(joined("inom detta om-", "råde finns") == "inom detta område finns");
        CHECK(joined("medarbe-", "tare") == "medarbetare");
        CHECK(joined("för-", "ändras") == "förändras");
        CHECK(joined("icke-kom-", "munala") == "icke-kommunala");
        CHECK(joined("stöd/råd-", "givning") == "stöd/rådgivning");
        CHECK(joined("2-årsplane-", "ring") == "2-årsplanering");
    }

    TEST_CASE("a hyphen that stands for a part left out stays, with its blank") {
        CHECK(joined("synpunkts-", "och klagomål") == "synpunkts- och klagomål");
        CHECK(joined("grund-", "eller gymnasieskola") == "grund- eller gymnasieskola");
        CHECK(joined("bygg-", "respektive miljönämnd") == "bygg- respektive miljönämnd");
        CHECK(joined("invånar-", "/brukarfokus") == "invånar-/brukarfokus");
    }

    TEST_CASE("a hyphen of a compound stays, without a blank") {
        CHECK(joined("med EU-", "finansierade medel") == "med EU-finansierade medel");
        CHECK(joined("nya e-", "tjänster") == "nya e-tjänster");
        CHECK(joined("Norra-", "Sverige") == "Norra-Sverige");
        CHECK(joined("ISO9001-", "certifierad") == "ISO9001-certifierad");
        CHECK(joined("ÖP-", "systemet") == "ÖP-systemet");
        CHECK(joined("Covid-", "19") == "Covid-19");
    }

    TEST_CASE("of three equal consonants Swedish writes two") {
        CHECK(joined("till-", "lämpningen") == "tillämpningen");
        CHECK(joined("upp-", "pehålla") == "uppehålla");
        CHECK(joined("till-", "gång") == "tillgång");
        CHECK(joined("natt-", "öppet") == "nattöppet");
    }

    TEST_CASE("what looks like a hyphen at a line end but is none") {
        CHECK(joined("åren 2013 -", "2019") == "åren 2013 - 2019");
        CHECK(joined("målet –", "delvis nått") == "målet – delvis nått");
        CHECK(joined("-", "nästa") == "- nästa");
        CHECK_FALSE(ends_hyphenated("2013 -"));
        CHECK_FALSE(ends_hyphenated("-"));
        CHECK(ends_hyphenated("om- "));
        CHECK(ends_hyphenated("rå-"));
    }

    TEST_CASE("a slash at a line end takes no blank") {
        CHECK(joined("medborgare/", "brukare") == "medborgare/brukare");
        CHECK(joined("utveckling av styrning/", "uppföljning?") == "utveckling av styrning/uppföljning?");
    }

    TEST_CASE("other lines are joined by a blank, blank ones left out") {
        CHECK(joined("ett", "två") == "ett två");
        CHECK(joined(" ett ", "  två ") == "ett två");
        CHECK(joined("", "två") == "två");
        CHECK(joined("ett", " ") == "ett");
        CHECK(joined({"ett sam-", "", "lat ar-", "bete"}) == "ett samlat arbete");
        CHECK(joined(std::vector<std::string>{}).empty());
    }
}
