#include "extractors/cover.h"

#include "tests/support/real_rules.h"
#include "tests/support/transcript.h"
#include "tests/support/typeset_page.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace kompass;
using kompass::testing::TypesetPage;

using Texts = std::vector<std::string>;

namespace {

std::string text_of_front(const Document& document) {
    std::vector<Respelt> respelt;
    FrontPlaces places;
    return front_text(document, respelt, places);
}

Texts margins_of(const Document& document) {
    Texts texts;
    for (const auto& line : margin_lines(document))
        texts.push_back(line.text);
    return texts;
}

} // namespace

TEST_SUITE("extractors") {
    TEST_CASE("the front is parted at the head of the list of contents") {
        const auto parted = [](const Document& document) {
            const auto front = front_of(document, testing::knowledge().rules);
            return Texts{front.cover, front.contents};
        };
        CHECK(parted(testing::transcript("KommunKompassen\n\n  AVESTA KOMMUN\nInnehåll\n1 Inledning\n")) ==
              Texts{"KommunKompassen\nAVESTA KOMMUN\n", "\n1 Inledning\n"});
        CHECK(parted(testing::typeset({TypesetPage(1).text("AVESTA KOMMUN\n\n2014"),
                                       TypesetPage(2).text("INNEHÅLLSFÖRTECKNING\nett")})) ==
              Texts{"AVESTA KOMMUN\n2014\n", "\nett\n"});
        CHECK(parted(testing::transcript("1 AVESTA KOMMUN 2 (26) Innehåll 1 Inledning")) ==
              Texts{"1 AVESTA KOMMUN 2 (26) ", " 1 Inledning\n"});
        CHECK(parted(Document{}) == Texts{"", ""});
    }

    TEST_CASE("the front ends after two pages or where running text begins") {
        CHECK(text_of_front(testing::transcript("ett\n\ftvå\n\ftre\n")) == "ett\ntvå\n");
        CHECK(text_of_front(testing::transcript("Titel\nSå här skriver den som berättar om något som har\n"
                                                "hänt på riktigt.\n")) == "Titel\n");
        const char* subtitle = "Titel\nEn berättelse om hur vi styr och leder\nAnna Ek\n";
        CHECK(text_of_front(testing::transcript(subtitle)) == subtitle);
    }

    TEST_CASE("a transcript that lost its page breaks has a short front") {
        std::string text;
        for (int i = 0; i < 200; ++i)
            text += "Rad\n";
        CHECK(text_of_front(testing::transcript(text)).size() == 120 * std::string("Rad\n").size());
    }

    TEST_CASE("margins of a page are its first and last lines") {
        CHECK(margins_of(testing::typeset({TypesetPage(1).text("a\nb\nc\nd")})) == Texts{"a", "b", "d"});
        CHECK(margins_of(testing::typeset({TypesetPage(1).text("a")})) == Texts{"a"});
    }

    TEST_CASE("in a transcript a running head may stand anywhere") {
        const auto lines = margins_of(testing::transcript("Text.\nSKL 2019-02-08 19 (34)\nMer text.\n"));
        CHECK(std::count(lines.begin(), lines.end(), "SKL 2019-02-08 19 (34)") == 1);
    }
}
