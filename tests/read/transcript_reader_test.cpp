#include "read/transcript_reader.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using Lines = std::vector<std::string>;

std::vector<Lines> lines_of(std::string_view text) {
    std::vector<Lines> pages;
    for (const auto& page : kompass::read::transcript_pages(text)) {
        CHECK(page.number == static_cast<int>(pages.size()) + 1);
        pages.push_back(page.lines);
    }
    return pages;
}

} // namespace

TEST_SUITE("read") {
    TEST_CASE("a transcript without breaks is one page") {
        CHECK(lines_of("ett\n\n\ttvå <ul>\ntre") == std::vector<Lines>{{"ett", "", "\ttvå <ul>", "tre"}});
        CHECK(lines_of("").empty());
    }

    TEST_CASE("lines end with LF or CRLF") {
        CHECK(lines_of("ett\r\ntvå\r\n") == std::vector<Lines>{{"ett", "två"}});
        CHECK(lines_of("ett\r\n två\r\n") == std::vector<Lines>{{"ett"}, {"två"}});
    }

    TEST_CASE("a form feed ends a page wherever it stands") {
        CHECK(lines_of("ett\n\ftvå\n") == std::vector<Lines>{{"ett"}, {"två"}});
        CHECK(lines_of("ett\ftvå") == std::vector<Lines>{{"ett"}, {"två"}});
        CHECK(lines_of("ett\n\f\ntvå") == std::vector<Lines>{{"ett"}, {"två"}});
        CHECK(lines_of("ett\n\f") == std::vector<Lines>{{"ett"}});
        CHECK(lines_of("\fett") == std::vector<Lines>{{"ett"}});
        CHECK(lines_of("a\fb\fc\n") == std::vector<Lines>{{"a"}, {"b"}, {"c"}});
    }

    TEST_CASE("a line that begins with exactly one blank begins a page") {
        CHECK(lines_of("ett\n två\ntre\n") == std::vector<Lines>{{"ett"}, {"två", "tre"}});
        CHECK(lines_of("ett\n \ntre\n") == std::vector<Lines>{{"ett"}, {"", "tre"}});
        CHECK(lines_of("ett\n  indraget\n") == std::vector<Lines>{{"ett", "  indraget"}});
        CHECK(lines_of(" ett\ntvå\n") == std::vector<Lines>{{"ett", "två"}});
    }

    TEST_CASE("pages that a web page's copy only numbers, a line each") {
        const auto long_text = [](const std::string& word) {
            std::string text = word;
            while (text.size() < 600)
                text += " " + word;
            return text;
        };
        const auto ett = long_text("ett");
        const auto tre = long_text("tre");
        CHECK(lines_of("Rapport\n1 " + ett + "\n\n2 kort\n3 " + tre + "\n") ==
              std::vector<Lines>{{"Rapport", ett, ""}, {"kort"}, {tre}});
        // Two numbers are soon in a row, and lines of print may be numbered.
        CHECK(lines_of("1 " + ett + "\n2 " + tre) == std::vector<Lines>{{"1 " + ett, "2 " + tre}});
        CHECK(lines_of("1 Vad är det?\n2 Metod\n3 Resultat") ==
              std::vector<Lines>{{"1 Vad är det?", "2 Metod", "3 Resultat"}});
    }

    TEST_CASE("two breaks in a row keep the count of pages") {
        const auto pages = kompass::read::transcript_pages("ett\f\ftre\n");
        REQUIRE(pages.size() == 3);
        CHECK(pages[0].reading == kompass::Reading::transcript);
        CHECK(pages[1].reading == kompass::Reading::empty);
        CHECK(pages[1].lines.empty());
        CHECK(pages[2].lines == Lines{"tre"});
    }

    TEST_CASE("a web page's breaks are ends of lines, its emphasis is no text") {
        CHECK(lines_of(" ett <br />två<BR>tre<br/> fyra\n") ==
              std::vector<Lines>{{"ett", "två", "tre", "fyra"}});
        CHECK(lines_of("<strong>Styrkor</strong>\n<p class=\"x\">En <em>bra</em> sak</p>\n") ==
              std::vector<Lines>{{"Styrkor", "En bra sak"}});
        CHECK(lines_of("<h1>AVESTA</h1>KOMMUN<br>2014<P>Anna Ek</P><p>SKL</p>\n") ==
              std::vector<Lines>{{"AVESTA", "KOMMUN", "2014", "Anna Ek", "", "SKL"}});
        // What is no such tag stays.
        for (const std::string text : {"5 < 6 och 7 > 6", "<", "a <b", "<a@b.se>", "<x <br"})
            CHECK(lines_of(text) == std::vector<Lines>{{text}});
    }

    TEST_CASE("rows of tables keep their markup for layout") {
        for (const std::string row :
             {"|1.1|<p>Fråga<br>ett</p>|12|", "1.1\tFråga<br />ett\t<strong>12</strong>",
              "<ul><li>ett<br>två</li></ul>"})
            CHECK(lines_of(row) == std::vector<Lines>{{row}});
    }

    TEST_CASE("a transcript whose UTF-8 was read as Windows-1252 is made right, and says so") {
        kompass::Document document;
        kompass::read::read_transcript("\xEF\xBB\xBF"
                                       "RÃ¤ttviks kommun",
                                       {}, {}, document);
        CHECK(document.pages.at(0).lines == Lines{"Rättviks kommun"});
        REQUIRE(document.troubles.size() == 1);
        CHECK(document.troubles[0].code == "misread-encoding");
        CHECK(document.troubles[0].severity == kompass::Severity::note);
    }
}
