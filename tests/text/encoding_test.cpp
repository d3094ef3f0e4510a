#include "text/encoding.h"
#include "text/unicode.h"

#include <doctest/doctest.h>

using namespace kompass::text;
using kompass::unicode::valid_utf8_prefix;

TEST_SUITE("text") {
    TEST_CASE("ill-formed UTF-8 is found where it stands") {
        CHECK(valid_utf8_prefix("aå€😀") == 10);
        CHECK(valid_utf8_prefix("a\xC3") == 1);            // cut
        CHECK(valid_utf8_prefix("\xC0\xAF") == 0);         // overlong
        CHECK(valid_utf8_prefix("\xE0\x80\xAF") == 0);     // overlong
        CHECK(valid_utf8_prefix("\xED\xA0\x80") == 0);     // half a surrogate pair
        CHECK(valid_utf8_prefix("\xF4\x90\x80\x80") == 0); // beyond Unicode
        CHECK(valid_utf8_prefix("\xF0\x9F\x98") == 0);     // cut
        const auto fault = first_utf8_fault("ett\ntvå\ntr\xE5\n");
        CHECK(fault.line == 3);
        CHECK(fault.offset == 11);
    }

    TEST_CASE("a text that is no UTF-8 is told with its line and the command that converts it") {
        CHECK(utf8_complaint("ett\ntv\xE5\n") ==
              "line 2 is no UTF-8 (byte 6 of the file); convert the file, e.g. "
              "with: iconv -f WINDOWS-1252 -t UTF-8 IN > OUT");
        CHECK(
            utf8_complaint("\xFF\xFE", "a.csv", "b.csv") ==
            "line 1 is no UTF-8 (byte 0 of the file); convert the file, e.g. with: iconv -f UTF-16 -t UTF-8 "
            "a.csv > b.csv");
    }

    TEST_CASE("UTF-8 that was read as Windows-1252 is made what it was") {
        const auto undone = undo_windows_1252(
            "RÃ¤ttvik â€“ Ã…re, Ã–sterÃ¥ker: â€œ65\u00c2\u00a0%â€\u009d, â€¢ caf\u00c3\u00a9");
        CHECK(undone.text == "Rättvik – Åre, Österåker: “65\u00a0%”, • café");
        CHECK(undone.signs == 10);
        CHECK(undo_windows_1252("\u00c3\u0085re").text == "Åre"); // read as Latin-1
        CHECK(undo_windows_1252("idÃ©").text == "idé");
        CHECK(undo_windows_1252("RÃƒÂ¤ttvik").text == "Rättvik"); // twice
        CHECK(undo_windows_1252("Rättvik och RÃ¤ttvik").text == "Rättvik och Rättvik");
    }

    TEST_CASE("a text that only looks a little like it stays as it is") {
        for (const auto* text : {"MILJÖ” och SKÅ–", "São Paulo, Â»citatÂ»", "Ã", "â€", ""}) {
            CHECK(undo_windows_1252(text).text == text);
            CHECK(undo_windows_1252(text).signs == 0);
        }
        // What stands right stays, beside what does not.
        CHECK(undo_windows_1252("MILJÖ” och fÃ¶r").text == "MILJÖ” och för");
        CHECK(undo_windows_1252("fÃ¶r Ã").text == "för Ã");
    }

    TEST_CASE("a byte order mark is passed over") {
        CHECK(without_bom("\xEF\xBB\xBF"
                          "a") == "a");
        CHECK(without_bom("a") == "a");
    }
}
