// Tables whose cells a transcript marks by tabs or bars.
#include "layout/transcript/marked_table.h"

#include "tests/support/real_rules.h"
#include "tests/support/shown.h"

#include <doctest/doctest.h>

using namespace kompass;

namespace {

std::string laid_out(std::string_view text) {
    return testing::shown(testing::blocks_of(text));
}

constexpr const char* kPlain = "table\nhead: 1 | Dialog | Uppnått | Max | Procent\n"
                               "1.1 | Finns en plan? | 10 | 15 | 65%\n1.2 | Används webben? | 8 | 25 | 33%\n"
                               "- | - | 18 | 40 | 45%\n";

} // namespace

TEST_SUITE("layout") {
    TEST_CASE("cells parted by tabs") {
        CHECK(laid_out("1\tDialog\tUppnått\tMax\tProcent\n1.1\tFinns en plan?\t10\t15\t65%\n"
                       "1.2\tAnvänds webben?\t8\t25\t33%\n\t\t18\t40\t45%\n") == kPlain);
    }

    TEST_CASE("cells parted by bars, a rule of dashes below the head") {
        CHECK(laid_out("| 1 | Dialog | Uppnått | Max | Procent |\n|---|---|---|---|---|\n"
                       "| 1.1 | Finns en plan? | 10 | 15 | 65% |\n| 1.2 | Används webben? | 8 | 25 | 33% |\n"
                       "| | | 18 | 40 | 45% |\n") == kPlain);
    }

    TEST_CASE("markup around a figure") {
        CHECK(laid_out(
                  "1\tDialog\tUppnått\tMax\tProcent\n1.1\tFinns en plan?\t10\t15\t65%\n"
                  "1.2\tAnvänds webben?\t<p style=\"text-align: right\">8</p>\t25\t33%\n\t\t18\t40\t45%\n") ==
              kPlain);
    }

    TEST_CASE("a question that wraps to a row of its own") {
        CHECK(laid_out("1\tDialog\tUppnått\tMax\tProcent\n1.1\tFinns en\t10\t15\t65%\n\tplan?\t\t\t\n"
                       "1.2\tAnvänds webben?\t8\t25\t33%\n\t\t18\t40\t45%\n") == kPlain);
    }

    TEST_CASE("missing percent signs stay missing") {
        CHECK(laid_out("1\tDialog\tUppnått\tMax\tProcent\n1.1\tFinns en plan?\t10\t15\t65\n"
                       "1.2\tAnvänds webben?\t8\t25\t33\n\t\t18\t40\t45\n")
                  .find("1.1 | Finns en plan? | 10 | 15 | 65\n") != std::string::npos);
    }

    TEST_CASE("a missing figure leaves its own cell empty, the others stay in their columns") {
        const std::string head = "1\tDialog\tUppnått\tMax\tProcent\n1.1\tFinns en plan?\t10\t15\t65%\n"
                                 "1.2\tAnvänds webben?\t8\t25\t33%\n";
        const auto last_row = [&](const std::string& row) {
            const auto blocks = testing::blocks_of(head + row + "\n");
            return testing::shown(blocks.at(0).table.rows.back());
        };
        CHECK(last_row("1.3\tGes råd?\t\t20\t45%") == "1.3 | Ges råd? | - | 20 | 45%");
        CHECK(last_row("1.3\tGes råd?\t9\t\t45%") == "1.3 | Ges råd? | 9 | - | 45%");
        CHECK(last_row("1.3\tGes råd?\t9\t20\t") == "1.3 | Ges råd? | 9 | 20 | -");
        CHECK(last_row("1.3\tGes råd?\t9\t20") == "1.3 | Ges råd? | 9 | 20 | -");
        CHECK(last_row("1.3\tGes råd?\ts. 9\t20\t45%") == "1.3 | Ges råd? | s. 9 | 20 | 45%");
        CHECK(last_row("Summa\t18\t40\t45%") == "- | Summa | 18 | 40 | 45%");
    }

    TEST_CASE("findings as lists in cells, closed or not, on one line or several") {
        const auto expected = "table\nhead: Styrkor | Förbättringsmöjligheter\n"
                              "Öppna möten / Samlad webb | Tydligare svar / Fler språk\n";
        CHECK(laid_out("Styrkor\tFörbättringsmöjligheter\n<ul><li>Öppna möten</li><li>Samlad webb</li></ul>\t"
                       "<ul><li>Tydligare svar</li><li>Fler språk</li></ul>\n") == expected);
        CHECK(laid_out("Styrkor\tFörbättringsmöjligheter\n<ul><li>Öppna möten<li>Samlad webb\t"
                       "<ul><li>Tydligare svar<li>Fler språk\n") == expected);
        CHECK(
            laid_out(
                "Styrkor\tFörbättringsmöjligheter\n<ul><li>Öppna möten</li><li>Samlad webb</li></ul>\t<ul>\n"
                "<li>Tydligare svar</li>\n<li>Fler språk</li></ul>\n") == expected);
    }

    TEST_CASE("a rule or a blank line between a head and its rows parts nothing") {
        const auto expected = "table\nhead: Styrkor | Svagheter\nÖppna möten | Få språk\n";
        for (const auto* between : {"", "\n", "--------------\n", "\n-----\t-----\n", "-----  -----\n\n"}) {
            CAPTURE(between);
            CHECK(laid_out(std::string("Styrkor\tSvagheter\n") + between +
                           "<ul><li>Öppna möten</li></ul>\t<ul><li>Få språk</li></ul>\n") == expected);
        }
    }

    TEST_CASE("an empty cell keeps its column") {
        CHECK(laid_out("Styrkor\tSvagheter\tFörbättringsmöjligheter\n<ul><li>Öppna möten</li></ul>\t\t"
                       "<ul><li>Fler språk</li></ul>\n") ==
              "table\nhead: Styrkor | Svagheter | Förbättringsmöjligheter\nÖppna möten | - | Fler språk\n");
    }

    TEST_CASE("a blank line ends a table") {
        CHECK(laid_out("Rubriker\tPoäng\nStrategi\t52\nEtik\t\n\nRubriker\tPoäng\nLedning\t61\n") ==
              "table\nhead: Rubriker | Poäng\nStrategi | 52\nEtik | -\n"
              "table\nhead: Rubriker | Poäng\nLedning | 61\n");
    }

    TEST_CASE("key facts are a table of two texts") {
        CHECK(laid_out("Befolkning\t12 345\nStyrande partier\tS och C\n") ==
              "table\nBefolkning | 12 345\nStyrande partier | S och C\n");
    }
}
