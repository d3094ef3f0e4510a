#include "text/csv.h"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace kompass::text;

TEST_SUITE("text") {
    TEST_CASE("fields are found by the heads of their columns") {
        const auto csv =
            parsed_csv("cell,value\r\n4.4 percent,68\r\n\"a, b\",\"says \"\"no\"\"\n twice\"\nlast,\n");
        CHECK(csv.has("value"));
        CHECK_FALSE(csv.has("why"));
        REQUIRE(csv.rows.size() == 3);
        CHECK(csv.rows[0]["cell"] == "4.4 percent");
        CHECK(csv.rows[1]["cell"] == "a, b");
        CHECK(csv.rows[1]["value"] == "says \"no\"\n twice");
        CHECK(csv.rows[1].line == 3);
        CHECK(csv.rows[2].line == 5);
        CHECK(csv.rows[2]["value"].empty());
        CHECK(csv.rows[2]["why"].empty());
    }

    TEST_CASE("what spreadsheets save: a byte order mark, semicolons, no line end at the end") {
        const auto csv = parsed_csv("\xEF\xBB\xBF"
                                    "cell;value\n4.4 percent;68,5");
        REQUIRE(csv.rows.size() == 1);
        CHECK(csv.rows[0]["cell"] == "4.4 percent");
        CHECK(csv.rows[0]["value"] == "68,5");
        CHECK(parsed_csv("").rows.empty());
    }

    TEST_CASE("a quote that is never closed is named by its line") {
        CHECK_THROWS_WITH_AS(static_cast<void>(parsed_csv("a,b\n1,\"2\n3")),
                             "line 2: a quote is never closed", std::runtime_error);
    }

    TEST_CASE("CSV fields are quoted where they must be") {
        CHECK(csv_field("Å, ä") == "\"Å, ä\"");
        CHECK(csv_field("a \"b\"") == "\"a \"\"b\"\"\"");
        CHECK(csv_field("a\nb") == "\"a\nb\"");
        CHECK(csv_field("plain") == "plain");
    }
}
