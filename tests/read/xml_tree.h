// XML read strictly, for tests of what is written: anything not well-formed throws std::runtime_error.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kompass::read::tests {

struct XmlElement {
    std::string name;
    std::map<std::string, std::string> attributes;
    std::vector<XmlElement> children;
    std::string text; ///< of its own, without blanks at its ends

    [[nodiscard]] const XmlElement& child(std::string_view child_name) const;
    [[nodiscard]] const std::string& operator[](const std::string& attribute) const {
        return attributes.at(attribute);
    }
};

/// The root element.
[[nodiscard]] XmlElement xml_tree(std::string_view xml);

/// Itself and all below it that have the name.
[[nodiscard]] std::vector<const XmlElement*> all_named(const XmlElement& root, std::string_view name);

} // namespace kompass::read::tests
