// Score tables that an OCR left as lines with figures, and the table of earlier evaluations.
#include "layout/transcript/line_table.h"

#include "tests/support/real_rules.h"
#include "tests/support/shown.h"

#include <doctest/doctest.h>

using namespace kompass;

namespace {

std::string laid_out(std::string_view text) {
    return testing::shown(testing::blocks_of(text));
}

constexpr const char* kPlain = "table\nhead: 3 | Politisk styrning och kontroll | Uppnatt | Max | Procent\n"
                               "3.1 | Finns en samlad styrmodell? | 10 | 15 | 65%\n"
                               "3.2 | Foljs malen upp? | 8 | 25 | 33%\n- | - | 18 | 40 | 45%\n";

} // namespace

TEST_SUITE("layout") {
    TEST_CASE("rows as an OCR leaves them") {
        CHECK(laid_out(R"(
3 Politisk styrning och kontroll Uppnatt | Max Procent
3.1 | Finns en samlad styrmodell? 10 15 65%
3.2 | Foljs malen upp? 8 25 33%
18 40 45%
)") == kPlain);
    }

    TEST_CASE("lone points, bars and brackets are debris") {
        CHECK(laid_out(R"(
3 [Politisk styrning och kontroll Uppnatt | Max |Procent
3.1 [Finns en samlad .
styrmodell? 10 | 15 |65%
3.2|[Foljs malen upp? [8 25 33%
. 18 40 45%
)") == kPlain);
    }

    TEST_CASE("a percent sign apart from its figure") {
        CHECK(laid_out(R"(
3 Politisk styrning och kontroll Uppnatt | Max Procent
3.1 | Finns en samlad styrmodell? 10 15 65 %
3.2 | Foljs malen upp? 8 25 33 %
18 40 45 %
)") == kPlain);
    }

    TEST_CASE("figures on a question's first, middle and last line, blank lines between") {
        CHECK(laid_out(R"(
3 Politisk styrning och kontroll Uppnatt | Max Procent

3.1 | Finns en samlad styr- 10 15 65%
modell?

3.2 | Foljs malen

upp? 8 25 33%

18 40 45%
)") == kPlain);
        CHECK(laid_out(R"(
3 Politisk styrning och kontroll Uppnatt | Max Procent
3.1 | Finns en
samlad 10 15 65%
styrmodell?
3.2 | Foljs malen upp? 8 25 33%
18 40 45%
)") == kPlain);
    }

    TEST_CASE("heads that wrap or lost their number") {
        CHECK(laid_out(R"(
2. |Tillganglighet och brukaroriente- Uppnatt |Max | Procent
ring
2.1 | Finns en plan? 10 15 65%
2.2 | Foljs den upp? 8 25 33%
18 40 45%
)") == "table\nhead: 2. | Tillganglighet och brukarorientering | Uppnatt | Max | Procent\n"
       "2.1 | Finns en plan? | 10 | 15 | 65%\n2.2 | Foljs den upp? | 8 | 25 | 33%\n- | - | 18 | 40 | 45%\n");
        CHECK(laid_out(R"(
. Ledarskap, ansvar och delegation Uppnatt |Max |Procent
4.1 | Finns en plan? 10 15 65%
4.2 | Foljs den upp? 8 25 33%
18 40 45%
)")
                  .starts_with(
                      "table\nhead: - | Ledarskap, ansvar och delegation | Uppnatt | Max | Procent\n4.1 |"));
    }

    TEST_CASE(
        "a title with two of the heads behind it, or all three heads alone, head a table; two alone do not") {
        const std::string rows =
            "3.1 | Finns en samlad styrmodell? 10 15 65%\n3.2 | Foljs malen upp? 8 25 33%\n";
        const auto head = [&](const std::string& line) {
            const auto shown = laid_out("\n" + line + "\n" + rows);
            return shown.substr(0, shown.find("3.1"));
        };
        CHECK(head("3 Politisk styrning och kontroll Uppnatt Max") ==
              "table\nhead: 3 | Politisk styrning och kontroll | - | Uppnatt | Max\n");
        CHECK(head("Uppnatt Max Procent") == "table\nhead: - | - | Uppnatt | Max | Procent\n");
        CHECK(head("Uppnatt Max") == "paragraph: Uppnatt Max\ntable\n");
    }

    TEST_CASE("a table without its head, and two tables in a row") {
        CHECK(laid_out(R"(
1.1 | Finns en plan? 10 15 65%
1.2 | Foljs den upp? 8 25 33%
18 40 45%
2.1 | Mats nojdheten? 12 15 80%
2.2 | Finns garantier? 5 25 20%
17 40 43%
)") == "table\n1.1 | Finns en plan? | 10 | 15 | 65%\n1.2 | Foljs den upp? | 8 | 25 | 33%\n- | - | 18 | 40 | "
       "45%\n"
       "table\n2.1 | Mats nojdheten? | 12 | 15 | 80%\n2.2 | Finns garantier? | 5 | 25 | 20%\n"
       "- | - | 17 | 40 | 43%\n");
    }

    TEST_CASE("a table over a page break and a running head") {
        const auto document =
            "3 Politisk styrning och kontroll Uppnatt | Max Procent\n3.1 | Finns en samlad\n"
            "\fSveriges Kommuner och Landsting 2019-02-08 19 (34)\nstyrmodell? 10 15 65%\n"
            "3.2 | Foljs malen upp? 8 25 33%\n18 40 45%\n";
        CHECK(laid_out(document) == kPlain);
    }

    TEST_CASE("a table ends where prose or a section begins") {
        CHECK(laid_out(R"(
3 Politisk styrning och kontroll Uppnatt | Max Procent
3.1 | Finns en samlad styrmodell? 10 15 65%
3.2 | Foljs malen upp? 8 25 33%
18 40 45%
Styrningen har blivit bättre.
)") == std::string(kPlain) + "paragraph: Styrningen har blivit bättre.\n");
        CHECK(laid_out(R"(
3.1 | Finns en samlad styrmodell? 10 15 65%
3.2 | Foljs malen upp? 8 25 33%
4.3.4 Kommentar
Text.
)") == "table\n3.1 | Finns en samlad styrmodell? | 10 | 15 | 65%\n3.2 | Foljs malen upp? | 8 | 25 | 33%\n"
       "heading: 4.3.4 Kommentar\nparagraph: Text.\n");
    }

    TEST_CASE("a row without figures keeps empty cells") {
        CHECK(laid_out(R"(
3.1 | Finns en samlad styrmodell? 10 15 65%
3.2 | Foljs malen upp?
3.3 | Vet namnderna det? 30 60 50%
)") == "table\n3.1 | Finns en samlad styrmodell? | 10 | 15 | 65%\n3.2 | Foljs malen upp? | - | - | -\n"
       "3.3 | Vet namnderna det? | 30 | 60 | 50%\n");
    }

    TEST_CASE("a number at a line's head makes no table by itself") {
        CHECK(laid_out("1.1 Bakgrund till arbetet.\n1.2 Metod som användes.\n").find("table") ==
              std::string::npos);
    }

    TEST_CASE("the table of earlier evaluations") {
        CHECK(laid_out(R"(
Poang i Kommunkompassen 2012 2015 2018
1. Offentlighet och demokrati 43 48 69
2. Tillganglighet och brukarorientering 38 | 42 63
3. Politisk styrning och kontroll 64 72 [72
Totalt 145 162 204

Nedan visas en graf.
)") == "table\nhead: - | Poang i Kommunkompassen | 2012 | 2015 | 2018\n"
       "- | 1. Offentlighet och demokrati | 43 | 48 | 69\n"
       "- | 2. Tillganglighet och brukarorientering | 38 | 42 | 63\n"
       "- | 3. Politisk styrning och kontroll | 64 | 72 | 72\n- | Totalt | 145 | 162 | 204\n"
       "paragraph: Nedan visas en graf.\n");
    }

    TEST_CASE("a row of earlier evaluations that lost a figure stays, with none") {
        CHECK(laid_out(R"(
Poang i Kommunkompassen 2012 2015 2018
1. Offentlighet och demokrati 43 48 69
2. Tillganglighet och brukarorientering 38 63
3. Politisk styrning och kontroll 64 72 72
Totalt 145 162 204
)") == "table\nhead: - | Poang i Kommunkompassen | 2012 | 2015 | 2018\n"
       "- | 1. Offentlighet och demokrati | 43 | 48 | 69\n"
       "- | 2. Tillganglighet och brukarorientering | - | - | -\n"
       "- | 3. Politisk styrning och kontroll | 64 | 72 | 72\n- | Totalt | 145 | 162 | 204\n");
    }

    TEST_CASE("a sentence that ends in a year heads no table") {
        CHECK(laid_out("Kommunen utvärderades första gången 2012\noch andra gången 2018.\n") ==
              "paragraph: Kommunen utvärderades första gången 2012 och andra gången 2018.\n");
    }
}
