#include "publish/export/export_metadata.h"

#include "enquiry/export_tables.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

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

/// The licence that was told; what none can be given of is said in its title.
Json licences_of(const Publication& publication) {
    const auto words = words_about(publication);
    Json licence{{"name", "notspecified"}};
    if (!publication.about.licence.empty()) licence = {{"path", publication.about.licence}};
    licence["title"] = words.rights;
    return Json::array({licence});
}

Json contributor_of(const archive::Description& about) {
    Json contributor{{"title", about.publisher}, {"role", "publisher"}};
    if (!about.email.empty()) contributor["email"] = about.email;
    return contributor;
}

const ExportedFile* file_called(const Publication& publication, const std::string& name) {
    for (const auto& form : publication.forms)
        for (const auto& file : form.files)
            if (file.name == name) return &file;
    return nullptr;
}

} // namespace

std::string data_package(const Publication& publication) {
    const auto words = words_about(publication);
    Json package{{"profile", "tabular-data-package"},
                 {"name", "kommunkompassen"},
                 {"title", publication.about.title.empty() ? words.title : publication.about.title},
                 {"description", words.description},
                 {"keywords", {"Kommunkompassen", "municipalities", "Sweden", "evaluation"}},
                 {"sources", sources_of(publication)},
                 {"licenses", licences_of(publication)}};
    const auto& about = publication.about;
    if (!about.version.empty()) package["version"] = about.version;
    if (!about.publisher.empty()) package["contributors"] = {contributor_of(about)};
    package["resources"] = Json::array();
    for (const auto& table : enquiry::export_tables())
        if (const auto* file = file_called(publication, table.name + ".csv"))
            package["resources"].push_back(resource_of(table, *file, publication.dialect));
    return dumped(package);
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
          {"sql", "select e.key as evaluation, e.municipality, e.year, p.area, p.kind, s.text "
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
