#include "publish/alto.h"

#include "text/xml_writer.h"

#include <fmt/format.h>
#include <kompass_version.h>

#include <algorithm>
#include <cmath>

namespace kompass::publish {
namespace {

constexpr const char* ocr_id = "OCR";

std::string measure(double points) {
    return std::to_string(std::lround(points * 1200 / 72));
}

/// From rounded edges, so that what touches on the page touches here.
text::XmlWriter::Attributes with_place(text::XmlWriter::Attributes attributes, const Box& box) {
    const auto edge = [](double points) { return std::lround(points * 1200 / 72); };
    attributes.emplace_back("HPOS", std::to_string(edge(box.x0)));
    attributes.emplace_back("VPOS", std::to_string(edge(box.y0)));
    attributes.emplace_back("WIDTH", std::to_string(edge(box.x1) - edge(box.x0)));
    attributes.emplace_back("HEIGHT", std::to_string(edge(box.y1) - edge(box.y0)));
    return attributes;
}

std::string share(double confidence) {
    return fmt::format("{:.2f}", std::clamp(confidence, 0.0, 1.0));
}

class AltoWriter {
public:
    std::string write(const Document& document, const std::vector<PrintedPage>& pages) && {
        xml_.open("alto", {{"xmlns", "http://www.loc.gov/standards/alto/ns-v4#"},
                           {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"},
                           {"xsi:schemaLocation", "http://www.loc.gov/standards/alto/ns-v4# "
                                                  "http://www.loc.gov/standards/alto/v4/alto-4-4.xsd"},
                           {"SCHEMAVERSION", "4.4"}});
        describe(document);
        xml_.open("Layout");
        for (std::size_t i = 0; i < document.pages.size(); ++i)
            add(document.pages[i], pages[i]);
        return std::move(xml_).take();
    }

private:
    void describe(const Document& document);
    void add_processing();
    void add(const Page& page, const PrintedPage& printed);
    void add(const PrintedBlock& block, const std::string& id);
    void add(const PrintedLine& line, const std::string& id);

    text::XmlWriter xml_;
    bool by_ocr_ = false; ///< the page being written
};

bool is_by_ocr(const Page& page) {
    return page.reading == Reading::ocr;
}

void AltoWriter::describe(const Document& document) {
    xml_.open("Description");
    xml_.leaf("MeasurementUnit", {}, "inch1200");
    xml_.open("sourceImageInformation");
    xml_.leaf("fileName", {}, document.file);
    xml_.leaf("fileIdentifier", {{"fileIdentifierLocation", "SHA-256"}}, document.sha256);
    xml_.close();
    if (std::any_of(document.pages.begin(), document.pages.end(), is_by_ocr)) add_processing();
    xml_.close();
}

void AltoWriter::add_processing() {
    xml_.open("Processing", {{"ID", ocr_id}});
    xml_.leaf("processingCategory", {}, "contentGeneration");
    xml_.leaf("processingStepDescription", {},
              "page images read by Tesseract, figures of tables cell by cell");
    xml_.open("processingSoftware");
    xml_.leaf("softwareName", {}, "kompass");
    xml_.leaf("softwareVersion", {}, KOMPASS_VERSION);
    xml_.close();
    xml_.close();
}

void AltoWriter::add(const Page& page, const PrintedPage& printed) {
    by_ocr_ = is_by_ocr(page);
    const auto id = fmt::format("P{}", page.number);
    text::XmlWriter::Attributes attributes = {{"ID", id},
                                              {"PHYSICAL_IMG_NR", std::to_string(page.number)},
                                              {"WIDTH", measure(page.width)},
                                              {"HEIGHT", measure(page.height)}};
    if (by_ocr_) attributes.emplace_back("PROCESSINGREFS", ocr_id);
    if (page.confidence) attributes.emplace_back("PC", share(*page.confidence));
    xml_.open("Page", attributes);
    Box space = printed.empty() ? Box{0, 0, page.width, page.height} : box_of(printed.front());
    for (const auto& block : printed)
        space = space.united(box_of(block));
    xml_.open("PrintSpace", with_place({}, space));
    for (std::size_t i = 0; i < printed.size(); ++i)
        add(printed[i], fmt::format("{}_B{}", id, i + 1));
    xml_.close();
    xml_.close();
}

void AltoWriter::add(const PrintedBlock& block, const std::string& id) {
    xml_.open("TextBlock", with_place({{"ID", id}}, box_of(block)));
    for (std::size_t i = 0; i < block.size(); ++i)
        add(block[i], fmt::format("{}_L{}", id, i + 1));
    xml_.close();
}

void AltoWriter::add(const PrintedLine& line, const std::string& id) {
    xml_.open("TextLine", with_place({{"ID", id}}, box_of(line)));
    for (std::size_t i = 0; i < line.size(); ++i) {
        const auto& word = line[i];
        if (i > 0) {
            // Overlapping words have no space between them, but a blank all the same.
            const double from = std::min(line[i - 1].box.x1, word.box.x0);
            xml_.leaf("SP", with_place({}, {from, word.box.y0, word.box.x0, word.box.y1}));
        }
        auto attributes =
            with_place({{"ID", fmt::format("{}_S{}", id, i + 1)}, {"CONTENT", word.text}}, word.box);
        if (by_ocr_) attributes.emplace_back("WC", share(word.confidence));
        xml_.leaf("String", attributes);
    }
    xml_.close();
}

} // namespace

std::string alto(const Document& document, const std::vector<PrintedPage>& pages) {
    return AltoWriter().write(document, pages);
}

} // namespace kompass::publish
