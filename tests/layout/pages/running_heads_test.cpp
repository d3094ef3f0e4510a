#include "layout/pages/running_heads.h"

#include "tests/support/real_rules.h"
#include "tests/support/shown.h"
#include "tests/support/typeset_page.h"

#include <doctest/doctest.h>

using namespace kompass;
using kompass::testing::TypesetPage;

namespace {

std::vector<TypesetPage> pages_with(const std::vector<std::string>& texts, std::string_view head, double y) {
    std::vector<TypesetPage> pages;
    for (const auto& text : texts) {
        TypesetPage page(static_cast<int>(pages.size()) + 1);
        page.at(y).text(head).at(300).text(text);
        pages.push_back(std::move(page));
    }
    return pages;
}

std::string laid_out(const std::vector<TypesetPage>& pages) {
    return testing::shown(testing::laid_out(testing::typeset(pages)));
}

} // namespace

TEST_SUITE("layout") {
    TEST_CASE("what repeats at the head of pages goes") {
        CHECK(laid_out(pages_with({"Första delen.", "Andra delen.", "Tredje delen."},
                                  "Granskning av Ekköping", 40)) ==
              "paragraph: Första delen.\nparagraph: Andra delen.\nparagraph: Tredje delen.\n");
    }

    TEST_CASE("page numbers do not tell feet apart") {
        std::vector<TypesetPage> pages;
        for (int i = 8; i <= 12; ++i)
            pages.push_back(TypesetPage(i)
                                .text("Del " + std::to_string(i) + " här.")
                                .at(800)
                                .text("Sidfot " + std::to_string(i)));
        CHECK(laid_out(pages) == "paragraph: Del 8 här.\nparagraph: Del 9 här.\nparagraph: Del 10 här.\n"
                                 "paragraph: Del 11 här.\nparagraph: Del 12 här.\n");
    }

    TEST_CASE("what reads like a running head goes even once") {
        CHECK(laid_out({TypesetPage(1).at(40).text("22 (24)").at(300).text("Text.")}) ==
              "paragraph: Text.\n");
        CHECK(laid_out({TypesetPage(1).text("Text.").at(800).text("Sida 3 av 20")}) == "paragraph: Text.\n");
        CHECK(laid_out({TypesetPage(1)
                            .at(40)
                            .text("Sveriges Kommuner och Landsting 2019-02-08 19 (34)")
                            .at(300)
                            .text("Text.")}) == "paragraph: Text.\n");
    }

    TEST_CASE("the same words in the middle of a page stay") {
        CHECK(laid_out(pages_with({"ett.", "två.", "tre."}, "Kommentar om Ekköping.", 270))
                  .find("Kommentar om Ekköping.") != std::string::npos);
        CHECK(laid_out({TypesetPage(1).text("22 (24)")}) == "paragraph: 22 (24)\n");
    }

    TEST_CASE("text at a running head's height stays where it differs or stands on two pages only") {
        CHECK(
            laid_out({TypesetPage(1).at(40).text("Första delen."), TypesetPage(2).at(40).text("Andra delen."),
                      TypesetPage(3).at(40).text("Tredje delen.")}) ==
            "paragraph: Första delen.\nparagraph: Andra delen.\nparagraph: Tredje delen.\n");
        CHECK(laid_out(pages_with({"ett.", "två."}, "Styrning här.", 40)) ==
              "paragraph: Styrning här.\nparagraph: ett.\nparagraph: Styrning här.\nparagraph: två.\n");
    }

    TEST_CASE("a sentence that a running head cut is one paragraph") {
        auto pages =
            pages_with({"Kommunen har tagit fram en plan för sam-", "verkan med andra kommuner.", "Slut."},
                       "Ekköpings kommun 2017", 40);
        CHECK(laid_out(pages) ==
              "paragraph: Kommunen har tagit fram en plan för samverkan med andra kommuner.\n"
              "paragraph: Slut.\n");
    }

    TEST_CASE("what stands on a third of the pages, and on three, is a running head; on fewer it is text") {
        const auto kept = [](std::size_t with, std::size_t without) {
            std::vector<TypesetPage> pages;
            for (std::size_t i = 0; i < with + without; ++i) {
                TypesetPage page(static_cast<int>(i) + 1);
                if (i < with) page.at(40).text("Granskning av Ekköping");
                page.at(300).text("Del " + std::string(i + 1, 'i') + ".");
                pages.push_back(std::move(page));
            }
            return laid_out(pages).find("Granskning") != std::string::npos;
        };
        CHECK_FALSE(kept(3, 0));
        CHECK_FALSE(kept(3, 6));
        CHECK(kept(3, 7));
        CHECK_FALSE(kept(4, 8));
        CHECK(kept(4, 9));
        CHECK(kept(2, 0));
    }

    TEST_CASE("a page's number may lag four pages behind and be one ahead, no more") {
        const auto kept = [](int page, const std::string& printed) {
            return laid_out({TypesetPage(page).text("Text.").at(800).text(printed)}) != "paragraph: Text.\n";
        };
        CHECK_FALSE(kept(9, "9"));
        CHECK_FALSE(kept(9, "10"));
        CHECK(kept(9, "11"));
        CHECK_FALSE(kept(9, "5"));
        CHECK(kept(9, "4"));
    }

    TEST_CASE("what stands below the head of a section is no running head, however often it comes back") {
        const auto times_kept = [](const std::string& title, testing::Type type) {
            std::vector<TypesetPage> pages;
            for (int page = 1; page <= 4; ++page)
                pages.push_back(TypesetPage(page)
                                    .at(60)
                                    .text(title + " " + std::to_string(page) + " Titel av något slag", type)
                                    .text("Poäng: 52 av 100")
                                    .space(40)
                                    .text("Löpande text."));
            const auto kept = laid_out(pages);
            std::size_t times = 0;
            for (auto at = kept.find("Poäng: 52"); at != std::string::npos;
                 at = kept.find("Poäng: 52", at + 1))
                ++times;
            return times;
        };
        CHECK(times_kept("Område", {14, true}) == 4);
        CHECK(times_kept("Område", {}) == 4);
        CHECK(times_kept("Granskning", {}) == 0);
    }

    TEST_CASE("what comes back close above a page's own text belongs to that text") {
        std::vector<TypesetPage> pages;
        for (const auto* text : {"Kommunen har en plan.", "Nämnderna följer upp.", "Alla enheter svarar."}) {
            TypesetPage page(static_cast<int>(pages.size()) + 1);
            page.at(60).text("Det vi såg").text(text).at(300).text("Text.");
            pages.push_back(std::move(page));
        }
        CHECK(laid_out(pages).find("Det vi såg") != std::string::npos);
    }

    TEST_CASE("what comes back at the top of the area where text stands heads text") {
        std::vector<TypesetPage> pages;
        for (const auto* first : {"Mötena.", "Plus", "Den nya webben.", "Plus", "Svar på frågor.", "Plus"}) {
            TypesetPage page(static_cast<int>(pages.size()) + 1);
            page.at(40).text("Granskning av Ekköping").at(75).text(first).at(120);
            pages.push_back(page.text("Text på sida " + std::to_string(pages.size() + 1) + "."));
        }
        const auto shown = laid_out(pages);
        CHECK(shown.find("Granskning") == std::string::npos);
        CHECK(shown.find("heading: Plus\nparagraph: Text på sida 2.") != std::string::npos);
    }
}
