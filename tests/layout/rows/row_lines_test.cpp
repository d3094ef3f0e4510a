// Rows of figures in other orders and dresses than number, wording, figures: all become the same table.
#include "layout/rows/row_lines.h"

#include "tests/support/real_rules.h"
#include "tests/support/shown.h"
#include "tests/support/typeset_page.h"

#include <doctest/doctest.h>

#include <string>

using namespace kompass;
using kompass::testing::TypesetPage;

namespace {

Blocks blocks_of(std::string_view lines) {
    return testing::laid_out(testing::typeset(lines));
}

std::string laid_out(std::string_view lines) {
    return testing::shown(blocks_of(lines));
}

} // namespace

TEST_SUITE("layout") {
    TEST_CASE("figures before number and wording") {
        CHECK(laid_out(R"(
Poäng  Max  Procent   Nr   Fråga
   10   15     65 %   3.1  Finns en samlad styrmodell?
    8   25     33 %   3.2  Följs målen upp i nämnderna och
                           i styrelsen?
   30   60     50 %   3.3  Får nämnderna veta hur det går?
   48  100     48 %        Summa
)") == R"(table
head: - | Nr Fråga | Poäng | Max | Procent
3.1 | Finns en samlad styrmodell? | 10 | 15 | 65%
3.2 | Följs målen upp i nämnderna och i styrelsen? | 8 | 25 | 33%
3.3 | Får nämnderna veta hur det går? | 30 | 60 | 50%
- | Summa | 48 | 100 | 48%
)");
    }

    TEST_CASE("points before the number, the other figures behind the wording") {
        CHECK(laid_out(R"(
Uppnått  Nr   Fråga                            Max  Procent
     10  3.1  Finns en samlad styrmodell?       15     65 %
      8  3.2  Följs målen upp?                  25     33 %
     30  3.3  Får nämnderna veta hur det går?   60     50 %
     48       Summa                            100     48 %
)") == R"(table
head: - | Nr Fråga | Max | Procent | Uppnått
3.1 | Finns en samlad styrmodell? | 15 | 65% | 10
3.2 | Följs målen upp? | 25 | 33% | 8
3.3 | Får nämnderna veta hur det går? | 60 | 50% | 30
- | Summa | 100 | 48% | 48
)");
    }

    TEST_CASE("sums overleaf go with the rows") {
        TypesetPage first(1);
        first.text("Uppnått  Nr   Fråga                            Max  Procent\n"
                   "     10  3.1  Finns en samlad styrmodell?       15     65 %\n"
                   "      8  3.2  Följs målen upp?                  25     33 %\n"
                   "     30  3.3  Får nämnderna veta hur det går?   60     50 %\n");
        TypesetPage second(2);
        second.text("     48       Summa                            100     48 %\n");
        const auto shown = testing::shown(testing::laid_out(testing::typeset({first, second})));
        CHECK(shown.ends_with("3.3 | Får nämnderna veta hur det går? | 60 | 50% | 30\n"
                              "- | Summa | 100 | 48% | 48\n"));
    }

    TEST_CASE("figures between number and wording") {
        CHECK(laid_out(R"(
3.1   10   15   65 %   Finns en samlad styrmodell?
3.2    8   25   33 %   Följs målen upp i nämnderna och
                       i styrelsen?
3.3   30   60   50 %   Får nämnderna veta hur det går?
      48  100   48 %   Summa
)") == R"(table
3.1 | Finns en samlad styrmodell? | 10 | 15 | 65%
3.2 | Följs målen upp i nämnderna och i styrelsen? | 8 | 25 | 33%
3.3 | Får nämnderna veta hur det går? | 30 | 60 | 50%
- | Summa | 48 | 100 | 48%
)");
    }

    TEST_CASE("points and maximum in one cell between number and wording") {
        CHECK(laid_out(R"(
3.1   10 av 15   65 %   Finns en samlad styrmodell?
3.2   8 av 25    33 %   Följs målen upp?
3.3   30 av 60   50 %   Får nämnderna veta hur det går?
      48 av 100  48 %   Summa
)") == R"(table
3.1 | Finns en samlad styrmodell? | 10 av 15 | 65%
3.2 | Följs målen upp? | 8 av 25 | 33%
3.3 | Får nämnderna veta hur det går? | 30 av 60 | 50%
- | Summa | 48 av 100 | 48%
)");
    }

    TEST_CASE("a figure that was moved keeps its place on the page") {
        const auto blocks = blocks_of(R"(
  10   15   65 %   3.1  Finns en samlad styrmodell?
   8   25   33 %   3.2  Följs målen upp?
  30   60   50 %   3.3  Får nämnderna veta hur det går?
)");
        REQUIRE(blocks.size() == 1);
        const auto& place = blocks.front().table.rows.front()[2].places.front();
        REQUIRE(place.box);
        CHECK(place.box->x1 < 100); // points: left of the question
        REQUIRE(blocks.front().places.front().box);
        CHECK(blocks.front().places.front().box->x1 < 400); // where the question ends
    }

    TEST_CASE("prose below a table that begins with a figure stays as it is") {
        const auto shown = laid_out(R"(
  10   15   65 %   3.1  Finns en samlad styrmodell?
   8   25   33 %   3.2  Följs målen upp?
  30   60   50 %   3.3  Får nämnderna veta hur det går?
  48  100   48 %        Summa

17 av de intervjuade kände till målen och ansåg att de följs upp i nämnderna
12 av dem var chefer.
)");
        CHECK(shown.find("17 av de intervjuade kände till målen och ansåg att de följs upp i nämnderna") !=
              std::string::npos);
    }

    TEST_CASE("a card for each question, each figure behind its name") {
        CHECK(laid_out(R"(
3.1 Finns en samlad styrmodell?
Uppnått: 10   Max: 15   Procent: 65 %

3.2 Följs målen upp?
Uppnått: 8   Max: 25   Procent: 33 %

3.3 Får nämnderna veta hur det går?
Uppnått: 30   Max: 60   Procent: 50 %

Summa område 3
Uppnått: 48   Max: 100   Procent: 48 %
)") == R"(table
head: - | - | Uppnått | Max | Procent
3.1 | Finns en samlad styrmodell? | 10 | 15 | 65%
3.2 | Följs målen upp? | 8 | 25 | 33%
3.3 | Får nämnderna veta hur det går? | 30 | 60 | 50%
- | Summa område 3 | 48 | 100 | 48%
)");
    }

    TEST_CASE("names and figures behind the wording, in a sentence's dress") {
        CHECK(laid_out(R"(
3.1 Finns en samlad styrmodell? Uppnått: 10, max: 15, procent: 65%
3.2 Följs målen upp? Uppnått: 8, max: 25, procent: 33%
3.3 Får nämnderna veta? Uppnått: 30, max: 60, procent: 50%
)") == R"(table
head: - | - | Uppnått | max | procent
3.1 | Finns en samlad styrmodell? | 10 | 15 | 65%
3.2 | Följs målen upp? | 8 | 25 | 33%
3.3 | Får nämnderna veta? | 30 | 60 | 50%
)");
    }

    TEST_CASE("sums whose name ends like a head are no card") {
        CHECK(laid_out(R"(
3.1 Finns en samlad styrmodell?               10 av 15
3.2 Följs målen upp?                           8 av 25
3.3 Får nämnderna veta hur det går?           30 av 60
Summa poäng                                   48 av 100
)") == R"(table
3.1 | Finns en samlad styrmodell? | 10 av 15
3.2 | Följs målen upp? | 8 av 25
3.3 | Får nämnderna veta hur det går? | 30 av 60
- | Summa poäng | 48 av 100
)");
    }

    TEST_CASE("a card whose figures stand below their heads") {
        CHECK(laid_out(R"(
3.1 Finns en samlad styrmodell?
Uppnått    Max    Procent
     10     15        65%

3.2 Följs målen upp?
Uppnått    Max    Procent
      8     25        33%

Totalt
Uppnått    Max    Procent
     18     40        45%
)") == R"(table
head: - | - | Uppnått | Max | Procent
3.1 | Finns en samlad styrmodell? | 10 | 15 | 65%
3.2 | Följs målen upp? | 8 | 25 | 33%
- | Totalt | 18 | 40 | 45%
)");
    }

    TEST_CASE("all figures of a row in one cell") {
        CHECK(laid_out(R"(
3. Politisk styrning                     Poäng/max (procent)
3.1 Finns en samlad styrmodell?                 10/15 (65 %)
3.2 Följs målen upp?                             8/25 (33 %)
Totalt                                         18/40 (45 %)
)") == R"(table
head: 3. | Politisk styrning | Poäng/max (procent)
3.1 | Finns en samlad styrmodell? | 10/15 (65 %)
3.2 | Följs målen upp? | 8/25 (33 %)
- | Totalt | 18/40 (45 %)
)");
    }

    TEST_CASE("the area in a tall cell beside its rows") {
        CHECK(laid_out(R"(
3 Politisk       3.1  Finns en samlad styrmodell?      10 av 15
styrning och
kontroll         3.2  Följs målen upp?                  8 av 25
                 3.3  Får nämnderna veta?              30 av 60
                 Delsumma                              48 av 100
4 Ledarskap      4.1  Finns en strategi?                5 av 15
                 4.2  Vilket ansvar har enheterna?     12 av 25
                 4.3  Hur utvecklas chefer?            20 av 60
                 Delsumma                              37 av 100
Totalsumma                                             85 av 200
)") == R"(table
3 Politisk styrning och kontroll | - | -
3.1 | Finns en samlad styrmodell? | 10 av 15
3.2 | Följs målen upp? | 8 av 25
3.3 | Får nämnderna veta? | 30 av 60
- | Delsumma | 48 av 100
4 Ledarskap | - | -
4.1 | Finns en strategi? | 5 av 15
4.2 | Vilket ansvar har enheterna? | 12 av 25
4.3 | Hur utvecklas chefer? | 20 av 60
- | Delsumma | 37 av 100
- | Totalsumma | 85 av 200
)");
    }
}
