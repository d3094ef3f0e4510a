#include "read/reader.h"

#include "read/triage.h"
#include "tests/read/temp_folder.h"
#include "tests/read/tiny_pdf.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace std::string_literals;

namespace {

using kompass::Document;
using kompass::Reading;
using kompass::Severity;
using kompass::read::read_document;
using kompass::read::ReadOptions;
using namespace kompass::read::tests;

Document read_bytes(std::string_view bytes, const ReadOptions& options = {}) {
    const TempFolder folder;
    return read_document(folder.write("fil", bytes), options);
}

/// The code of the document's only error, and that nothing was read with it.
std::string refusal(const Document& document) {
    std::string code;
    for (const auto& trouble : document.troubles)
        if (trouble.severity == Severity::error) code += (code.empty() ? "" : " ") + trouble.code;
    return code;
}

bool has_trouble(const Document& document, const std::string& code, int page) {
    for (const auto& trouble : document.troubles)
        if (trouble.code == code && trouble.place && trouble.place->page == page) return true;
    return false;
}

std::string words_of(const kompass::Page& page) {
    std::string words;
    for (const auto& word : page.words)
        words += (words.empty() ? "" : " ") + word.text;
    return words;
}

} // namespace

TEST_SUITE("read") {
    TEST_CASE("a file that carries others says so") {
        const auto document = read_bytes(portfolio_pdf());
        REQUIRE(document.troubles.size() == 1);
        CHECK(document.troubles[0].code == "embedded-files");
        CHECK(document.troubles[0].severity == Severity::note);
        CHECK(document.troubles[0].message.find("(rapport.pdf)") != std::string::npos);
        CHECK(read_bytes(tiny_pdf({text_page("Text")})).troubles.empty());
    }

    TEST_CASE("each bad input is refused by name") {
        CHECK(refusal(read_bytes("")) == "empty-file");
        CHECK(refusal(read_bytes("\xEF\xBB\xBF")) == "empty-file");
        CHECK(refusal(read_bytes("PK\x03\x04\0\0"s)) == "unknown-kind");
        CHECK(refusal(read_bytes("\x89PNG\r\n\x1A\n")) == "damaged-image");
        CHECK(refusal(read_bytes("Omr\xE5"
                                 "de och mer text\n")) == "invalid-utf8");
        CHECK(refusal(read_bytes("%PDF-1.4\nnothing more\n")) == "damaged-pdf");
        CHECK(refusal(read_bytes("%PDF-1.4\nstartxref\n0\n%%EOF\n")) == "damaged-pdf");
        CHECK(refusal(read_bytes(locked_pdf())) == "encrypted-pdf");
        CHECK(refusal(read_bytes(tiny_pdf({}))) == "damaged-pdf");
        CHECK(refusal(read_bytes(tiny_pdf({{"", {}}, {"", {}}}))) == "no-text");
    }

    TEST_CASE("what a PDF says of itself is kept, in whatever encoding it says it") {
        const auto info_of = [](std::string_view entries) {
            return read_bytes(tiny_pdf({text_page("Text")}, entries)).info;
        };
        CHECK(info_of("") == kompass::FileInfo{});
        CHECK(info_of("/Title (Kommunkompassen K\\366ping) /Subject (2017) /Author (A. Ek)") ==
              kompass::FileInfo{"Kommunkompassen Köping", "2017"});
        CHECK(info_of("/Title <FEFF004B00F60070>").title == "Köp");
        CHECK(info_of("/Title 7 /Subject null") == kompass::FileInfo{});
        CHECK(info_of("/Title (" + std::string(100000, 'a') + ")").title.size() == 500);
    }

    TEST_CASE("a file that cannot be read says why") {
        const TempFolder folder;
        const auto missing = read_document(folder.path() / "saknas.pdf", {});
        CHECK(missing.file == "saknas.pdf");
        CHECK(missing.sha256.empty());
        REQUIRE(refusal(missing) == "unreadable-file");
        CHECK(missing.troubles.front().message.find("No such file") != std::string::npos);
        CHECK(refusal(read_document(folder.path(), {})) == "unreadable-file");
    }

    TEST_CASE("invalid UTF-8 is named by line and byte") {
        const auto document = read_bytes("\xEF\xBB\xBFrad ett\nrad tv\xE5\n");
        REQUIRE(refusal(document) == "invalid-utf8");
        CHECK(document.troubles.front().message.find("line 2") != std::string::npos);
        CHECK(document.troubles.front().message.find("byte 17") != std::string::npos);
    }

    TEST_CASE("a transcript gives its lines in normal form C") {
        const auto document = read_bytes("\xEF\xBB\xBFOmra\xCC\x8A"
                                         "de 1\r\n\fOmråde 2");
        CHECK(document.kind == kompass::SourceKind::transcript);
        CHECK(document.troubles.empty());
        REQUIRE(document.pages.size() == 2);
        CHECK(document.pages[0].lines == std::vector<std::string>{"Område 1"});
        CHECK(document.pages[1].number == 2);
        CHECK(document.pages[1].reading == Reading::transcript);
    }

    TEST_CASE("words of a PDF come with boxes from the top left, size and weight") {
        const auto document = read_bytes(
            tiny_pdf({{"BT /F1 12 Tf 72 720 Td (Omr\\345de ett) Tj 0 -40 Td /F2 20 Tf (Fet) Tj ET", {}}}));
        CHECK(document.kind == kompass::SourceKind::pdf);
        CHECK(document.sha256.size() == 64);
        CHECK(refusal(document).empty());
        REQUIRE(document.pages.size() == 1);
        const auto& page = document.pages.front();
        CHECK(page.reading == Reading::text_layer);
        CHECK(page.why == "text layer: 12 letters, too few to judge by");
        CHECK(page.width == doctest::Approx(595));
        CHECK(page.height == doctest::Approx(842));
        REQUIRE(words_of(page) == "Område ett Fet");
        CHECK(page.words[0].box.x0 == doctest::Approx(72).epsilon(0.01));
        CHECK(page.words[0].box.y0 < 842 - 720);
        CHECK(page.words[0].box.y1 >= 842 - 720);
        CHECK(page.words[0].font_size == doctest::Approx(12));
        CHECK_FALSE(page.words[0].bold);
        CHECK(page.words[2].box.y0 > page.words[0].box.y1);
        CHECK(page.words[2].font_size == doctest::Approx(20));
        CHECK(page.words[2].bold);
    }

    TEST_CASE("a crop box moves the origin, a rotation turns the page") {
        const auto document = read_bytes(tiny_pdf({
            {text_page("Beskuren").content, "/CropBox [50 100 550 800]"},
            {text_page("Vriden").content, "/Rotate 90"},
        }));
        REQUIRE(document.pages.size() == 2);
        const auto& cropped = document.pages[0];
        CHECK(cropped.width == doctest::Approx(500));
        CHECK(cropped.height == doctest::Approx(700));
        CHECK(cropped.words.at(0).box.x0 == doctest::Approx(72 - 50).epsilon(0.01));
        CHECK(cropped.words.at(0).box.y1 == doctest::Approx(800 - 720).epsilon(0.06));
        const auto& turned = document.pages[1];
        CHECK(turned.width == doctest::Approx(842));
        CHECK(turned.height == doctest::Approx(595));
        const auto& box = turned.words.at(0).box;
        CHECK(box.x0 >= 715);
        CHECK(box.x1 <= 735);
        CHECK(box.y0 == doctest::Approx(72).epsilon(0.01));
    }

    TEST_CASE("ligatures become letters and soft hyphens hyphens") {
        const auto document = read_bytes(tiny_pdf({text_page("e\\001ektiv om\\255")}));
        REQUIRE(document.pages.size() == 1);
        CHECK(words_of(document.pages.front()) == "efiektiv om-");
    }

    TEST_CASE("letters whose bytes a ligature's map swapped are read as letters") {
        const auto document = read_bytes(tiny_pdf({text_page("demokra\\002\\003")}));
        REQUIRE(document.pages.size() == 1);
        CHECK(words_of(document.pages.front()) == "demokrati");
    }

    TEST_CASE("a PDF cut off is refused, wherever it was cut") {
        const auto whole = tiny_pdf({text_page("Sida ett"), text_page("Sida tv\\345")});
        CHECK(refusal(read_bytes(whole)).empty());
        for (const std::size_t left : {whole.size() / 2, whole.size() - 8, whole.size() - 100})
            CHECK(refusal(read_bytes(whole.substr(0, left))) == "damaged-pdf");
        // A later revision that was begun.
        CHECK(refusal(read_bytes(whole + "9 0 obj\n<< /Length 5")) == "damaged-pdf");
        // Written for the web: it says how long it is.
        CHECK(refusal(read_bytes("%PDF-1.4\n9 0 obj\n<< /Linearized 1 /L 99999 >>\nendobj\n" + whole)) ==
              "damaged-pdf");
    }

    TEST_CASE("what mail and servers do to a PDF's end does no harm") {
        const auto whole = tiny_pdf({text_page("Sida ett")});
        CHECK(refusal(read_bytes(whole + std::string(5000, '\0'))).empty());
        CHECK(refusal(read_bytes(whole + "<!-- " + std::string(5000, 'x') + " -->\n")).empty());
        CHECK(refusal(read_bytes(whole.substr(0, whole.size() - 1))).empty());
        // A later revision that is whole.
        CHECK(refusal(read_bytes(whole + "9 0 obj\n<< >>\nendobj\n" + whole.substr(whole.rfind("xref\n0"))))
                  .empty());
        const auto for_the_web = [&](std::size_t missing) {
            const auto head = [](std::size_t length) {
                return "%PDF-1.4\n9 0 obj\n<< /Linearized 1 /L " + std::to_string(length) + " >>\nendobj\n";
            };
            return head(head(1000).size() + whole.size() + missing) + whole;
        };
        CHECK(refusal(read_bytes(for_the_web(1))).empty());
        CHECK(refusal(read_bytes(for_the_web(3))) == "damaged-pdf");
    }

    TEST_CASE("more pages than allowed are refused with both numbers") {
        const auto bytes = tiny_pdf({text_page("ett"), text_page("tva"), text_page("tre")});
        CHECK(refusal(read_bytes(bytes, {3, 1})).empty());
        const auto document = read_bytes(bytes, {2, 1});
        REQUIRE(refusal(document) == "too-many-pages");
        CHECK(document.pages.empty());
        const auto& message = document.troubles.front().message;
        CHECK(message.find("3 pages") != std::string::npos);
        CHECK(message.find("the 2 allowed") != std::string::npos);
        CHECK(message.find("--max-pages") != std::string::npos);
        CHECK(refusal(read_bytes("a\fb\fc", {2, 1})) == "too-many-pages");
    }

    TEST_CASE("an empty page among others is no fault") {
        const auto document = read_bytes(tiny_pdf({text_page("ett"), {"", {}}}));
        CHECK(refusal(document).empty());
        REQUIRE(document.pages.size() == 2);
        CHECK(document.pages[1].reading == Reading::empty);
        CHECK(document.pages[1].why == "nothing is on the page");
    }

    TEST_CASE("a text layer that a foreign OCR made is left for OCR") {
        std::string lines = "BT /F1 12 Tf 14 TL 72 720 Td";
        for (int line = 0; line < 12; ++line)
            lines += " (kommunen kommunen kommunen kommunen kommunen) Tj T*";
        const auto foreign = read_bytes(tiny_pdf({{lines + " ET", {}}}));
        CHECK(foreign.troubles.empty());
        CHECK(kompass::read::awaits_ocr(foreign.pages.at(0)));
        CHECK(foreign.pages.at(0).why == "OCR: the text layer has 0.0 % å ä ö in 480 letters");
        const auto swedish = read_bytes(tiny_pdf({{lines + R"( (p\345 f\366r \344r p\345) Tj ET)", {}}}));
        CHECK(swedish.pages.at(0).reading == Reading::text_layer);
    }

    TEST_CASE("a page where something is drawn and nothing written is left for OCR") {
        const auto document = read_bytes(tiny_pdf({text_page("ett"), {"72 400 300 9 re f", {}}, {"", {}}}));
        CHECK(refusal(document).empty());
        CHECK(document.pages.at(0).reading == Reading::text_layer);
        CHECK(kompass::read::awaits_ocr(document.pages.at(1)));
        CHECK(document.pages.at(1).why == "OCR: no text layer");
        CHECK(document.pages.at(2).reading == Reading::empty);
    }

    TEST_CASE("a stamp does not make a scan a page of text") {
        std::string print;
        for (int y = 60; y < 760; y += 16)
            for (int x = 70; x < 520; x += 9)
                print += " " + std::to_string(x) + " " + std::to_string(y) + " 5 6 re f";
        const auto stamp = text_page("Dnr 2017/12").content;
        const auto document = read_bytes(tiny_pdf({{stamp + print, {}}, {stamp, {}}}));
        CHECK(kompass::read::awaits_ocr(document.pages.at(0)));
        CHECK(document.pages.at(0).why == "OCR: the text layer has 3 letters on a page full of print");
        CHECK(document.pages.at(1).reading == Reading::text_layer);
    }

    TEST_CASE("reading may begin later, and tells of each page") {
        const TempFolder folder;
        const auto bytes = tiny_pdf({text_page("ett"), text_page("tva"), text_page("tre")});
        std::vector<int> told;
        const auto document =
            read_document(folder.write("a.pdf", bytes), {9, 2}, [&](const auto& page, int of) {
                CHECK(of == 3);
                told.push_back(page.number);
            });
        CHECK(told == std::vector<int>{2, 3});
        REQUIRE(document.pages.size() == 2);
        CHECK(words_of(document.pages[0]) == "tva");
    }

    TEST_CASE("a page whose drawing goes wrong is read with a warning, and Poppler's words are kept") {
        const auto document =
            read_bytes(tiny_pdf({text_page("ett"), {text_page("tva").content + " 1 2 nonsense", {}}}));
        CHECK(refusal(document).empty());
        CHECK(words_of(document.pages.at(1)) == "tva");
        CHECK_FALSE(has_trouble(document, "page-damaged", 1));
        CHECK(has_trouble(document, "page-damaged", 2));
        CHECK(document.troubles.back().code == "pdf-damage");
        CHECK(document.troubles.back().severity == Severity::note);
        CHECK(document.troubles.back().message.find("nonsense") != std::string::npos);
    }

    TEST_CASE("a fault outside the pages is a note") {
        auto bytes = tiny_pdf({text_page("ett")});
        bytes.replace(bytes.find("0000000000 65535 f"), 18, "000000000x 65535 f");
        const auto document = read_bytes(bytes);
        CHECK(words_of(document.pages.at(0)) == "ett");
        for (const auto& trouble : document.troubles)
            CHECK(trouble.severity == Severity::note);
    }
}
