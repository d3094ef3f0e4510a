#include "layout/transcript/markup.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kompass;
using namespace kompass::layout;

using Texts = std::vector<std::string>;

TEST_SUITE("layout") {
    TEST_CASE("cells are marked by tabs or by bars at both ends") {
        CHECK(marked_cells("1.1\tFinns en plan?\t5") == Texts{"1.1", "Finns en plan?", "5"});
        CHECK(marked_cells("\tPoäng") == Texts{"", "Poäng"});
        CHECK(marked_cells("| Styrkor | Svagheter |") == Texts{"Styrkor", "Svagheter"});
        CHECK(marked_cells("|1.1||5|") == Texts{"1.1", "", "5"});
        CHECK(marked_cells("löpande text").empty());
        CHECK(marked_cells("1.2 |Finns en plan? 5 15").empty());
        CHECK(marked_cells("| ett citat |").empty());
        CHECK(marked_cells("").empty());
    }

    TEST_CASE("rules of dashes below a head") {
        CHECK(is_dash_rule({"---", "-----"}));
        CHECK(is_dash_rule({":--", "", "--:"}));
        CHECK_FALSE(is_dash_rule({"", ""}));
        CHECK_FALSE(is_dash_rule({"---", "12"}));
    }

    TEST_CASE("a list in a cell becomes items") {
        const auto cell = marked_cell("<ul><li>Öppna  möten</li><li>Dialog &amp; insyn</li></ul>", 3);
        CHECK(cell.items == Texts{"Öppna möten", "Dialog & insyn"});
        CHECK(cell.text == "Öppna möten\nDialog & insyn");
        CHECK(cell.item_places == std::vector<Places>(2, Places{{3, std::nullopt}}));
    }

    TEST_CASE("a list that is never closed, or written in capitals") {
        CHECK(marked_cell("<ul><li>Öppna möten<li>Webb", 1).items == Texts{"Öppna möten", "Webb"});
        CHECK(marked_cell("<UL><LI>Öppna möten</LI></UL>", 1).items == Texts{"Öppna möten"});
        CHECK(has_open_list("Styrkor\t<ul><li>Öppna möten</li>"));
        CHECK(has_open_list("<ul><li>a</li></ul>\t<ul>"));
        CHECK_FALSE(has_open_list("<ul><li>Öppna möten</li></ul>"));
        CHECK_FALSE(has_open_list("Öppna möten"));
    }

    TEST_CASE("bullets inside a cell part items") {
        CHECK(marked_cell("• Öppna möten • Webb", 1).items == Texts{"Öppna möten", "Webb"});
        CHECK(marked_cell("▪ Öppna möten", 1).items == Texts{"Öppna möten"});
        CHECK(marked_cell("skola – näringsliv", 1).text == "skola – näringsliv");
    }

    TEST_CASE("a paragraph in a cell is its text") {
        CHECK(marked_cell("<p style=\"text-align:right\">71</p>", 1).text == "71");
        CHECK(marked_cell("rad ett<br/>rad två", 1).text == "rad ett rad två");
        CHECK(marked_cell("mindre än <b>fem</b>", 1).text == "mindre än fem");
        CHECK(marked_cell("a < b", 1).text == "a < b");
        CHECK(marked_cell("mål &lt; 5&nbsp;%", 1).text == "mål < 5 %");
    }

    TEST_CASE("a plain cell has a text and no items") {
        const auto cell = marked_cell("  Finns  en plan? ", 2);
        CHECK(cell.text == "Finns en plan?");
        CHECK(cell.items.empty());
        CHECK(cell.places == Places{{2, std::nullopt}});
    }
}
