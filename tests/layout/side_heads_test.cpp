// Heads at the left of their lists.
#include "layout/side_heads.h"

#include "tests/support/real_rules.h"
#include "tests/support/shown.h"
#include "tests/support/typeset_page.h"

#include <doctest/doctest.h>

using namespace kompass;
using kompass::testing::TypesetPage;

namespace {

std::string laid_out(const std::vector<TypesetPage>& pages) {
    return testing::shown(testing::laid_out(testing::typeset(pages)));
}

} // namespace

TEST_SUITE("layout") {
    TEST_CASE("each head stands above what it stands beside") {
        CHECK(laid_out({TypesetPage().text(R"(
Styrkor             • Öppna möten med
                      frågestund
                    • Samlad webbplats
Förbättrings-       • Fler språk
områden             • Tydligare svar
)")}) == "heading: Styrkor\nitem: Öppna möten med frågestund\nitem: Samlad webbplats\n"
         "heading: Förbättringsområden\nitem: Fler språk\nitem: Tydligare svar\n");
    }

    TEST_CASE("below heads of their own each row names its list, also overleaf") {
        CHECK(laid_out({TypesetPage(1).text("Typ                   Iakttagelse", testing::kBold).text(R"(
Plus                  Öppna möten med
                      frågestund
Plus                  Samlad webbplats
Plus                  God dialog
Kan bli bättre        Enklare språk
Kan bli bättre        Fler språk på den
)"),
                        TypesetPage(2).text("Typ                   Iakttagelse", testing::kBold).text(R"(
                      samlade webbplatsen
Kan bli bättre        Tydligare svar
)")}) == "heading: Typ\nheading: Iakttagelse\n"
         "heading: Plus\nparagraph: Öppna möten med frågestund\nheading: Plus\n"
         "paragraph: Samlad webbplats\nheading: Plus\nparagraph: God dialog\n"
         "heading: Kan bli bättre\nparagraph: Enklare språk\nheading: Kan bli bättre\n"
         "paragraph: Fler språk på den samlade webbplatsen\n"
         "heading: Kan bli bättre\nparagraph: Tydligare svar\n");
    }

    TEST_CASE("a list goes on over a page, even where a line reads like a head") {
        CHECK(
            laid_out(
                {TypesetPage(1).text(R"(
Styrkor             • Samlad webbplats
                    • Redovisning av genomförda
)"),
                 TypesetPage(2).text("                      förbättringsförslag\n"
                                     "                    • God dialog\nVanlig text kommer sedan.\n")}) ==
            "heading: Styrkor\nitem: Samlad webbplats\nitem: Redovisning av genomförda förbättringsförslag\n"
            "item: God dialog\nparagraph: Vanlig text kommer sedan.\n");
    }

    TEST_CASE("heads that no rule knows come back, and may wrap") {
        constexpr const char* lines = R"(
Plus                • Öppna möten med
                      frågestund
Att tänka           • Fler språk
vidare på           • Tydligare svar
)";
        const auto shown =
            laid_out({TypesetPage(1).text(lines), TypesetPage(2).text(lines), TypesetPage(3).text(lines)});
        CHECK(shown.starts_with("heading: Plus\nitem: Öppna möten med frågestund\n"
                                "heading: Att tänka vidare på\nitem: Fler språk\nitem: Tydligare svar\n"));
    }

    TEST_CASE("a line set wide that begins as a head does is text") {
        CHECK(laid_out({TypesetPage().text(R"(
Styrkor   hos   kommunen   är   de   öppna   möten
som nämnderna håller två gånger varje år.
)")}) == "paragraph: Styrkor hos kommunen är de öppna möten som nämnderna håller två gånger varje år.\n");
    }

    TEST_CASE("a head that wraps may fill its column up to the bullets beside it") {
        constexpr const char* lines = R"(
Vad som fungerar • Öppna möten med
bra                frågestund
Att tänka på     • Fler språk
)";
        const auto shown =
            laid_out({TypesetPage(1).text(lines), TypesetPage(2).text(lines), TypesetPage(3).text(lines)});
        CHECK(shown.starts_with("heading: Vad som fungerar bra\nitem: Öppna möten med frågestund\n"
                                "heading: Att tänka på\nitem: Fler språk\n"));
    }

    TEST_CASE("a head no wider than what edges err heads nothing") {
        Page page;
        page.number = 1;
        page.width = 595;
        page.height = 842;
        for (int i = 0; i < 3; ++i) {
            const double y = 100 + 40.0 * i;
            page.words.push_back({.text = "I", .box = {70, y, 71, y + 10}, .font_size = 10});
            page.words.push_back({.text = "•", .box = {72, y, 75, y + 10}, .font_size = 10});
            page.words.push_back({.text = "Möten", .box = {80, y, 110, y + 10}, .font_size = 10});
        }
        Document document;
        document.kind = SourceKind::pdf;
        document.pages = {page, page, page};
        CHECK_NOTHROW((void)testing::laid_out(document));
    }
}
