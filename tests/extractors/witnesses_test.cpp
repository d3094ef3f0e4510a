#include "extractors/witnesses.h"

#include <doctest/doctest.h>

#include <string>

using namespace kompass;

TEST_SUITE("extractors") {
    TEST_CASE("the heaviest value wins, the first where two weigh the same") {
        Witnesses<int> years;
        CHECK(years.winner() == nullptr);
        years.say("2014", 2014, "cover", 4);
        years.say("2015", 2015, "page head", 4);
        CHECK(*years.winner() == 2014);
        years.say("2015", 2015, "text", 6);
        CHECK(*years.winner() == 2015);
        CHECK(years.story() == "2015 (page head, text), 2014 (cover)");
    }

    TEST_CASE("a place is heard once, by the heaviest of what it says") {
        Witnesses<int> years;
        for (int i = 0; i < 3; ++i)
            years.say("2014", 2014, "cover", 4);
        years.say("2013", 2013, "text", 6);
        CHECK(*years.winner() == 2013);
    }

    TEST_CASE("half the weight contests, less does not") {
        Witnesses<std::string> names;
        names.say("a", "a", "text", 6);
        CHECK_FALSE(names.contested());
        names.say("b", "b", "headings", 2);
        CHECK_FALSE(names.contested());
        names.say("b", "b", "page head", 1);
        CHECK(names.contested());
    }

    TEST_CASE("a weak witness neither decides between others nor takes a doubt away") {
        Witnesses<int> years;
        years.say("2014", 2014, "cover", 4);
        years.say("2015", 2015, "page head", 4);
        years.add_weakly("2015", 2015, "file", 1);
        CHECK(*years.winner() == 2014);
        CHECK(years.contested());
        CHECK_FALSE(years.rests_on("file"));
        CHECK(years.story() == "2014 (cover), 2015 (file, page head)");
    }

    TEST_CASE("a weak witness alone is heard, and it is known that it is alone") {
        Witnesses<int> years;
        years.add_weakly("2015", 2015, "file", 1);
        CHECK(*years.winner() == 2015);
        CHECK(years.rests_on("file"));
        CHECK_FALSE(Witnesses<int>().rests_on("file"));
    }
}
