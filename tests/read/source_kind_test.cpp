#include "read/sha256.h"
#include "read/source_kind.h"

#include <doctest/doctest.h>

#include <string>

using namespace std::string_literals;

TEST_SUITE("read") {
    using namespace kompass::read;

    TEST_CASE("the kind is told from the content") {
        CHECK(content_of("") == Content::empty);
        CHECK(content_of("\xEF\xBB\xBF") == Content::empty);
        CHECK(content_of("%PDF-1.4\n") == Content::pdf);
        CHECK(content_of(std::string(1000, ' ') + "%PDF-1.4") == Content::pdf);
        CHECK(content_of(std::string(1024, ' ') + "%PDF-1.4") == Content::text);
        CHECK(content_of("\x89PNG\r\n\x1A\n…") == Content::image);
        CHECK(content_of("\xFF\xD8\xFF\xE0") == Content::image);
        CHECK(content_of("II*\0\x08"s) == Content::image);
        CHECK(content_of("MM\0*\x08"s) == Content::image);
        CHECK(content_of("Område 1\n") == Content::text);
        CHECK(content_of("Område\0 1"s) == Content::unknown);
        CHECK(content_of("Omr\xE5"
                         "de 1 i Latin-1\n") == Content::invalid_utf8);
        CHECK(content_of("\x01\x02\x03\xFF\x04") == Content::unknown);
    }

    TEST_CASE("SHA-256 agrees with the standard's examples") {
        CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
