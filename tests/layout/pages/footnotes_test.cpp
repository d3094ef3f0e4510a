// Notes at the foot of a page stand apart, whatever of the text goes on around them.
#include "layout/pages/footnotes.h"

#include "tests/support/typeset_page.h"

#include <doctest/doctest.h>

#include <string>

using namespace kompass;
using kompass::testing::TypesetPage;

namespace {

constexpr testing::Type kSmall{8, false};

/// A page of text with a raised 1 behind its first line, and this at its foot.
Document with_foot(std::string_view foot, testing::Type type = kSmall, bool called = true) {
    TypesetPage page;
    page.text("Kommunen har en vision\nsom alla känner till och\nsom styr arbetet med mål\n");
    page.at(740).text(foot, type);
    auto document = testing::typeset({page});
    auto& words = document.pages[0].words;
    if (called) {
        const auto before = words[3]; // "vision"
        Word call{"1", {before.box.x1, before.box.y0 - 1, before.box.x1 + 3, before.box.y1 - 4}, 6, false};
        words.insert(words.begin() + 4, call);
    }
    layout::set_footnotes_apart(document);
    return document;
}

std::string apart(const Document& document) {
    std::string text;
    for (const auto& word : document.pages[0].apart)
        if (word.why == Apart::footnote) text += (text.empty() ? "" : " ") + word.word.text;
    return text;
}

} // namespace

TEST_SUITE("layout") {
    TEST_CASE("a called note of small type at the foot stands apart, in all its lines") {
        const auto document = with_foot("1 Se kommunens webbplats\nsom visar planen\n");
        CHECK(apart(document) == "1 Se kommunens webbplats som visar planen");
        CHECK(document.pages[0].words.back().text == "mål");
    }

    TEST_CASE("the running foot below a note is no part of it") {
        TypesetPage page;
        page.at(790).text("4 (22)", kSmall);
        auto document = with_foot("1 Se kommunens webbplats\n");
        CHECK(apart(document) == "1 Se kommunens webbplats");
        auto running = testing::typeset({page}).pages[0].words;
        Document with_running = with_foot("1 Se kommunens webbplats\n", kSmall);
        for (auto& word : with_running.pages[0].apart)
            with_running.pages[0].words.push_back(word.word);
        with_running.pages[0].apart.clear();
        with_running.pages[0].words.insert(with_running.pages[0].words.end(), running.begin(), running.end());
        layout::set_footnotes_apart(with_running);
        CHECK(apart(with_running) == "1 Se kommunens webbplats");
        CHECK(with_running.pages[0].words.back().text == "(22)");
    }

    TEST_CASE("the mark may stand close before its note") {
        CHECK(apart(with_foot("1Se kommunens webbplats\n")) == "1Se kommunens webbplats");
        CHECK(apart(with_foot("1se kommunens webbplats\n")).empty());
    }

    TEST_CASE("stars of a table's head are told below the table, wherever that stands") {
        const auto under_table = [](std::string_view note, std::string_view head) {
            TypesetPage page;
            page.text(head).text("1.1 Finns en plan?       9   15\n").text(note, kSmall);
            page.space(20).text("Styrkor\nÖppna möten för alla\n");
            auto document = testing::typeset({page});
            layout::set_footnotes_apart(document);
            return document;
        };
        const char* const note = "* Högsta möjliga poäng. ** Andel av\nhögsta möjliga poäng\n";
        CHECK(apart(under_table(note, "Nr  Fråga               Max*  %**\n")) ==
              "* Högsta möjliga poäng. ** Andel av högsta möjliga poäng");
        CHECK(apart(under_table(note, "Nr  Fråga               Max   %\n")).empty());
    }

    TEST_CASE("what no mark calls, and what is set like the text, is text") {
        CHECK(apart(with_foot("1 Se kommunens webbplats\n", kSmall, false)).empty());
        CHECK(apart(with_foot("2 Se kommunens webbplats\n")).empty());
        CHECK(apart(with_foot("1 Se kommunens webbplats\n", {10, false})).empty());
    }
}
