// Writes XML that is well-formed whatever is put into it: elements close in order, texts and values are
// escaped, and characters that XML 1.0 cannot hold become U+FFFD. One element a line, indented by its depth.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kompass::text {

class XmlWriter {
public:
    using Attributes = std::vector<std::pair<std::string_view, std::string>>;

    /// Begins with the XML declaration and, if given, the document type.
    explicit XmlWriter(std::string_view doctype = {});

    void open(std::string_view name, const Attributes& attributes = {});
    void close();
    /// An element without children, with or without text.
    void leaf(std::string_view name, const Attributes& attributes = {}, std::string_view text = {});

    /// Closes what is open and gives the document.
    [[nodiscard]] std::string take() &&;

private:
    void begin_tag(std::string_view name, const Attributes& attributes);

    std::string text_;
    std::vector<std::string> open_;
};

/// The text as it may stand between tags and between double quotes.
[[nodiscard]] std::string xml_escaped(std::string_view text);

} // namespace kompass::text
