#include "tests/read/xml_tree.h"

#include "text/unicode.h"

#include <cctype>
#include <stdexcept>

namespace kompass::read::tests {
namespace {

class Parser {
public:
    explicit Parser(std::string_view xml) : rest_(xml) {
        if (!unicode::is_valid_utf8(xml)) fail("no UTF-8");
        for (const char c : xml)
            if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') fail("a control character");
    }

    XmlElement document() {
        expect("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        skip_blanks();
        if (rest_.starts_with("<!DOCTYPE")) rest_.remove_prefix(rest_.find('>') + 1);
        skip_blanks();
        auto root = element();
        skip_blanks();
        if (!rest_.empty()) fail("something after the root");
        return root;
    }

private:
    [[noreturn]] static void fail(const std::string& what) { throw std::runtime_error("XML: " + what); }

    void expect(std::string_view token) {
        if (!rest_.starts_with(token)) fail("no " + std::string(token));
        rest_.remove_prefix(token.size());
    }
    bool accept(std::string_view token) {
        if (!rest_.starts_with(token)) return false;
        rest_.remove_prefix(token.size());
        return true;
    }
    void skip_blanks() {
        while (!rest_.empty() && std::isspace(static_cast<unsigned char>(rest_.front())) != 0)
            rest_.remove_prefix(1);
    }
    std::string name() {
        std::string text;
        while (!rest_.empty() && (std::isalnum(static_cast<unsigned char>(rest_.front())) != 0 ||
                                  rest_.front() == ':' || rest_.front() == '_' || rest_.front() == '-')) {
            text += rest_.front();
            rest_.remove_prefix(1);
        }
        if (text.empty() || std::isalpha(static_cast<unsigned char>(text.front())) == 0) fail("no name");
        return text;
    }
    /// Up to the character, references resolved.
    std::string text_until(char end) {
        std::string text;
        while (!rest_.empty() && rest_.front() != end) {
            const char c = rest_.front();
            if (c == '<') fail("< in a text");
            text += c == '&' ? reference() : std::string(1, c);
            if (c != '&') rest_.remove_prefix(1);
        }
        if (rest_.empty()) fail("an end is missing");
        return text;
    }
    std::string reference() {
        for (const auto& [entity, character] : {std::pair{"&amp;", "&"},
                                                {"&lt;", "<"},
                                                {"&gt;", ">"},
                                                {"&quot;", "\""},
                                                {"&#9;", "\t"},
                                                {"&#10;", "\n"},
                                                {"&#13;", "\r"}})
            if (accept(entity)) return character;
        fail("an unknown reference");
    }
    XmlElement element() {
        XmlElement element;
        expect("<");
        element.name = name();
        for (skip_blanks(); !rest_.starts_with(">") && !rest_.starts_with("/"); skip_blanks()) {
            const auto key = name();
            expect("=\"");
            if (!element.attributes.emplace(key, text_until('"')).second) fail("an attribute twice");
            expect("\"");
        }
        if (accept("/>")) return element;
        expect(">");
        while (!rest_.starts_with("</")) {
            skip_blanks();
            if (rest_.starts_with("</")) break;
            if (rest_.starts_with("<"))
                element.children.push_back(this->element());
            else
                element.text += text_until('<');
        }
        expect("</" + element.name + ">");
        return element;
    }

    std::string_view rest_;
};

void collect(const XmlElement& element, std::string_view name, std::vector<const XmlElement*>& found) {
    if (element.name == name) found.push_back(&element);
    for (const auto& child : element.children)
        collect(child, name, found);
}

} // namespace

const XmlElement& XmlElement::child(std::string_view child_name) const {
    for (const auto& candidate : children)
        if (candidate.name == child_name) return candidate;
    throw std::runtime_error(name + " has no " + std::string(child_name));
}

XmlElement xml_tree(std::string_view xml) {
    return Parser(xml).document();
}

std::vector<const XmlElement*> all_named(const XmlElement& root, std::string_view name) {
    std::vector<const XmlElement*> found;
    collect(root, name, found);
    return found;
}

} // namespace kompass::read::tests
