#include "publish/export/export_metadata.h"

#include "enquiry/export_tables.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace kompass::publish {
namespace {

using Json = nlohmann::ordered_json;

/// Never throws over a text that is no UTF-8.
std::string dumped(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

const char* type_of(const enquiry::ExportColumn& column) {
    using Type = enquiry::ExportColumn::Type;
    switch (column.type) {
    case Type::integer:
        return "integer";
    case Type::number:
        return "number";
    case Type::date:
        return "date";
    case Type::text:
        break;
    }
    return "string";
}

Json field_of(const enquiry::ExportColumn& column, text::CsvDialect dialect) {
    Json field{{"name", column.name}, {"type", type_of(column)}, {"description", column.description}};
    const auto sign = text::csv_decimal_sign(dialect);
    if (column.type == enquiry::ExportColumn::Type::number && sign != '.')
        field["decimalChar"] = std::string(1, sign);
    if (column.required) field["constraints"] = {{"required", true}};
    return field;
}

Json schema_of(const enquiry::ExportTable& table, text::CsvDialect dialect) {
    Json schema{{"fields", Json::array()}, {"missingValues", {""}}};
    for (const auto& column : table.columns)
        schema["fields"].push_back(field_of(column, dialect));
    if (!table.key.empty()) schema["primaryKey"] = table.key;
    if (table.is_of_reports())
        schema["foreignKeys"] = {
            {{"fields", "evaluation"}, {"reference", {{"resource", "reports"}, {"fields", "evaluation"}}}}};
    return schema;
}

Json resource_of(const enquiry::ExportTable& table, const ExportedFile& file, text::CsvDialect dialect) {
    return {{"profile", "tabular-data-resource"},
            {"name", table.name},
            {"path", file.name},
            {"title", table.title},
            {"description", table.description},
            {"format", "csv"},
            {"mediatype", "text/csv"},
            {"encoding", "utf-8"},
            {"bytes", file.bytes},
            {"hash", "sha256:" + file.sha256},
            {"dialect",
             {{"delimiter", std::string(1, text::csv_separator(dialect))},
              {"lineTerminator", "\r\n"},
              {"quoteChar", "\""},
              {"doubleQuote", true},
              {"header", true}}},
            {"schema", schema_of(table, dialect)}};
}

Json in_both(const std::string& swedish, const std::string& english) {
    return Json::array(
        {{{"@language", "sv"}, {"@value", swedish}}, {{"@language", "en"}, {"@value", english}}});
}

/// Datasette shows one line; each file's own origin is in the table of documents.
std::string about_origins(const Publication& publication) {
    return fmt::format("Where {} file{} came from is told in documents and reports",
                       publication.origins.size(), publication.origins.size() == 1 ? "" : "s");
}

/// The publisher's own reports as a whole, then each file of which it was told where it came from.
Json sources_of(const Publication& publication) {
    const auto words = words_about(publication);
    Json whole{{"title", words.source}};
    if (!words.source_url.empty()) whole["path"] = words.source_url;
    Json sources = Json::array({whole});
    for (const auto& [file, origin] : publication.origins) {
        Json source{{"title", file}};
        const auto add = [&](const char* key, const std::string& said) {
            if (!said.empty()) source[key] = said;
        };
        add("path", origin.url);
        add("publisher", origin.publisher);
        add("retrieved", origin.retrieved);
        add("licence", origin.licence);
        add("note", origin.note);
        sources.push_back(std::move(source));
    }
    return sources;
}

Json reference(const std::string& uri) {
    return {{"@id", uri}};
}

Json authority(const std::string& path) {
    return reference("http://publications.europa.eu/resource/authority/" + path);
}

Json year_value(int year) {
    return {{"@type", "xsd:gYear"}, {"@value", std::to_string(year)}};
}

std::string media_type(const std::string& format) {
    if (format == "sqlite") return "application/vnd.sqlite3";
    if (format == "jsonl") return "application/json";
    if (format == "xlsx") return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    return "text/csv";
}

/// One data set in one form, however many files that is.
Json distribution_of(const Publication& publication) {
    Json urls = Json::array();
    std::uintmax_t bytes = 0;
    for (const auto& file : publication.files) {
        urls.push_back(reference(file.name));
        bytes += file.bytes;
    }
    const auto words = words_about(publication);
    const auto& names = words.names;
    Json distribution{
        {"@id", "#distribution"},
        {"@type", "dcat:Distribution"},
        {"dcterms:title", in_both(names + " som " + publication.format, names + " as " + publication.format)},
        {"dcat:accessURL", reference("./")},
        {"dcat:downloadURL", urls},
        {"dcat:mediaType",
         reference("https://www.iana.org/assignments/media-types/" + media_type(publication.format))},
        {"dcat:byteSize", {{"@type", "xsd:decimal"}, {"@value", std::to_string(bytes)}}},
        {"dcterms:rights",
         {{"@type", "dcterms:RightsStatement"}, {"rdfs:label", in_both(words.rights_sv, words.rights)}}}};
    if (publication.format == "datapackage")
        distribution["dcterms:conformsTo"] =
            reference("https://specs.frictionlessdata.io/tabular-data-package/");
    return distribution;
}

/// A file that the data were read from.
Json source_of(const std::string& file, const FileOrigin& origin) {
    Json source{{"@type", "foaf:Document"}, {"dcterms:title", file}};
    if (!origin.url.empty()) source["@id"] = origin.url;
    if (!origin.publisher.empty())
        source["dcterms:publisher"] = {{"@type", "foaf:Agent"}, {"foaf:name", origin.publisher}};
    if (!origin.licence.empty())
        source["dcterms:license"] = {{"@type", "dcterms:LicenseDocument"}, {"rdfs:label", origin.licence}};
    if (!origin.retrieved.empty())
        source["dcterms:date"] = {{"@type", "xsd:date"}, {"@value", origin.retrieved}};
    if (!origin.note.empty()) source["rdfs:comment"] = origin.note;
    return source;
}

Json dataset_of(const Publication& publication) {
    const auto words = words_about(publication);
    Json dataset{
        {"@id", "#dataset"},
        {"@type", "dcat:Dataset"},
        {"dcterms:title", in_both(words.title_sv, words.title)},
        {"dcterms:description", in_both(words.description_sv, words.description)},
        {"dcterms:publisher", reference("#publisher")},
        {"dcat:theme", authority("data-theme/GOVE")},
        {"dcat:keyword", Json::array({{{"@language", "sv"}, {"@value", "kommuner"}},
                                      {{"@language", "sv"}, {"@value", "utvärdering"}},
                                      {{"@language", "sv"}, {"@value", "Kommunkompassen"}}})},
        {"dcterms:provenance",
         {{"@type", "dcterms:ProvenanceStatement"}, {"rdfs:label", in_both(words.source, words.source)}}},
        {"dcat:distribution", reference("#distribution")}};
    if (words.is_swedish) {
        dataset["dcterms:language"] = authority("language/SWE");
        dataset["dcterms:spatial"] = authority("country/SWE");
    }
    for (const auto& [file, origin] : publication.origins)
        dataset["dcterms:source"].push_back(source_of(file, origin));
    if (publication.first_year && publication.last_year)
        dataset["dcterms:temporal"] = {{"@type", "dcterms:PeriodOfTime"},
                                       {"dcat:startDate", year_value(*publication.first_year)},
                                       {"dcat:endDate", year_value(*publication.last_year)}};
    return dataset;
}

} // namespace

std::string data_package(const Publication& publication) {
    const auto words = words_about(publication);
    Json package{{"profile", "tabular-data-package"},
                 {"name", "kommunkompassen"},
                 {"title", words.title},
                 {"description", words.description},
                 {"keywords", {"Kommunkompassen", "municipalities", "Sweden", "evaluation"}},
                 {"sources", sources_of(publication)},
                 {"licenses", {{{"name", "notspecified"}, {"title", words.rights}}}}};
    if (!publication.publisher.empty())
        package["contributors"] = {{{"title", publication.publisher}, {"role", "publisher"}}};
    package["resources"] = Json::array();
    for (const auto& table : enquiry::export_tables()) {
        const auto file = std::find_if(publication.files.begin(), publication.files.end(),
                                       [&](const ExportedFile& f) { return f.name == table.name + ".csv"; });
        if (file != publication.files.end())
            package["resources"].push_back(resource_of(table, *file, publication.dialect));
    }
    return dumped(package);
}

std::string dcat(const Publication& publication) {
    const auto publisher = publication.publisher.empty() ? "utgivare ej angiven" : publication.publisher;
    const auto words = words_about(publication);
    const Json document{
        {"@context",
         {{"dcat", "http://www.w3.org/ns/dcat#"},
          {"dcterms", "http://purl.org/dc/terms/"},
          {"foaf", "http://xmlns.com/foaf/0.1/"},
          {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
          {"xsd", "http://www.w3.org/2001/XMLSchema#"}}},
        {"@graph", Json::array({{{"@id", "#catalog"},
                                 {"@type", "dcat:Catalog"},
                                 {"dcterms:title", in_both(words.is_swedish ? "Kommunkompassens arkiv"
                                                                            : "Arkiv: " + words.names,
                                                           "The archive of " + words.names)},
                                 {"dcterms:description", in_both(words.description_sv, words.description)},
                                 {"dcterms:publisher", reference("#publisher")},
                                 {"dcterms:language", authority("language/SWE")},
                                 {"dcat:dataset", reference("#dataset")}},
                                {{"@id", "#publisher"}, {"@type", "foaf:Agent"}, {"foaf:name", publisher}},
                                dataset_of(publication),
                                distribution_of(publication)})}};
    return dumped(document);
}

std::string datasette_metadata(const Publication& publication, const std::string& database) {
    Json tables = Json::object();
    for (const auto& table : enquiry::export_tables()) {
        Json columns = Json::object();
        for (const auto& column : table.columns)
            columns[column.name] = column.description;
        tables[table.view] = {{"description", table.description}, {"columns", columns}};
    }
    const Json queries{
        {"ranking",
         {{"title", "The reports of an edition, best first"},
          {"sql", "select evaluation, municipality, year, points, state from grand_totals "
                  "where edition = :edition and points is not null order by points desc"}}},
        {"search",
         {{"title", "Passages with a word"},
          {"sql", "select e.key as evaluation, e.municipality, e.year, p.area, p.kind, p.text "
                  "from passage_search s join passage p on p.id = s.rowid "
                  "join evaluation e on e.id = p.evaluation_id where passage_search match :words "
                  "order by s.rank limit 100"}}}};
    const auto words = words_about(publication);
    Json metadata{{"title", words.title},
                  {"description", words.description},
                  {"license", words.rights},
                  {"source", words.source},
                  {"source_url", words.source_url},
                  {"databases", {{database, {{"tables", tables}, {"queries", queries}}}}}};
    if (!publication.origins.empty()) metadata["about"] = about_origins(publication);
    return dumped(metadata);
}

} // namespace kompass::publish
