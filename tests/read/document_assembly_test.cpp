#include "read/document_assembly.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kompass;

namespace {

Word word(const std::string& text, double x, double y) {
    Word made;
    made.text = text;
    made.box = {x, y, x + 40, y + 10};
    return made;
}

/// A page with a line of text, and below it a picture that OCR is to read.
Page with_picture() {
    Page page;
    page.reading = Reading::ocr;
    page.why = "OCR: a picture on the page is full of print";
    page.width = 595;
    page.height = 842;
    page.words = {word("Rubrik", 72, 80), word("bildtext", 72, 310)};
    page.apart = {{word("12", 300, 80), Apart::covered}};
    page.unread = {{60, 200, 500, 400}};
    return page;
}

Page read_by_ocr() {
    Page page;
    page.number = 1;
    page.reading = Reading::ocr;
    page.why = "at 300 dpi";
    page.confidence = 0.9;
    page.words = {word("Rubr1k", 72, 80), word("15", 80, 250), word("b1ldtext", 73, 311)};
    return page;
}

} // namespace

TEST_SUITE("read") {
    TEST_CASE("what OCR reads of a picture stands beside the words of the page") {
        Document document;
        document.pages = {with_picture()};
        read::DocumentAssembly assembly(document);
        REQUIRE(assembly.waiting().contains(1));
        assembly.settle({read_by_ocr(), {}});
        const auto page = std::move(assembly).take().pages.at(0);
        std::vector<std::string> texts;
        for (const auto& one : page.words)
            texts.push_back(one.text);
        CHECK(texts == std::vector<std::string>{"Rubrik", "bildtext", "15"});
        CHECK(page.reading == Reading::ocr);
        CHECK(page.why == "OCR: a picture on the page is full of print; at 300 dpi");
        CHECK(page.confidence == 0.9);
        CHECK(page.apart.size() == 1);
        CHECK(page.unread.empty());
    }

    TEST_CASE("words beside a picture that OCR failed at are kept, and the page is told as failed") {
        Document document;
        document.pages = {with_picture()};
        read::DocumentAssembly assembly(document);
        Page failed;
        failed.number = 1;
        failed.reading = Reading::failed;
        failed.why = "no model";
        assembly.settle({failed, {}});
        CHECK(assembly.pages_failed() == 1);
        const auto page = std::move(assembly).take().pages.at(0);
        CHECK(page.reading == Reading::failed);
        CHECK(page.words.size() == 2);
    }
}
