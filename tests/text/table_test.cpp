#include "text/table.h"

#include "text/fitting.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

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

    TEST_CASE("texts are broken into lines where all columns do not fit, the widest first") {
        Table table({{"part"}, {"n", Align::right}, {"why"}});
        table.add({std::string(30, 'p'), std::int64_t{7},
                   "words that go on until the column of them has no more room"});
        table.add({"box", std::int64_t{12}, "short"});
        const std::string indent(36, ' ');
        CHECK(table.text(Format::table) ==
              "part" + std::string(28, ' ') + " n  why\n" + std::string(30, 'p') +
                  "   7  words that go on until the column of them\n" + indent + "has no more room\n" +
                  "box" + std::string(29, ' ') + "12  short\n");
    }

    TEST_CASE("no table of texts is wider than 80 columns, however long they are") {
        for (const std::size_t columns : {1, 2, 3, 5, 7}) {
            CAPTURE(columns);
            Table table(std::vector<Column>(columns, Column{"name"}));
            table.add(std::vector<Value>(columns, std::string(200, 'x')));
            table.add(std::vector<Value>(columns, std::string("two  blanks")));
            std::size_t letters = 0;
            std::istringstream lines(table.text(Format::table));
            for (std::string line; std::getline(lines, line);) {
                CHECK(line.size() <= 80);
                letters += static_cast<std::size_t>(std::count(line.begin(), line.end(), 'x'));
            }
            CHECK(letters == 200 * columns);
        }
        Table fits({{"name"}});
        fits.add({"two  blanks"});
        CHECK(fits.text(Format::table) == "name\ntwo  blanks\n");
    }

    TEST_CASE("figures are never broken") {
        Table table({{"text"}, {"figure", Align::right}});
        table.add({std::string(90, 'x'), std::int64_t{1234567890}});
        const auto text = table.text(Format::table);
        CHECK(text.find("1234567890\n") != std::string::npos);
        CHECK(text.find('\n') <= 80);
    }

    TEST_CASE("marks behind figures hang, so that digits stand under each other") {
        Table table({{"place"}, {"points", Align::right}});
        table.add({"Ö", "7"});
        table.add({"Ås", "43?"});
        table.add({"Ed", "–†"});
        table.add({"Ry", "9.5"});
        CHECK(table.text(Format::table) ==
              "place  points\nÖ          7\nÅs        43?\nEd         –†\nRy       9.5\n");
    }

    TEST_CASE("a head of two lines stands above one of one line") {
        Table table({{"place"}, {"questions", Align::right, Layout::beside, "ques-\ntions"}});
        table.add({"Ö", std::int64_t{3}});
        CHECK(table.text(Format::table) == "       ques-\nplace  tions\nÖ          3\n");
        CHECK(table.text(Format::csv) == "place,questions\r\nÖ,3\r\n");
    }

    TEST_CASE("what stands below has its head before it, where it has one") {
        Table table({{"id", Align::right},
                     {"current", Align::left, Layout::below, "current"},
                     {"why", Align::left, Layout::below}});
        table.add({std::int64_t{1}, "a.pdf", "nearer to the print"});
        table.add({std::int64_t{2}, {}, {}});
        CHECK(table.text(Format::table) == "id\n 1\n    current: a.pdf\n    nearer to the print\n 2\n");
    }

    TEST_CASE("a first column is no wider than its values, and its head stays whole") {
        Table narrow({{"file", Align::left, Layout::first}, {"n", Align::right}});
        narrow.add({"a.pdf", std::int64_t{1}});
        CHECK(narrow.text(Format::table) == "file   n\na.pdf  1\n");
        Table crowded({{"file", Align::left, Layout::first}, {"long"}});
        crowded.add({"a.pdf", std::string(90, 'x')});
        CHECK(crowded.text(Format::table) ==
              "file  long\na.pdf\n      " + std::string(74, 'x') + "\n      " + std::string(16, 'x') + '\n');
    }

    TEST_CASE("no word is broken where there is room, whatever the widths of the columns") {
        const std::vector<std::string> words{
            "Uppföljning",        "av",      "målstyrning",          "i",
            "kommunfullmäktiges", "nämnder", "brukarundersökningar", "dialog"};
        for (std::size_t first = 1; first <= words.size(); ++first) {
            for (std::size_t second = 1; second <= words.size(); ++second) {
                Table table({{"a"}, {"number", Align::right}, {"b"}, {"c"}});
                const auto some = [&](std::size_t count) {
                    return joined(
                        std::vector(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count)), " ");
                };
                table.add({some(first), std::int64_t{12345}, some(second), some(words.size())});
                std::istringstream printed(table.text(Format::table));
                std::string line;
                std::getline(printed, line); // the head
                while (std::getline(printed, line)) {
                    CHECK(width(line) <= 80);
                    std::istringstream pieces(line);
                    for (std::string piece; pieces >> piece;)
                        CHECK_MESSAGE(
                            (piece == "12345" || std::find(words.begin(), words.end(), piece) != words.end()),
                            piece);
                }
            }
        }
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
