#include "layout/bullets.h"

#include <doctest/doctest.h>

using namespace kompass::layout;

TEST_SUITE("layout") {
    TEST_CASE("bullets that word processors set") {
        for (const char* bullet : {"•", "●", "▪", "○", "‣", "➢", "·", "✓", "\uf0b7", "\uf0a7", "-", "–", "*",
                                   "+", "»", "=", "o"}) {
            CAPTURE(bullet);
            CHECK(after_bullet(std::string(bullet) + " God ordning", BulletGlyphs::printed) == "God ordning");
            CHECK(after_bullet("  " + std::string(bullet) + "\tGod ordning ", BulletGlyphs::printed) ==
                  "God ordning");
            CHECK(after_bullet(bullet, BulletGlyphs::printed) == "");
        }
        CHECK(after_bullet("•God ordning", BulletGlyphs::printed) == "God ordning");
        CHECK(after_bullet("\uf0b7Öppna möten", BulletGlyphs::printed) == "Öppna möten");
    }

    TEST_CASE("bullets that a scanner makes count only in scanned text") {
        for (const char* bullet : {"e", "®", "©", "¢", "°"}) {
            const auto line = std::string(bullet) + "  God ordning";
            CAPTURE(bullet);
            CHECK(after_bullet(line, BulletGlyphs::scanned) == "God ordning");
            CHECK_FALSE(after_bullet(line, BulletGlyphs::printed));
        }
    }

    TEST_CASE("words are no bullets") {
        for (const char* line : {"God ordning", "i kommunen", "å andra sidan", "-5 grader", "=2", "*not",
                                 "+5", "e-tjänster", "EU medel", "4.1 Allmänt", ""})
            for (const auto glyphs : {BulletGlyphs::printed, BulletGlyphs::scanned})
                CHECK_MESSAGE(!after_bullet(line, glyphs), line);
    }

    TEST_CASE("numbers and letters that count items") {
        for (const char* line :
             {"3. God ordning", "3) God ordning", "(3) God ordning", "c) God ordning", "(c) God ordning"}) {
            CAPTURE(line);
            const auto item = after_number(line);
            REQUIRE(item);
            CHECK(item->number == 3);
            CHECK(item->text == "God ordning");
        }
        for (const char* line :
             {"c. God ordning", "C) God ordning", "cc) God ordning", "c)od", "å) God ordning"})
            CHECK_MESSAGE(!after_number(line), line);
        CHECK(is_item_mark("b)"));
    }

    TEST_CASE("bullets in the middle of a line are the next column's") {
        CHECK(is_inner_bullet("=", "tydligare"));
        CHECK(is_inner_bullet("»=", "Tydligare"));
        CHECK(is_inner_bullet("•", "tydligare"));
        CHECK(is_inner_bullet("e", "Tydligare"));
        CHECK(is_inner_bullet("o", "Ökad"));
        CHECK_FALSE(is_inner_bullet("e", "tydligare"));
        CHECK_FALSE(is_inner_bullet("–", "Tydligare"));
        CHECK_FALSE(is_inner_bullet("i", "Kommunen"));
    }

    TEST_CASE("lines that begin with a dash") {
        CHECK(begins_with_dash("- råd"));
        CHECK(begins_with_dash("  – råd"));
        CHECK_FALSE(begins_with_dash("-råd"));
        CHECK_FALSE(begins_with_dash("• råd"));
    }
}
