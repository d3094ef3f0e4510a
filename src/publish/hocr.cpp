#include "publish/hocr.h"

#include "text/xml_writer.h"

#include <fmt/format.h>
#include <kompass_version.h>

#include <algorithm>
#include <cmath>

namespace kompass::publish {
namespace {

constexpr int resolution = 300;
constexpr std::string_view doctype = "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" "
                                     "\"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">";

long pixels(double points) {
    return std::lround(points * resolution / 72);
}

std::string bbox(const Box& box) {
    return fmt::format("bbox {} {} {} {}", pixels(box.x0), pixels(box.y0), pixels(box.x1), pixels(box.y1));
}

/// A name may hold what ends a value in a title.
std::string quoted(std::string name) {
    std::replace(name.begin(), name.end(), '"', '\'');
    return fmt::format("\"{}\"", name);
}

std::string title_of(const Word& word, bool by_ocr) {
    auto title = bbox(word.box);
    if (by_ocr)
        title += fmt::format("; x_wconf {}", std::lround(100 * std::clamp(word.confidence, 0.0, 1.0)));
    if (word.font_size > 0) title += fmt::format("; x_fsize {:.1f}", word.font_size);
    return title;
}

void add(const PrintedLine& line, const std::string& id, bool by_ocr, text::XmlWriter& xml) {
    xml.open("span", {{"class", "ocr_line"}, {"id", "line_" + id}, {"title", bbox(box_of(line))}});
    for (std::size_t i = 0; i < line.size(); ++i)
        xml.leaf("span",
                 {{"class", "ocrx_word"},
                  {"id", fmt::format("word_{}_{}", id, i + 1)},
                  {"title", title_of(line[i], by_ocr)}},
                 line[i].text);
    xml.close();
}

void add(const Document& document, const Page& page, const PrintedPage& printed, text::XmlWriter& xml) {
    xml.open("div", {{"class", "ocr_page"},
                     {"id", fmt::format("page_{}", page.number)},
                     {"title", fmt::format("image {}; {}; ppageno {}; scan_res {} {}", quoted(document.file),
                                           bbox({0, 0, page.width, page.height}), page.number - 1, resolution,
                                           resolution)}});
    for (std::size_t b = 0; b < printed.size(); ++b) {
        const auto id = fmt::format("{}_{}", page.number, b + 1);
        xml.open("div", {{"class", "ocr_carea"}, {"id", "block_" + id}, {"title", bbox(box_of(printed[b]))}});
        for (std::size_t l = 0; l < printed[b].size(); ++l)
            add(printed[b][l], fmt::format("{}_{}", id, l + 1), page.reading == Reading::ocr, xml);
        xml.close();
    }
    xml.close();
}

} // namespace

std::string hocr(const Document& document, const std::vector<PrintedPage>& pages) {
    text::XmlWriter xml(doctype);
    xml.open("html", {{"xmlns", "http://www.w3.org/1999/xhtml"}, {"xml:lang", "sv"}, {"lang", "sv"}});
    xml.open("head");
    xml.leaf("title", {}, document.file);
    xml.leaf("meta", {{"http-equiv", "Content-Type"}, {"content", "text/html; charset=utf-8"}});
    xml.leaf("meta", {{"name", "ocr-system"}, {"content", "kompass " KOMPASS_VERSION}});
    xml.leaf("meta", {{"name", "ocr-capabilities"}, {"content", "ocr_page ocr_carea ocr_line ocrx_word"}});
    xml.close();
    xml.open("body");
    for (std::size_t i = 0; i < document.pages.size(); ++i)
        add(document, document.pages[i], pages[i], xml);
    return std::move(xml).take();
}

} // namespace kompass::publish
