#include "model/printed_tokens.h"

#include <doctest/doctest.h>

using namespace kompass;
using namespace kompass::printed;

TEST_SUITE("model") {
    TEST_CASE("figures are whole or have a half, and short, free of the rules of tables") {
        const auto value = [](const char* token) { return figure(token) ? figure(token)->value : -1; };
        CHECK(value("0") == 0);
        CHECK(value("65%") == 65);
        CHECK(value("|65") == 65);
        CHECK(value("[100]") == 100);
        CHECK(value("2018") == 2018);
        CHECK(value("6,5") == Decimal::from_tenths(65));
        CHECK(value("|426,5|") == Decimal::from_tenths(4265));
        CHECK(value("6½") == Decimal::from_tenths(65));
        CHECK(value("½") == Decimal::from_tenths(5));
        CHECK(value("9.5") == Decimal::from_tenths(95));
        CHECK(value("6,0") == 6);
        CHECK(figure("65%")->percent);
        CHECK(figure("65%|")->percent);
        CHECK_FALSE(figure("65")->percent);
        for (const char* token : {"", "%", "|", "12345", "6.5", "6,3", "6,55", "6,", ",5", "6,5%", "1.1",
                                  "-5", "4a", "1O", "12-15", "65%%"})
            CHECK_MESSAGE(value(token) == -1, token);
    }

    TEST_CASE("numbers of questions are those of eight areas") {
        CHECK(question_number("4.2") == "4.2");
        CHECK(question_number("8.10") == "8.10");
        CHECK(question_number("|4.2|") == "4.2");
        CHECK(question_number("4.2.") == "4.2");
        CHECK(question_number("4.02") == "4.2");
        CHECK(question_number("|8.09.") == "8.9");
        for (const char* token : {"", "4", "4.", "0.1", "9.1", "4.0", "4.111", "12.1", "4.2.1", "4,2", "4.x",
                                  ".2", "4.00", "4.012", "04.2"})
            CHECK_MESSAGE(question_number(token).empty(), token);
    }

    TEST_CASE("numbers of tables, as printed and as a scanner leaves them") {
        for (const char* token : {"1", "8", "4.", "|4.", "S.", "."})
            CHECK_MESSAGE(is_table_number(token), token);
        for (const char* token : {"", "9", "0", "12", "S", "4.2", "A."})
            CHECK_MESSAGE(!is_table_number(token), token);
    }

    TEST_CASE("years of evaluations") {
        CHECK(year("2002") == 2002);
        CHECK(year("|2018|") == 2018);
        for (const char* token : {"1989", "2100", "201", "20188", "2018*", "20 18", ""})
            CHECK_MESSAGE(!year(token), token);
    }

    TEST_CASE("debris is what rules and specks leave") {
        for (const char* token : {"|", ".", "||", "[.", "'", "~"})
            CHECK_MESSAGE(is_debris(token), token);
        for (const char* token : {"|a", "1.", "%", "-", "•"})
            CHECK_MESSAGE(!is_debris(token), token);
        CHECK(without_rules("|[12]|") == "12");
        CHECK(without_rules("[[").empty());
    }
}
