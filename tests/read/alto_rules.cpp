#include "tests/read/alto_rules.h"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <regex>
#include <set>
#include <sstream>

namespace kompass::read::tests {
namespace {

using std::regex;

/// Types of attributes and texts, as the values that are allowed.
const regex any(R"([\s\S]*)");
const regex number(R"(-?\d+(\.\d+)?)");
const regex zero_to_one(R"(0(\.\d+)?|1(\.0+)?)");
const regex id("[A-Za-z_][A-Za-z0-9_.-]*");
const regex ids("[A-Za-z_][A-Za-z0-9_.-]*( [A-Za-z_][A-Za-z0-9_.-]*)*");
const regex language("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");
const regex truth("true|false|0|1");
const regex unit("pixel|mm10|inch1200");
const regex quality("OK|Missing|Missing in original|Damaged|Retained|Target|As in original");
const regex position("Left|Right|Foldout|Single|Cover");
const regex direction("ltr|rtl|ttb|btt");
const regex substitution("HypPart1|HypPart2|Abbreviation");
const regex category("(contentGeneration|contentModification|preOperation|postOperation|other)"
                     "( (contentGeneration|contentModification|preOperation|postOperation|other))*");
const regex none("");

using Attributes = std::map<std::string, const regex*>;

struct Rule {
    /// Of the children's names, each followed by a blank.
    regex children;
    const regex* text = &none;
    Attributes attributes = {};
    std::set<std::string> required = {};
};

Attributes with(Attributes attributes, const Attributes& more) {
    attributes.insert(more.begin(), more.end());
    return attributes;
}

const Attributes place = {{"HEIGHT", &number}, {"WIDTH", &number}, {"HPOS", &number}, {"VPOS", &number}};
const Attributes references = {{"STYLEREFS", &ids}, {"PROCESSINGREFS", &ids}};
const Attributes region = with(with(place, references), {{"ID", &id}});
const Attributes tagged = with(region, {{"TAGREFS", &ids}, {"CS", &truth}, {"LANG", &language}});
const Attributes block =
    with(tagged, {{"ROTATION", &number}, {"IDNEXT", &id}, {"BASEDIRECTION", &direction}});

const std::map<std::string, Rule>& rules() {
    static const regex leaf("");
    static const std::map<std::string, Rule> all = {
        {"alto",
         {regex("(Description )?(Styles )?(Tags )?(ReadingOrder )?Layout "),
          &none,
          {{"SCHEMAVERSION", &any}, {"xmlns", &any}, {"xmlns:xsi", &any}, {"xsi:schemaLocation", &any}}}},
        {"Description", {regex("MeasurementUnit (sourceImageInformation )?(OCRProcessing )*(Processing )*")}},
        {"MeasurementUnit", {leaf, &unit}},
        {"sourceImageInformation", {regex("(fileName )?(fileIdentifier )*(documentIdentifier )*")}},
        {"fileName", {leaf, &any}},
        {"fileIdentifier", {leaf, &any, {{"fileIdentifierLocation", &any}}}},
        {"Processing",
         {regex("(processingCategory )?(processingDateTime )?(processingAgency )?"
                "(processingStepDescription )*(processingStepSettings )?(processingSoftware )?"),
          &none,
          {{"ID", &id}},
          {"ID"}}},
        {"processingCategory", {leaf, &category}},
        {"processingStepDescription", {leaf, &any}},
        {"processingSoftware",
         {regex("(softwareCreator )?(softwareName )?(softwareVersion )?(applicationDescription )?")}},
        {"softwareName", {leaf, &any}},
        {"softwareVersion", {leaf, &any}},
        {"Layout", {regex("(Page )+"), &none, {{"STYLEREFS", &ids}}}},
        {"Page",
         {regex("(TopMargin )?(LeftMargin )?(RightMargin )?(BottomMargin )?(PrintSpace )?"),
          &none,
          with(references, {{"ID", &id},
                            {"PAGECLASS", &any},
                            {"HEIGHT", &number},
                            {"WIDTH", &number},
                            {"PHYSICAL_IMG_NR", &number},
                            {"PRINTED_IMG_NR", &any},
                            {"QUALITY", &quality},
                            {"QUALITY_DETAIL", &any},
                            {"POSITION", &position},
                            {"PROCESSING", &id},
                            {"ACCURACY", &number},
                            {"PC", &zero_to_one},
                            {"ROTATION", &number},
                            {"LANG", &language}}),
          {"ID", "PHYSICAL_IMG_NR"}}},
        {"PrintSpace",
         {regex("(Shape )?((TextBlock|Illustration|GraphicalElement|ComposedBlock) )*"), &none, region}},
        {"TextBlock", {regex("(Shape )?(TextLine )*"), &none, block, {"ID"}}},
        {"TextLine",
         {regex("(Shape )?(String (SP )?)+(HYP )?"), &none,
          with(tagged, {{"BASELINE", &any}, {"BASEDIRECTION", &direction}})}},
        {"String",
         {regex("(Shape )?(ALTERNATIVE )*(Glyph )*"),
          &none,
          with(tagged, {{"CONTENT", &any},
                        {"STYLE", &any},
                        {"SUBS_TYPE", &substitution},
                        {"SUBS_CONTENT", &any},
                        {"WC", &zero_to_one},
                        {"CC", &any}}),
          {"CONTENT"}}},
        {"SP", {leaf, &none, with(place, {{"ID", &id}})}},
    };
    return all;
}

struct Area {
    double left, top, right, bottom;

    [[nodiscard]] bool holds(const Area& other) const {
        return other.left >= left && other.top >= top && other.right <= right && other.bottom <= bottom;
    }
};

/// What an element takes up; a page lies at 0, 0.
std::optional<Area> area_of(const XmlElement& element) {
    const auto value = [&](const char* name) {
        const auto found = element.attributes.find(name);
        return found == element.attributes.end() ? 0 : std::stod(found->second);
    };
    if (!element.attributes.contains("WIDTH") || !element.attributes.contains("HEIGHT")) return std::nullopt;
    return Area{value("HPOS"), value("VPOS"), value("HPOS") + value("WIDTH"),
                value("VPOS") + value("HEIGHT")};
}

class Check {
public:
    std::vector<std::string> of(const XmlElement& root) && {
        check_headers(root);
        check(root, std::nullopt);
        for (const auto& [reference, from] : references_)
            if (!ids_.contains(reference)) fault(from, "refers to " + reference + ", which is not there");
        return std::move(faults_);
    }

private:
    void check_headers(const XmlElement& root);
    void check(const XmlElement& element, const std::optional<Area>& around);
    void check_content(const XmlElement& element, const Rule& rule);
    void check_attributes(const XmlElement& element, const Rule& rule);
    std::optional<Area> check_place(const XmlElement& element, const std::optional<Area>& around);

    void fault(const std::string& element, const std::string& what) {
        faults_.push_back(element + " " + what);
    }

    std::vector<std::string> faults_;
    std::set<std::string> ids_;
    std::vector<std::pair<std::string, std::string>> references_; ///< with the element they stand at
};

void Check::check_headers(const XmlElement& root) {
    const std::map<std::string, std::string> expected = {
        {"xmlns", "http://www.loc.gov/standards/alto/ns-v4#"},
        {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"},
        {"xsi:schemaLocation", "http://www.loc.gov/standards/alto/ns-v4# "
                               "http://www.loc.gov/standards/alto/v4/alto-4-4.xsd"},
        {"SCHEMAVERSION", "4.4"}};
    if (root.name != "alto") fault(root.name, "is not the root");
    if (root.attributes != expected) fault(root.name, "has other headers than those of version 4.4");
}

void Check::check(const XmlElement& element, const std::optional<Area>& around) {
    const auto rule = rules().find(element.name);
    if (rule == rules().end()) {
        fault(element.name, "is not known");
        return;
    }
    check_content(element, rule->second);
    check_attributes(element, rule->second);
    const auto area = check_place(element, around);
    for (const auto& child : element.children)
        check(child, area);
}

void Check::check_content(const XmlElement& element, const Rule& rule) {
    std::string names;
    for (const auto& child : element.children)
        names += child.name + " ";
    if (!std::regex_match(names, rule.children)) fault(element.name, "has the wrong children: " + names);
    if (!std::regex_match(element.text, *rule.text)) fault(element.name, "says " + element.text);
}

void Check::check_attributes(const XmlElement& element, const Rule& rule) {
    for (const auto& name : rule.required)
        if (!element.attributes.contains(name)) fault(element.name, "lacks " + name);
    for (const auto& [name, value] : element.attributes) {
        const auto type = rule.attributes.find(name);
        if (type == rule.attributes.end())
            fault(element.name, "cannot have " + name);
        else if (!std::regex_match(value, *type->second))
            fault(element.name, fmt::format("has {}=\"{}\"", name, value));
        if (name == "ID" && !ids_.insert(value).second) fault(element.name, "repeats ID " + value);
        std::istringstream words(name.ends_with("REFS") || name == "PROCESSING" ? value : "");
        for (std::string word; words >> word;)
            references_.emplace_back(word, element.name);
    }
}

/// The area that what is inside must keep to.
std::optional<Area> Check::check_place(const XmlElement& element, const std::optional<Area>& around) {
    const auto area = area_of(element);
    if (!area) return around;
    if (area->right < area->left || area->bottom < area->top) fault(element.name, "is smaller than nothing");
    if (around && !around->holds(*area)) fault(element.name, "sticks out of what is around it");
    return area;
}

} // namespace

std::vector<std::string> faults_in_alto(const XmlElement& root) {
    return Check().of(root);
}

} // namespace kompass::read::tests
