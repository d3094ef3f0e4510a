// ALTO and hOCR: well-formed, and by the rules of their formats.
#include "publish/alto.h"
#include "publish/hocr.h"
#include "tests/read/alto_rules.h"
#include "tests/read/xml_tree.h"
#include "text/xml_writer.h"

#include <doctest/doctest.h>

#include <map>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace kompass;
using namespace kompass::read;
using namespace kompass::read::tests;

Word word(const char* text, double x, double y, double confidence = 1) {
    return {text, {x, y, x + 30, y + 12}, 11, false, confidence, {}};
}

struct Sample {
    Document document;
    std::vector<publish::PrintedPage> pages;
};

/// A page by OCR, one from its text layer, one that is empty.
Sample sample() {
    Sample sample;
    sample.document.file = R"(a "b" & <c>.pdf)";
    sample.document.sha256 = "00ff";
    sample.pages = {
        {{{word("Område", 72, 72, 0.98), word("<1>", 110, 72, 1.2)}, {word("A&B", 72, 90, -1)}},
         {{word("\"65%\"", 300, 400, 0.255), word("\x01\xEF\xBF\xBF", 320, 400, 0.5)}}},
        {{{word("text", 50, 60)}}},
        {},
    };
    const Reading readings[] = {Reading::ocr, Reading::text_layer, Reading::empty};
    for (int number = 1; number <= 3; ++number) {
        Page page;
        page.number = number;
        page.width = 595.3;
        page.height = 842;
        page.reading = readings[number - 1];
        if (number == 1) page.confidence = 0.9;
        sample.document.pages.push_back(page);
    }
    return sample;
}

std::string in_lines(const std::vector<std::string>& faults) {
    std::string lines;
    for (const auto& fault : faults)
        lines += fault + "\n";
    return lines;
}

/// The sample in ALTO with `what` replaced, once, by `with`.
std::string spoiled(std::string_view what, std::string_view with) {
    const auto [document, pages] = sample();
    auto text = publish::alto(document, pages);
    const auto at = text.find(what);
    REQUIRE_MESSAGE(at != std::string::npos, what);
    return text.replace(at, what.size(), with);
}

/// A box in a title of hOCR; x0 is -1 if there is none.
Box box_in(const std::string& title) {
    static const std::regex bbox(R"((?:^|; )bbox (\d+) (\d+) (\d+) (\d+)(?:;|$))");
    std::smatch match;
    if (!std::regex_search(title, match, bbox)) return {-1, 0, 0, 0};
    const auto number = [&](std::size_t i) { return std::stod(match[i]); };
    return {number(1), number(2), number(3), number(4)};
}

/// Boxes lie in those around them, confidences are percents, classes nest as the specification has them.
void check_hocr(const XmlElement& element, const std::string& parent_class, const Box& around) {
    static const std::map<std::string, std::string> parents = {
        {"ocr_page", ""}, {"ocr_carea", "ocr_page"}, {"ocr_line", "ocr_carea"}, {"ocrx_word", "ocr_line"}};
    const auto& title = element["title"];
    CAPTURE(title);
    REQUIRE(parents.contains(element["class"]));
    CHECK(parents.at(element["class"]) == parent_class);
    const auto box = box_in(title);
    CHECK(around.united(box) == around);
    CHECK((box.x0 >= 0 && box.x0 <= box.x1 && box.y0 <= box.y1));
    std::smatch match;
    if (std::regex_search(title, match, std::regex("x_wconf ([^;]*)")))
        CHECK(std::regex_match(match[1].str(), std::regex("[0-9]|[1-9][0-9]|100")));
    for (const auto& child : element.children)
        check_hocr(child, element["class"], box);
}

} // namespace

TEST_SUITE("read") {
    TEST_CASE("ALTO keeps to its schema") {
        const auto [document, pages] = sample();
        const auto root = xml_tree(publish::alto(document, pages));
        CHECK(in_lines(faults_in_alto(root)).empty());
        CHECK(root.child("Description").child("MeasurementUnit").text == "inch1200");
        const auto& source = root.child("Description").child("sourceImageInformation");
        CHECK(source.child("fileName").text == document.file);
        CHECK(source.child("fileIdentifier").text == "00ff");
    }

    TEST_CASE("what breaks the rules of ALTO is found") {
        const std::pair<const char*, const char*> faults[] = {
            {R"(WC="1.00")", R"(WC="1.20")"},
            {R"(PC="0.90")", R"(PC="90")"},
            {R"( PHYSICAL_IMG_NR="1")", ""},
            {R"( CONTENT="Område")", ""},
            {R"(CONTENT="text")", R"(CONTENT="text" COLOUR="red")"},
            {R"(ID="P1_B2")", R"(ID="P1_B1")"},
            {R"(ID="P1_B2")", R"(ID="1B2")"},
            {R"(PROCESSINGREFS="OCR")", R"(PROCESSINGREFS="OCR2")"},
            {">inch1200<", ">points<"},
            {">contentGeneration<", ">reading<"},
            {R"(SCHEMAVERSION="4.4")", R"(SCHEMAVERSION="4.3")"},
            {R"(HPOS="1200")", R"(HPOS="-10")"},
            {R"(WIDTH="500")", R"(WIDTH="-500")"},
            {R"(HPOS="1200" VPOS="1200" WIDTH="500")", R"(HPOS="1200" VPOS="1200" WIDTH="99999")"},
            {"<fileName>", "<fileIdentifier>x</fileIdentifier>\n<fileName>"},
            {"<PrintSpace", "<SP/>\n<PrintSpace"},
        };
        for (const auto& [what, with] : faults)
            CHECK_MESSAGE(!faults_in_alto(xml_tree(spoiled(what, with))).empty(), what << " -> " << with);
    }

    TEST_CASE("ALTO has each word with its place, and its confidence if OCR read it") {
        const auto [document, pages] = sample();
        const auto root = xml_tree(publish::alto(document, pages));
        CHECK(all_named(root, "Page").size() == 3);
        CHECK(all_named(root, "TextLine").size() == 4);
        const auto strings = all_named(root, "String");
        REQUIRE(strings.size() == 6);
        const auto& first = *strings[0];
        CHECK(first["CONTENT"] == "Område");
        CHECK(first["HPOS"] == "1200");
        CHECK(first["VPOS"] == "1200");
        CHECK(first["WIDTH"] == "500");
        CHECK(first["HEIGHT"] == "200");
        CHECK(first["WC"] == "0.98");
        CHECK((*strings[1])["CONTENT"] == "<1>");
        CHECK((*strings[1])["WC"] == "1.00");
        CHECK((*strings[2])["WC"] == "0.00");
        CHECK((*strings[4])["CONTENT"] == "\xEF\xBF\xBD\xEF\xBF\xBD");
        CHECK_FALSE(strings[5]->attributes.contains("WC"));
        // Words that overlap are parted all the same.
        CHECK((*all_named(root, "SP")[1])["WIDTH"] == "0");
        CHECK((*all_named(root, "Page")[0])["PC"] == "0.90");
        CHECK(all_named(root, "Processing").size() == 1);
    }

    TEST_CASE("ALTO of a born-digital document tells of no OCR") {
        auto [document, pages] = sample();
        document.pages[0].reading = Reading::text_layer;
        const auto root = xml_tree(publish::alto(document, pages));
        CHECK(all_named(root, "Processing").empty());
        for (const auto* string : all_named(root, "String"))
            CHECK_FALSE(string->attributes.contains("WC"));
    }

    TEST_CASE("hOCR nests pages, blocks, lines and words with their boxes") {
        const auto [document, pages] = sample();
        const auto root = xml_tree(publish::hocr(document, pages));
        const auto& body = root.child("body");
        REQUIRE(body.children.size() == 3);
        const auto& page = body.children[0];
        CHECK(page["class"] == "ocr_page");
        CHECK(page["title"] == "image \"a 'b' & <c>.pdf\"; bbox 0 0 2480 3508; ppageno 0; scan_res 300 300");
        REQUIRE(page.children.size() == 2);
        CHECK(page.children[0]["class"] == "ocr_carea");
        const auto& line = page.children[0].children[0];
        CHECK(line["class"] == "ocr_line");
        CHECK(line["title"] == "bbox 300 300 583 350");
        const auto& first = line.children[0];
        CHECK(first["class"] == "ocrx_word");
        CHECK(first["title"] == "bbox 300 300 425 350; x_wconf 98; x_fsize 11.0");
        CHECK(first.text == "Område");
        CHECK(body.children[1].children[0].children[0].children[0]["title"].find("x_wconf") ==
              std::string::npos);
        for (const auto& each_page : body.children)
            check_hocr(each_page, "", {0, 0, 1e9, 1e9});
        std::set<std::string> ids;
        for (const auto* name : {"div", "span"})
            for (const auto* element : all_named(body, name))
                CHECK(ids.insert((*element)["id"]).second);
    }

    TEST_CASE("XML holds any text") {
        CHECK(text::xml_escaped("<a & \"b\">") == "&lt;a &amp; &quot;b&quot;&gt;");
        CHECK(text::xml_escaped("\t\x02 ö\xEF\xBF\xBE") == "&#9;\xEF\xBF\xBD ö\xEF\xBF\xBD");
        text::XmlWriter xml;
        xml.open("a", {{"b", "\"\n"}});
        xml.leaf("c", {}, "x < y");
        const auto root = xml_tree(std::move(xml).take());
        CHECK(root["b"] == "\"\n");
        CHECK(root.child("c").text == "x < y");
    }
}
