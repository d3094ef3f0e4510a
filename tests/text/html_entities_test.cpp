#include "text/html/html_entities.h"

#include <doctest/doctest.h>

#include <string>

using kompass::text::without_html_entities;

TEST_SUITE("text") {
    TEST_CASE("characters that a web page names are put in") {
        CHECK(without_html_entities("Utv&auml;rderare &ouml; &Aring;m&aring;l") == "Utvärderare ö Åmål");
        CHECK(without_html_entities("&#228;&#xE4;&#Xe4; a&nbsp;b &amp; c&ndash;d") == "äää a\u00A0b & c–d");
        CHECK(without_html_entities("&amp;auml;") == "&auml;");
    }

    TEST_CASE("what names no character of a text stays") {
        for (const char* text :
             {"FoU & drift; mera", "&", "&;", "&#;", "&#x;", "&nosuch;", "&lt;b&gt;", "&#60;", "&#0;", "&#7;",
              "&#xD800;", "&#x110000;", "&#99999999999;", "AT&T", ""})
            CHECK(without_html_entities(text) == text);
    }
}
