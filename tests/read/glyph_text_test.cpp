#include "read/pdf/glyph_text.h"

#include <doctest/doctest.h>

using kompass::read::glyph_text;
using kompass::read::note_marks;

TEST_SUITE("read") {
    TEST_CASE("glyphs of Adobe's private use area are figures and capitals") {
        CHECK(glyph_text(U"\uF730\uF731\uF739") == "019");
        CHECK(glyph_text(U"\uF761\uF7E5\uF7E4\uF7F6") == "AÅÄÖ");
        CHECK(glyph_text(U"\uF7FF\uF700") == "Ÿ\uF700"); // nothing is put for what has no letter
        CHECK(glyph_text(U"\uE001") == "\uE001");        // nobody knows what it means
    }

    TEST_CASE("glyphs are written in normal form C") {
        CHECK(glyph_text(U"a\u030Ar") == "år");
        CHECK(glyph_text(U"\uFB01n\u00AD") == "fin-");
        CHECK(glyph_text({U"\xD800x", 2}) == "\uFFFDx");
    }

    TEST_CASE("raised figures are note marks, but for powers") {
        CHECK(glyph_text(U"8\u00B9") == "8");
        CHECK(note_marks(U"8\u00B9") == "¹");
        CHECK(glyph_text(U"ord\u00B2\u00B3") == "ord");
        CHECK(note_marks(U"ord\u00B2\u00B3") == "²³");
        CHECK(glyph_text(U"km\u00B2") == "km²");
        CHECK(note_marks(U"km\u00B2").empty());
    }
}
