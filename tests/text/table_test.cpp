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

    TEST_CASE("a table for people fits 80 columns: what is long has lines of its own") {
        Table table({{"file", Align::left, Layout::first},
                     {"inconsistent", Align::right, Layout::beside, "incons."},
                     {"remark", Align::left, Layout::below}});
        const std::string name(75, 'n');
        const std::string words = "said at length, over and over, and then said again, to whoever would hear";
        table.add({"a.pdf", std::int64_t{7}, {}});
        table.add({name, std::int64_t{12}, words + ' ' + words});
        const std::string blank(71, ' ');
        CHECK(table.text(Format::table) == "file" + blank.substr(4) + "  incons.\n" + "a.pdf" +
                                               blank.substr(5) + "        7\n" + name + '\n' + blank +
                                               "       12\n    " + words + "\n    " + words + '\n');
        CHECK(table.text(Format::csv) ==
              "file,inconsistent,remark\r\na.pdf,7,\r\n" + name + ",12,\"" + words + ' ' + words + "\"\r\n");
    }

    TEST_CASE("a last column is broken into lines within what the others leave") {
        Table table({{"part"}, {"why", Align::left, Layout::last}});
        table.add({std::string(50, 'p'), "words that go on until the column has no more room"});
        table.add({"box", "short"});
        CHECK(table.text(Format::table) == "part" + std::string(48, ' ') + "why\n" + std::string(50, 'p') +
                                               "  words that go on until the\n" + std::string(52, ' ') +
                                               "column has no more room\n" + "box" + std::string(49, ' ') +
                                               "short\n");
        Table crowded({{"part"}, {"why", Align::left, Layout::last}});
        crowded.add({std::string(78, 'p'), "a few words more than fit"});
        CHECK(crowded.text(Format::table) == "part" + std::string(76, ' ') + "why\n" + std::string(78, 'p') +
                                                 "  a few words more\n" + std::string(80, ' ') +
                                                 "than fit\n");
    }

    TEST_CASE("a first column is no wider than its values, and its head stays whole") {
        Table narrow({{"file", Align::left, Layout::first}, {"n", Align::right}});
        narrow.add({"a.pdf", std::int64_t{1}});
        CHECK(narrow.text(Format::table) == "file   n\na.pdf  1\n");
        Table crowded({{"file", Align::left, Layout::first}, {"long"}});
        crowded.add({"a.pdf", std::string(90, 'x')});
        CHECK(crowded.text(Format::table) == "file  long\na.pdf\n      " + std::string(90, 'x') + '\n');
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
