#include "extractors/cover.h"

#include "tests/support/transcript.h"
#include "tests/support/typeset_page.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace kompass;
using kompass::testing::TypesetPage;

using Texts = std::vector<std::string>;

TEST_SUITE("extractors") {
    TEST_CASE("the cover ends at the table of contents or after two pages") {
        CHECK(
            cover_lines(testing::transcript("KommunKompassen\n\n  AVESTA KOMMUN\nInnehåll\n1 Inledning\n")) ==
            Texts{"KommunKompassen", "AVESTA KOMMUN"});
        CHECK(cover_lines(testing::transcript("ett\n\ftvå\n\ftre\n")) == Texts{"ett", "två"});
        CHECK(cover_lines(testing::typeset({TypesetPage(1).text("AVESTA KOMMUN\n\n2014"),
                                            TypesetPage(2).text("INNEHÅLLSFÖRTECKNING\nett")})) ==
              Texts{"AVESTA KOMMUN", "2014"});
        CHECK(cover_lines(Document{}).empty());
    }

    TEST_CASE("a transcript that lost its page breaks has a short cover") {
        std::string text;
        for (int i = 0; i < 100; ++i)
            text += "rad\n";
        CHECK(cover_lines(testing::transcript(text)).size() == 60);
    }

    TEST_CASE("margins of a page are its first and last lines") {
        CHECK(margin_lines(testing::typeset({TypesetPage(1).text("a\nb\nc\nd")})) == Texts{"a", "b", "d"});
        CHECK(margin_lines(testing::typeset({TypesetPage(1).text("a")})) == Texts{"a"});
    }

    TEST_CASE("in a transcript a running head may stand anywhere") {
        const auto lines = margin_lines(testing::transcript("Text.\nSKL 2019-02-08 19 (34)\nMer text.\n"));
        CHECK(std::count(lines.begin(), lines.end(), "SKL 2019-02-08 19 (34)") == 1);
    }
}
