#include "text/xml_writer.h"

#include "text/unicode.h"

#include <algorithm>

namespace kompass::text {
namespace {

/// By the production Char of XML 1.0.
bool may_stand_in_xml(char32_t c) {
    return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
           (c >= 0x10000 && c <= 0x10FFFF);
}

/// Most texts are so, and need no decoding.
bool is_plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

std::string representable(std::string_view text) {
    if (is_plain(text)) return std::string(text);
    auto points = unicode::code_points(text);
    std::replace_if(
        points.begin(), points.end(), [](char32_t c) { return !may_stand_in_xml(c); }, U'\uFFFD');
    return unicode::utf8(points);
}

} // namespace

std::string xml_escaped(std::string_view text) {
    std::string escaped;
    for (const char c : representable(text)) {
        switch (c) {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        case '\t':
        case '\n':
        case '\r': // would be read as blanks in a value
            escaped += "&#" + std::to_string(static_cast<int>(c)) + ";";
            break;
        default:
            escaped += c;
        }
    }
    return escaped;
}

XmlWriter::XmlWriter(std::string_view doctype) {
    text_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    if (!doctype.empty()) text_.append(doctype).append("\n");
}

void XmlWriter::begin_tag(std::string_view name, const Attributes& attributes) {
    text_.append(2 * open_.size(), ' ').append("<").append(name);
    for (const auto& [key, value] : attributes)
        text_.append(" ").append(key).append("=\"").append(xml_escaped(value)).append("\"");
}

void XmlWriter::open(std::string_view name, const Attributes& attributes) {
    begin_tag(name, attributes);
    text_ += ">\n";
    open_.emplace_back(name);
}

void XmlWriter::close() {
    const auto name = std::move(open_.back());
    open_.pop_back();
    text_.append(2 * open_.size(), ' ').append("</").append(name).append(">\n");
}

void XmlWriter::leaf(std::string_view name, const Attributes& attributes, std::string_view text) {
    begin_tag(name, attributes);
    if (text.empty())
        text_ += "/>\n";
    else
        text_.append(">").append(xml_escaped(text)).append("</").append(name).append(">\n");
}

std::string XmlWriter::take() && {
    while (!open_.empty())
        close();
    return std::move(text_);
}

} // namespace kompass::text
