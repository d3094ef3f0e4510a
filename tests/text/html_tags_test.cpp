#include "text/html/html_tags.h"

#include <doctest/doctest.h>

#include <string>

using namespace kompass::text;

namespace {

/// The names of its tags, with the slashes of those that close.
std::string tags_of(std::string_view text) {
    std::string names;
    each_html_tag(text, [&](const HtmlTag& tag) {
        names += (names.empty() ? "" : " ") + std::string(tag.closes ? "/" : "") + tag.name;
    });
    return names;
}

} // namespace

TEST_SUITE("text") {
    TEST_CASE("tags are told from other signs") {
        CHECK(tags_of("<ul><li class=\"a b\">ett</LI></ul><br/><br />") == "ul li /li /ul br br");
        for (const char* text : {"a < b", "a <b", "<", "</", "</>", "<>", "< b >", "<1 >", "x<y och <z"})
            CHECK(tags_of(text).empty());
        CHECK(tags_of("2 < 3 <b>ja</b>") == "b /b");
        CHECK(tags_of("<p " + std::string(2000, 'x') + ">").empty());
        CHECK(html_tag_at("<p style=\"x\">")->size == 13);
    }

    TEST_CASE("tags are replaced, and stay where nothing stands for them") {
        const auto shown = [](const HtmlTag& tag) -> std::optional<std::string_view> {
            if (tag.name == "br") return "\n";
            if (tag.name == "b") return "";
            return std::nullopt;
        };
        CHECK(replace_html_tags("<b>ett</b><br/>två <i>tre</i> 2 < 3", shown) == "ett\ntvå <i>tre</i> 2 < 3");
        CHECK(replace_html_tags("", shown).empty());
    }
}
