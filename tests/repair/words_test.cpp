#include "repair/words.h"

#include "text/unicode.h"

#include <doctest/doctest.h>

using namespace kompass;
using repair::Token;
using repair::tokens_of;

namespace {

/// "word number . <opaque>", words as seen.
std::string shown(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& token : tokens_of(lines)) {
        if (!text.empty()) text += ' ';
        switch (token.kind) {
        case Token::Kind::word:
            text += unicode::utf8(token.seen);
            break;
        case Token::Kind::number:
            text += '#';
            break;
        case Token::Kind::stop:
            text += '.';
            break;
        case Token::Kind::opaque:
            text += '<' + lines[token.line].substr(token.begin, token.end - token.begin) + '>';
            break;
        }
    }
    return text;
}

} // namespace

TEST_SUITE("repair") {
    TEST_CASE("words may have signs in them that a scanner made of letters") {
        CHECK(shown({"bem6tande p& webben, &r 16nekriterier"}) == "bem6tande p& webben &r 16nekriterier");
        CHECK(shown({"Mal p4 webben, Milj6- och"}) == "Mal p4 webben Milj6 och");
        CHECK(shown({"|edarskap [6pande"}) == "|edarskap [6pande");
    }

    TEST_CASE("figures, codes and addresses are left alone") {
        CHECK(shown({"3T 2a 40l 13/15 85% 6,6 E4"}) == "<3T> <2a> <40l> # # # # # <E4>");
        CHECK(shown({"se www.lillevik.se/mal och a.b@lillevik.se"}) ==
              "se <www.lillevik.se/mal> och <a.b@lillevik.se>");
        CHECK(shown({"fr.o.m. t.ex. SCB:s"}) == "<fr.o.m.> <t.ex.> SCB . <s>");
    }

    TEST_CASE("bars of tables are none of a word's letters") {
        CHECK(shown({"1.1 |Finns en plan | Ja"}) == "# # Finns en plan . Ja");
        CHECK(shown({"<p>Bra</p> dialog"}) == "Bra . dialog");
    }

    TEST_CASE("sentences end at points and bullets, not at line ends") {
        CHECK(shown({"En mening. En till", "som fortsätter", "• Punkt"}) ==
              "En mening . En till som fortsätter . Punkt");
    }

    TEST_CASE("words that break off, and what may be their rest") {
        const auto tokens = tokens_of({"utveck-  till synpunkts- och", "ling | ar- 12 20 60%", "bete"});
        const auto of = [&](std::u32string_view seen) {
            for (const auto& token : tokens)
                if (token.seen == seen) return token;
            return Token{};
        };
        CHECK(of(U"utveck").breaks_off);
        CHECK_FALSE(of(U"synpunkts").breaks_off);
        CHECK(of(U"ar").breaks_off);
        CHECK(of(U"ar").may_continue);
        CHECK(of(U"ling").may_continue);
        CHECK_FALSE(of(U"och").may_continue);
    }
}
