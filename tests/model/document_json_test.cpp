// What was read comes back bit for bit.
#include "model/document_json.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <limits>

namespace {

using namespace kompass;

Document rich_document() {
    Word figure{"65%", {0.1, 1.0 / 3, 72.000000000000014, 1e-300}, 11.04, true, 0.97, {"66%", "55%"}};
    Word word{"\"Återkoppling\"\n", {-1.5, 0, 1e17, std::numeric_limits<double>::min()}, 0, false, 1, {}};
    Page scanned{2, 595.276, 841.89, Reading::ocr, "OCR: no text layer", 0.91, {figure, word}, {}};
    for (const auto why : kReasonsApart)
        scanned.apart.push_back({word, why});
    scanned.unread = {{1, 2, 3, 4}};
    Page typed{1, 0, 0, Reading::transcript, "", std::nullopt, {}, {"", "Område 1\tx", " ö"}};
    Document document{"a b.pdf", std::string(64, 'a'), SourceKind::image, {typed, scanned}, {}};
    document.info = {"Rapport \"Ånäs\"", "2017"};
    document.troubles = {
        {Severity::warning, "page-damaged", "compare", "a b.pdf", Place{2, Box{1, 2, 3, 4}}, "a-rule"},
        {Severity::note, "pdf-damage", "", "", Place{1, std::nullopt}, ""},
        {Severity::note, "reader-lost", "", "", std::nullopt, ""}};
    return document;
}

} // namespace

TEST_SUITE("model") {

    TEST_CASE("a document read comes back as it was") {
        const auto document = rich_document();
        CHECK(document_from_json(to_json(document)) == document);
        CHECK(document_from_json(to_json(Document{})) == Document{});
    }

    TEST_CASE("any coordinate comes back bit for bit") {
        CHECK(rc::check([](double x, double confidence) {
            Document document;
            document.pages.push_back({1, x, 0, Reading::text_layer, "", confidence, {}, {}});
            document.pages[0].words.push_back({"å", {x, -x, confidence, x}, x, false, confidence, {}});
            RC_ASSERT(document_from_json(to_json(document)) == document);
        }));
    }

    TEST_CASE("what is no document is refused, and unknown keys are passed over") {
        auto json = to_json(rich_document());
        CHECK_NOTHROW(static_cast<void>(document_from_json("{\"later\": 1, " + json.substr(1))));
        for (const auto* bad : {"", "[]", "{}", "{\"file\": 1}"})
            CHECK_THROWS_AS(static_cast<void>(document_from_json(bad)), std::runtime_error);
        json.replace(json.find("\"image\""), 7, "\"paper\"");
        CHECK_THROWS_AS(static_cast<void>(document_from_json(json)), std::runtime_error);
    }

} // TEST_SUITE
