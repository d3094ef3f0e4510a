#include "text/file_name.h"

#include "text/unicode.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace kompass;
using text::file_name_bytes;
using text::file_name_text;

TEST_SUITE("text") {

    TEST_CASE("a file's name stays what it is if it is text") {
        for (const std::string name :
             {"almvik-2014.pdf", "Öckerö (1).pdf", "a\\b.pdf", "\\x", "\\xFF.pdf", "a b"}) {
            CHECK(file_name_text(name) == name);
            CHECK(file_name_bytes(name) == name);
        }
    }

    TEST_CASE("bytes that are no text, and controls, are escaped") {
        CHECK(file_name_text("a\xff.pdf") == "a\\xff.pdf");
        CHECK(file_name_text("\x1b[2J\n\x7f") == "\\x1b[2J\\x0a\\x7f");
        CHECK(file_name_text("\xc2\x9b") == "\\xc2\\x9b");                          // C1
        CHECK(file_name_text("fdp.\xe2\x80\xae.pdf") == "fdp.\\xe2\\x80\\xae.pdf"); // turns the text round
        CHECK(file_name_text("\xc3") == "\\xc3");                                   // the beginning of an å
        CHECK(file_name_text("a\\xff.pdf") == "a\\x5cxff.pdf");                     // reads like an escape
    }

    TEST_CASE("the way back leads to the same file, whatever its bytes") {
        CHECK(rc::check("file_name_bytes(file_name_text(bytes)) == bytes", [] {
            // Drawn from few signs, so that escapes and what looks like them are met.
            const auto bytes = *rc::gen::container<std::string>(
                rc::gen::elementOf(std::string("\\\\x5cfa\xff\xc3\xa5\x1b\xc2\x9b")));
            const auto text = file_name_text(bytes);
            RC_ASSERT(unicode::is_valid_utf8(text));
            RC_ASSERT(file_name_bytes(text) == bytes);
        }));
    }

    TEST_CASE("a new file's name is the last part of what is wished, of signs that any file system takes") {
        using text::new_file_name;
        CHECK(new_file_name("Öckerö 2014.pdf", ".pdf") == "Öckerö 2014.pdf");
        CHECK(new_file_name("rapport.PDF", ".pdf") == "rapport.pdf");
        CHECK(new_file_name("rapport", ".pdf") == "rapport.pdf");
        CHECK(new_file_name("../../etc/passwd", ".pdf") == "passwd.pdf");
        CHECK(new_file_name("C:\\reports\\a:b?.pdf", ".pdf") == "a_b_.pdf");
        CHECK(new_file_name("a\xff\n\x1b.pdf", ".pdf") == "a___.pdf");
        CHECK(new_file_name(std::string("a\0b", 3), ".pdf") == "a_b.pdf");
        for (const auto* nothing : {"", ".", "..", " ", "/", "a/", ".pdf", "...pdf"})
            CHECK(new_file_name(nothing, ".pdf") == "attachment.pdf");
        CHECK(new_file_name(".hidden.pdf", ".pdf") == "hidden.pdf");
    }

    TEST_CASE("a new file's name is cut between letters") {
        std::string wished = "a";
        for (int i = 0; i < 300; ++i)
            wished += "å";
        const auto name = text::new_file_name(wished, ".pdf");
        CHECK(name.size() == 199);
        CHECK(unicode::is_valid_utf8(name));
        CHECK(name.ends_with("å.pdf"));
    }
}
