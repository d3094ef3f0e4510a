#include "read/pdf/page_ink.h"

#include "read/pdf/pdf_reader.h"
#include "tests/read/tiny_pdf.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace {

using namespace kompass;
using namespace kompass::read;
using namespace kompass::read::tests;

DrawnPage drawn(const std::string& content) {
    return draw_pdf_page(tiny_pdf({{content, {}}}), 1, [](double, double) { return ink_resolution; });
}

const std::vector<Box> whole_page = {{0, 0, 595, 842}};

/// Forty lines of text.
std::string text_content() {
    std::string content = "BT /F1 11 Tf 16 TL 72 770 Td";
    for (int i = 0; i < 40; ++i)
        content += " (en rad med ord i vanlig storlek som fyller sidan fram till kanten av bladet) Tj T*";
    return content + " ET";
}

} // namespace

TEST_SUITE("read") {
    TEST_CASE("paper is no ink, even in shadow") {
        CHECK_FALSE(ink_beside({}, drawn(""), whole_page).any);
        CHECK_FALSE(ink_beside({}, drawn("0.8 g 0 0 595 842 re f"), whole_page).any);
        std::string shadow;
        for (int x = 0; x < 595; x += 5)
            shadow += fmt::format("{} g {} 0 5 842 re f ", 1 - x / 1200.0, x);
        CHECK_FALSE(ink_beside({}, drawn(shadow), whole_page).any);
        CHECK(ink_beside({}, {}, whole_page).print_share == 0);
        CHECK(ink_beside({}, drawn(shadow), whole_page).paper_share > 0.3);
        CHECK(ink_beside({}, drawn(""), whole_page).paper_share == 1);
        CHECK(ink_beside({}, drawn("0.3 g 0 0 595 842 re f"), whole_page).paper_share < 0.1);
    }

    TEST_CASE("a page of text is full of print, unless the words are known") {
        const auto page = drawn(text_content());
        const auto unknown = ink_beside({}, page, whole_page);
        CHECK(unknown.any);
        CHECK(unknown.print_share > 0.3);
        const auto known = ink_beside({{0, 0, 595, 842}}, page, whole_page);
        CHECK_FALSE(known.any);
        CHECK(known.print_share == 0);
    }

    TEST_CASE("a heading, a picture and a coloured field are ink but not much print") {
        for (const char* content :
             {"BT /F2 30 Tf 72 500 Td (Analys av en kommun) Tj ET", "0.2 g 100 100 400 500 re f",
              "0.1 g 0 0 595 300 re f BT 1 g /F1 40 Tf 72 100 Td (2017) Tj ET"}) {
            const auto ink = ink_beside({}, drawn(content), whole_page);
            CHECK(ink.any);
            CHECK(ink.print_share < 0.1);
        }
    }

    TEST_CASE("a scan is full of print") {
        const char* folder = std::getenv("KOMPASS_SHARED");
        const std::filesystem::path shared =
            folder != nullptr ? folder : std::filesystem::path(KOMPASS_SOURCE_DIR) / "../shared";
        std::ifstream stream(shared / "reports/koping-2017-scan150.pdf", std::ios::binary);
        if (!stream) {
            MESSAGE("skipped: no scan in " << shared);
            return;
        }
        const std::string bytes(std::istreambuf_iterator<char>(stream), {});
        const auto page = draw_pdf_page(bytes, 4, [](double, double) { return ink_resolution; });
        CHECK(ink_beside({}, page, whole_page).print_share > 0.25);
    }
}
