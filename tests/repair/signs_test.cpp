#include "repair/signs.h"

#include "tests/support/repairer.h"

#include <doctest/doctest.h>

using namespace kompass;
using namespace kompass::repair;

TEST_SUITE("repair") {
    TEST_CASE("a bar before capitals is the I of an abbreviation, a table's bar is none") {
        CHECK(bar_in_abbreviation("|T-frågor") == 0);
        CHECK(bar_in_abbreviation("nytt |T för alla") == 5);
        CHECK(bar_in_abbreviation("|SO 9001") == 0);
        CHECK(bar_in_abbreviation("|Ö-frågor") == 0); // a capital is what Unicode calls one
        CHECK_FALSE(bar_in_abbreviation("|ÅÄÖÅ"));
        for (const char* other : {"| T", "|Max", "|UPPNÅTT", "a|T", "12|T", "|", "", "| Poäng | Max"})
            CHECK_FALSE(bar_in_abbreviation(other));
    }

    TEST_CASE("quotation marks become Swedish where the text was damaged, else they stay") {
        CHECK(with_swedish_quotes("kallad “mötesfunktion™).") == "kallad ”mötesfunktion”).");
        CHECK(with_swedish_quotes("varumärket ™ och 3™") == "varumärket ™ och 3™");
        const char* clean = "Här står det “så” för att författaren vill det.";
        CHECK(testing::repaired(clean) == clean);
        CHECK(testing::repaired("Har foljer namnden “malen™ for manga aldre pa skolor.") ==
              "Här följer nämnden ”målen” för många äldre på skolor.");
    }

    TEST_CASE("an abbreviation behind a bar has three capitals at most, and then ends") {
        CHECK(bar_in_abbreviation("|SOX 9001") == 0);
        CHECK_FALSE(bar_in_abbreviation("|SOXY 9001"));
        CHECK_FALSE(bar_in_abbreviation("|SOx"));
        CHECK_FALSE(bar_in_abbreviation("|Tåg"));
    }

    TEST_CASE("a lone bar is a word only at the head of a sentence that follows") {
        const std::string rest = "kommunen finns en plan som alla känner";
        CHECK(lone_bar("| " + rest, "Detta är slut.") == 0);
        CHECK_FALSE(lone_bar("| " + rest, "Detta går"));
        CHECK_FALSE(lone_bar("| Kommunen finns en plan som alla känner", "Detta är slut."));
        CHECK_FALSE(lone_bar("| Återkoppling finns i en plan som alla känner", "Detta är slut."));
        CHECK(lone_bar("| återkopplingen finns en plan som alla känner", "Detta är slut.") == 0);
        CHECK(lone_bar("| “Ungdomsrådet” finns en plan som alla känner", "Detta är slut.") == 0);
        CHECK_FALSE(lone_bar("| – kommunen finns en plan som alla känner", "Detta är slut."));
        CHECK(lone_bar("Detta är slut. | " + rest, "") == 16); // bytes: ä has two
        CHECK_FALSE(lone_bar("Detta går | " + rest, ""));
        CHECK_FALSE(lone_bar("| " + rest + " | mer", "Slut.")); // two bars are a table's
        CHECK_FALSE(lone_bar("| kort", "Slut."));
        CHECK_FALSE(lone_bar("|" + rest, "Slut."));
        CHECK_FALSE(lone_bar("| kommunen 12 finns en plan", "Slut.")); // figures beside it: a table
        CHECK_FALSE(lone_bar(rest, "Slut."));
    }
}
