// ALTO and hOCR: well-formed, and by the rules of their formats. The rules of ALTO's schema (4.4) that
// concern what is written are stated here: children and their order, required attributes, types, unique IDs.
#include "read/alto.h"
#include "read/hocr.h"
#include "read/xml_writer.h"
#include "tests/read/xml_tree.h"

#include <doctest/doctest.h>

#include <map>
#include <regex>
#include <set>
#include <string>
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
    std::vector<PrintedPage> pages;
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

/// What the schema says of an element.
struct Rule {
    std::vector<std::string> children; ///< names, in their order; "*": any number; none: no children
    std::set<std::string> required, allowed;
};

const std::set<std::string> place = {"HPOS", "VPOS", "WIDTH", "HEIGHT"};

std::set<std::string> with_place(std::set<std::string> names) {
    names.insert(place.begin(), place.end());
    return names;
}

const std::map<std::string, Rule>& alto_rules() {
    static const std::map<std::string, Rule> rules = {
        {"alto",
         {{"Description", "Layout"}, {}, {"xmlns", "xmlns:xsi", "xsi:schemaLocation", "SCHEMAVERSION"}}},
        {"Description", {{"MeasurementUnit", "sourceImageInformation", "OCRProcessing*"}, {}, {}}},
        {"MeasurementUnit", {}},
        {"sourceImageInformation", {{"fileName", "fileIdentifier*"}, {}, {}}},
        {"fileName", {}},
        {"fileIdentifier", {{}, {}, {"fileIdentifierLocation"}}},
        {"OCRProcessing", {{"ocrProcessingStep"}, {"ID"}, {}}},
        {"ocrProcessingStep",
         {{"processingCategory", "processingStepDescription*", "processingSoftware"}, {}, {}}},
        {"processingCategory", {}},
        {"processingStepDescription", {}},
        {"processingSoftware", {{"softwareName", "softwareVersion"}, {}, {}}},
        {"softwareName", {}},
        {"softwareVersion", {}},
        {"Layout", {{"Page*"}, {}, {}}},
        {"Page", {{"PrintSpace"}, {"ID", "PHYSICAL_IMG_NR"}, {"WIDTH", "HEIGHT", "PROCESSING", "PC"}}},
        {"PrintSpace", {{"TextBlock*"}, {}, place}},
        {"TextBlock", {{"TextLine*"}, {"ID"}, place}},
        {"TextLine", {{"(String SP?)*"}, {}, with_place({"ID"})}},
        {"String", {{}, {"CONTENT"}, with_place({"ID", "WC"})}},
        {"SP", {{}, {}, place}},
    };
    return rules;
}

/// The children's names as a regular expression's subject and the rule's as the expression.
bool children_fit(const XmlElement& element, const Rule& rule) {
    std::string names, expression;
    for (const auto& child : element.children)
        names += child.name + " ";
    for (const auto& part : rule.children) {
        if (part == "(String SP?)*")
            expression += "(String (SP )?)+";
        else if (part.ends_with('*'))
            expression += "(" + part.substr(0, part.size() - 1) + " )*";
        else
            expression += "(" + part + " )?";
    }
    return std::regex_match(names, std::regex(expression));
}

void check_by_rules(const XmlElement& element, std::set<std::string>& ids) {
    CAPTURE(element.name);
    const auto rule = alto_rules().find(element.name);
    REQUIRE(rule != alto_rules().end());
    CHECK(children_fit(element, rule->second));
    for (const auto& name : rule->second.required)
        CHECK(element.attributes.contains(name));
    for (const auto& [name, value] : element.attributes) {
        CAPTURE(name);
        CHECK((rule->second.required.contains(name) || rule->second.allowed.contains(name)));
        if (place.contains(name)) CHECK(std::stod(value) >= 0);
        if (name == "WC" || name == "PC") CHECK((std::stod(value) >= 0 && std::stod(value) <= 1));
        if (name == "ID") CHECK(std::regex_match(value, std::regex("[A-Za-z_][A-Za-z0-9_.-]*")));
        if (name == "ID") CHECK(ids.insert(value).second);
    }
    for (const auto& child : element.children)
        check_by_rules(child, ids);
}

} // namespace

TEST_SUITE("read") {
    TEST_CASE("ALTO keeps to its schema") {
        const auto [document, pages] = sample();
        const auto root = xml_tree(alto(document, pages));
        CHECK(root["xmlns"] == "http://www.loc.gov/standards/alto/ns-v4#");
        CHECK(root["SCHEMAVERSION"] == "4.4");
        std::set<std::string> ids;
        check_by_rules(root, ids);
        for (const auto* page : all_named(root, "Page"))
            if (page->attributes.contains("PROCESSING")) CHECK(ids.contains((*page)["PROCESSING"]));
        CHECK(root.child("Description").child("MeasurementUnit").text == "inch1200");
        const auto& source = root.child("Description").child("sourceImageInformation");
        CHECK(source.child("fileName").text == document.file);
        CHECK(source.child("fileIdentifier").text == "00ff");
    }

    TEST_CASE("ALTO has each word with its place, and its confidence if OCR read it") {
        const auto [document, pages] = sample();
        const auto root = xml_tree(alto(document, pages));
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
        CHECK(all_named(root, "OCRProcessing").size() == 1);
    }

    TEST_CASE("ALTO of a born-digital document tells of no OCR") {
        auto [document, pages] = sample();
        document.pages[0].reading = Reading::text_layer;
        const auto root = xml_tree(alto(document, pages));
        CHECK(all_named(root, "OCRProcessing").empty());
        for (const auto* string : all_named(root, "String"))
            CHECK_FALSE(string->attributes.contains("WC"));
    }

    TEST_CASE("hOCR nests pages, blocks, lines and words with their boxes") {
        const auto [document, pages] = sample();
        const auto root = xml_tree(hocr(document, pages));
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
        std::set<std::string> ids;
        for (const auto* name : {"div", "span"})
            for (const auto* element : all_named(body, name))
                CHECK(ids.insert((*element)["id"]).second);
    }

    TEST_CASE("XML holds any text") {
        CHECK(xml_escaped("<a & \"b\">") == "&lt;a &amp; &quot;b&quot;&gt;");
        CHECK(xml_escaped("\t\x02 ö\xEF\xBF\xBE") == "&#9;\xEF\xBF\xBD ö\xEF\xBF\xBD");
        XmlWriter xml;
        xml.open("a", {{"b", "\"\n"}});
        xml.leaf("c", {}, "x < y");
        const auto root = xml_tree(std::move(xml).take());
        CHECK(root["b"] == "\"\n");
        CHECK(root.child("c").text == "x < y");
    }
}
