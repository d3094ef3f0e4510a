#include "publish/export/rdf.h"

#include "text/xml_writer.h"

#include <nlohmann/json.hpp>

namespace kompass::publish {
namespace {

using Json = nlohmann::ordered_json;

std::string without_prefix(const std::string& name) {
    const auto colon = name.find(':');
    for (const auto& [prefix, space] : rdf_prefixes())
        if (name.substr(0, colon) == prefix) return space + name.substr(colon + 1);
    return name;
}

Json json_of(const Resource& resource);

Json json_of(const Statement& statement) {
    if (const auto* reference = std::get_if<Reference>(&statement)) return {{"@id", reference->iri}};
    if (const auto* resource = std::get_if<Resource>(&statement)) return json_of(*resource);
    const auto& literal = std::get<Literal>(statement);
    if (!literal.language.empty()) return {{"@language", literal.language}, {"@value", literal.text}};
    if (!literal.type.empty()) return {{"@type", literal.type}, {"@value", literal.text}};
    return literal.text;
}

Json json_of(const Resource& resource) {
    Json json = Json::object();
    if (!resource.iri.empty()) json["@id"] = resource.iri;
    json["@type"] = resource.type;
    for (const auto& [name, statement] : resource.statements) {
        auto& place = json[name];
        if (place.is_null())
            place = json_of(statement);
        else if (place.is_array())
            place.push_back(json_of(statement));
        else
            place = Json::array({place, json_of(statement)});
    }
    return json;
}

void write(text::XmlWriter& xml, const Resource& resource) {
    text::XmlWriter::Attributes attributes;
    if (!resource.iri.empty()) attributes.emplace_back("rdf:about", resource.iri);
    xml.open(resource.type, attributes);
    for (const auto& [name, statement] : resource.statements) {
        if (const auto* reference = std::get_if<Reference>(&statement)) {
            xml.leaf(name, {{"rdf:resource", reference->iri}});
        } else if (const auto* other = std::get_if<Resource>(&statement)) {
            xml.open(name);
            write(xml, *other);
            xml.close();
        } else {
            const auto& literal = std::get<Literal>(statement);
            text::XmlWriter::Attributes kind;
            if (!literal.language.empty()) kind.emplace_back("xml:lang", literal.language);
            if (!literal.type.empty()) kind.emplace_back("rdf:datatype", without_prefix(literal.type));
            xml.leaf(name, kind, literal.text);
        }
    }
    xml.close();
}

} // namespace

void Resource::say(const std::string& name, Statement statement) {
    statements.emplace_back(name, std::move(statement));
}

void Resource::say_text(const std::string& name, const std::string& text) {
    if (!text.empty()) say(name, Literal{text});
}

void Resource::say_in_both(const std::string& name, const std::string& swedish, const std::string& english) {
    say(name, Literal{swedish, "sv"});
    say(name, Literal{english, "en"});
}

void Resource::say_day(const std::string& name, const std::string& day) {
    if (!day.empty()) say(name, Literal{day, "", "xsd:date"});
}

const std::vector<std::pair<std::string, std::string>>& rdf_prefixes() {
    static const std::vector<std::pair<std::string, std::string>> all{
        {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
        {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
        {"xsd", "http://www.w3.org/2001/XMLSchema#"},
        {"dcat", "http://www.w3.org/ns/dcat#"},
        {"dcterms", "http://purl.org/dc/terms/"},
        {"foaf", "http://xmlns.com/foaf/0.1/"},
        {"prov", "http://www.w3.org/ns/prov#"},
        {"vcard", "http://www.w3.org/2006/vcard/ns#"}};
    return all;
}

std::string json_ld(const std::vector<Resource>& resources) {
    Json document{{"@context", Json::object()}, {"@graph", Json::array()}};
    for (const auto& [prefix, space] : rdf_prefixes())
        document["@context"][prefix] = space;
    for (const auto& resource : resources)
        document["@graph"].push_back(json_of(resource));
    return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string rdf_xml(const std::vector<Resource>& resources) {
    text::XmlWriter xml;
    std::vector<std::string> names;
    for (const auto& [prefix, space] : rdf_prefixes())
        names.push_back("xmlns:" + prefix);
    text::XmlWriter::Attributes attributes;
    for (std::size_t i = 0; i < names.size(); ++i)
        attributes.emplace_back(names[i], rdf_prefixes()[i].second);
    xml.open("rdf:RDF", attributes);
    for (const auto& resource : resources)
        write(xml, resource);
    xml.close();
    return std::move(xml).take();
}

} // namespace kompass::publish
