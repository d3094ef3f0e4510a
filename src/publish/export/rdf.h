// Statements about things (RDF), as data, and the two forms that catalogues of data are read in: JSON-LD and
// RDF/XML. Both say the same.
//
// A name is written with a prefix ("dcterms:title"); the prefixes are those of `rdf_prefixes`. Pure; the
// order of what is told is kept. No errors.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace kompass::publish {

struct Reference {
    std::string iri;
};
struct Literal {
    std::string text;
    std::string language{}, type{}; ///< at most one of them; type: with its prefix
};

struct Resource;
/// What is said of a thing: that it refers to another, a text, or a thing of which more is told.
using Statement = std::variant<Reference, Literal, Resource>;

struct Resource {
    std::string iri; ///< empty: it has none
    std::string type;
    std::vector<std::pair<std::string, Statement>> statements{};

    void say(const std::string& name, Statement statement);
    /// Nothing of an empty text.
    void say_text(const std::string& name, const std::string& text);
    void say_in_both(const std::string& name, const std::string& swedish, const std::string& english);
    void say_day(const std::string& name, const std::string& day);
};

[[nodiscard]] const std::vector<std::pair<std::string, std::string>>& rdf_prefixes();

[[nodiscard]] std::string json_ld(const std::vector<Resource>& resources);
[[nodiscard]] std::string rdf_xml(const std::vector<Resource>& resources);

} // namespace kompass::publish
