#include "text/csv.h"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace kompass::text;

TEST_SUITE("text") {
    TEST_CASE("fields are found by the heads of their columns") {
        const auto csv = parsed_csv(
            "cell,value\r\n4.4 percent,68\r\n\"a, b\",\"says \"\"no\"\"\n twice\"\nlast,\n", "a.csv");
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
                                    "cell;value\n4.4 percent;68,5",
                                    "a.csv");
        REQUIRE(csv.rows.size() == 1);
        CHECK(csv.rows[0]["cell"] == "4.4 percent");
        CHECK(csv.rows[0]["value"] == "68,5");
        CHECK(parsed_csv("", "a.csv").rows.empty());
    }

    TEST_CASE("as a Swedish spreadsheet saves it, and reads it back") {
        const auto dialect = CsvDialect::excel_sv;
        const auto text = std::string(csv_begin(dialect)) + csv_line({"cell", "value", "why"}, dialect) +
                          csv_line({"a, b; c", csv_figures("-9.5", dialect), "=1+1"}, dialect);
        CHECK(text == "\xEF\xBB\xBF"
                      "cell;value;why\r\n\"a, b; c\";-9,5;'=1+1\r\n");
        const auto csv = parsed_csv(text, "a.csv");
        REQUIRE(csv.rows.size() == 1);
        CHECK(csv.rows[0]["cell"] == "a, b; c");
        CHECK(csv.rows[0]["value"] == "-9,5");
        CHECK(csv.rows[0]["why"] == "=1+1");
        CHECK(csv_begin(CsvDialect::rfc4180).empty());
        CHECK(csv_line({"a; b", csv_figures("9.5", CsvDialect::rfc4180)}) == "a; b,9.5\r\n");
        CHECK(csv_figures("9.5 of 20, or 47.50–48.5 %.", CsvDialect::excel_sv) ==
              "9,5 of 20, or 47,50–48,5 %.");
    }

    TEST_CASE("old line ends and lines of nothing") {
        const auto csv = parsed_csv("\r\ncell,value\r\r1,2\r\n\n\n3,4\r\n\r\n", "a.csv");
        REQUIRE(csv.rows.size() == 2);
        CHECK(csv.rows[0]["value"] == "2");
        CHECK(csv.rows[0].line == 4);
        CHECK(csv.rows[1]["cell"] == "3");
        CHECK(csv.rows[1].line == 7);
    }

    TEST_CASE("what cannot be read is named by its file and line") {
        const auto complaint = [](const std::string& text) {
            try {
                static_cast<void>(parsed_csv(text, "a.csv"));
            } catch (const std::runtime_error& error) {
                return std::string(error.what());
            }
            return std::string();
        };
        CHECK(complaint("a,b\n1,\"2\n3") == "a.csv:2: a quote is never closed");
        CHECK(complaint("a,b\n\"1\"x,2\n") == "a.csv:2: something stands behind a closing quote");
        CHECK(complaint("a,b\n1,2\n1,2,3\n") == "a.csv:3: 3 fields, but the head names 2 columns");
        CHECK(complaint("a,b\n1,2,,\n").empty());
        CHECK(complaint("a;b\n1;p\xE5 sidan 2\n") == "a.csv: line 2 is no UTF-8 (byte 7 of the file); "
                                                     "convert the file, e.g. with: iconv -f WINDOWS-1252 "
                                                     "-t UTF-8 a.csv > OUT");
    }

    TEST_CASE("CSV fields are quoted where they must be") {
        CHECK(csv_line({"Å, ä", "a \"b\"", "a\nb", "plain", ""}) ==
              "\"Å, ä\",\"a \"\"b\"\"\",\"a\nb\",plain,\r\n");
    }

    TEST_CASE("what a spreadsheet would run is written as text") {
        CHECK(csv_line({"=HYPERLINK(1)", "+46 1", "-a", "@a", "\ta"}) ==
              "'=HYPERLINK(1),'+46 1,'-a,'@a,'\ta\r\n");
        CHECK(csv_line({"-5", "+3.5", "-1,5", "-", "–a", "'a", "a=b"}) == "-5,+3.5,\"-1,5\",-,–a,'a,a=b\r\n");
    }

    TEST_CASE("what is written is read back as it was") {
        const std::vector<std::string> texts{"=1+1", "'=1+1",  "''=1+1", "'",   "'a",   "-5",  "'-5",
                                             "-",    "- a",    "+",      "@b",  "a\"b", "a,b", "a;b",
                                             "a\nb", "a\r\nb", "\t",     "\ta", " "};
        for (const auto& text : texts) {
            CAPTURE(text);
            const auto csv = parsed_csv(csv_line({"first", "second"}) + csv_line({text, text}), "a.csv");
            REQUIRE(csv.rows.size() == 1);
            CHECK(csv.rows[0]["first"] == text);
            CHECK(csv.rows[0]["second"] == text);
        }
    }
}
