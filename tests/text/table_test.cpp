#include "text/table.h"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace kompass::text;

TEST_SUITE("text") {

    namespace {

    Table sample() {
        Table table({{"place"}, {"points", Align::right}, {"note"}});
        table.add({"Björkåsa", std::int64_t{7}, "said \"yes\", twice"});
        table.add({"Ö", {}, "two\nlines"});
        return table;
    }

    } // namespace

    TEST_CASE("a table for people is aligned by what is seen, not by bytes") {
        Table table({{"place"}, {"points", Align::right}});
        table.add({"Björkåsa", std::int64_t{412}});
        table.add({"Ö", {}});
        CHECK(table.text(Format::table) == "place     points\n"
                                           "Björkåsa     412\n"
                                           "Ö\n");
    }

    TEST_CASE("CSV quotes what must be quoted and ends lines as RFC 4180 says") {
        CHECK(sample().text(Format::csv) == "place,points,note\r\n"
                                            "Björkåsa,7,\"said \"\"yes\"\", twice\"\r\n"
                                            "Ö,,\"two\nlines\"\r\n");
    }

    TEST_CASE("JSON keeps numbers numbers and tells unknown from empty") {
        CHECK(sample().text(Format::json) == R"([
  {
    "place": "Björkåsa",
    "points": 7,
    "note": "said \"yes\", twice"
  },
  {
    "place": "Ö",
    "points": null,
    "note": "two\nlines"
  }
]
)");
    }

    TEST_CASE("an empty table is nothing for people, a head in CSV, an empty array in JSON") {
        const Table table({{"a"}, {"b"}});
        CHECK(table.text(Format::table).empty());
        CHECK(table.text(Format::csv) == "a,b\r\n");
        CHECK(table.text(Format::json) == "[]\n");
    }

    TEST_CASE("a row of the wrong length is a fault of the program") {
        Table table({{"a"}, {"b"}});
        CHECK_THROWS_AS(table.add({"only one"}), std::logic_error);
    }

    TEST_CASE("every name of a format is understood, no other is") {
        for (const auto& name : format_names())
            CHECK_NOTHROW((void)format_from(name));
        CHECK(format_from("csv") == Format::csv);
        CHECK_THROWS_AS((void)format_from("xml"), std::invalid_argument);
    }

} // TEST_SUITE
