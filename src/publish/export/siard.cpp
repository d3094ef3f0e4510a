#include "publish/export/siard.h"

#include "archive/others/relations.h"
#include "publish/assets.h"
#include "publish/export/zip_file.h"
#include "read/sha256.h"
#include "text/unicode.h"
#include "text/xml_writer.h"

#include <kompass_version.h>

#include <fmt/format.h>

#include <algorithm>

namespace kompass::publish {
namespace {

using archive::Relation;
using archive::Stored;
using Attributes = text::XmlWriter::Attributes;

constexpr auto metadata_space = "http://www.bar.admin.ch/xmlns/siard/2/metadata.xsd";
constexpr auto table_space = "http://www.bar.admin.ch/xmlns/siard/2/table.xsd";
constexpr auto schema_space = "http://www.w3.org/2001/XMLSchema";
constexpr auto instance_space = "http://www.w3.org/2001/XMLSchema-instance";
constexpr auto format_version = "2.2";
constexpr auto schema_name = "kompass";
constexpr std::size_t shortest_varchar = 255; ///< signs; a longer one is declared as long as its longest text

/// What a column holds, which its declared type does not tell of all.
struct Holding {
    bool integers = false, reals = false, texts = false, bytes = false;
    std::size_t longest = 0; ///< signs
};

struct TypeOfColumn {
    std::string sql; ///< of SQL:2008
    const char* xml = "xs:string";
};

TypeOfColumn type_of(const archive::RelationColumn& column, const Holding& holding) {
    if (holding.bytes || column.type == "BLOB") return {"BINARY LARGE OBJECT", "blobType"};
    if (holding.texts || column.type == "TEXT")
        return {fmt::format("CHARACTER VARYING({})", std::max(holding.longest, shortest_varchar)),
                "xs:string"};
    if (column.type == "ANY") return {"DECIMAL(18,1)", "xs:decimal"}; // figures, with one decimal at most
    if (holding.reals || column.type == "REAL") return {"DOUBLE PRECISION", "xs:double"};
    if (holding.integers || column.type == "INTEGER") return {"BIGINT", "xs:integer"};
    return {fmt::format("CHARACTER VARYING({})", shortest_varchar),
            "xs:string"}; // a view's that is all empty
}

std::vector<Holding> holdings_of(const archive::Connection& connection, const Relation& relation) {
    std::vector<Holding> holdings(relation.columns.size());
    each_stored_row(connection, relation, [&](const std::vector<Stored>& values) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            auto& holding = holdings[i];
            holding.integers |= std::holds_alternative<std::int64_t>(values[i]);
            holding.reals |= std::holds_alternative<double>(values[i]);
            holding.bytes |= std::holds_alternative<archive::Blob>(values[i]);
            if (const auto* text = std::get_if<std::string>(&values[i])) {
                holding.texts = true;
                holding.longest = std::max(holding.longest, unicode::code_points(*text).size());
            }
        }
    });
    return holdings;
}

std::vector<TypeOfColumn> types_of(const archive::Connection& connection, const Relation& relation) {
    const auto holdings = holdings_of(connection, relation);
    std::vector<TypeOfColumn> types;
    for (std::size_t i = 0; i < holdings.size(); ++i)
        types.push_back(type_of(relation.columns[i], holdings[i]));
    return types;
}

std::string folder_of(std::size_t table) {
    return fmt::format("table{}", table);
}

std::string lob_folder(std::size_t table, std::size_t column) {
    return fmt::format("schema0/{}/lob{}", folder_of(table), column + 1);
}

/// An element with its text, if there is one.
void tell(text::XmlWriter& xml, const char* name, const std::string& text) {
    if (!text.empty()) xml.leaf(name, {}, siard_text(text));
}

void write_columns(text::XmlWriter& xml, const Relation& relation, const std::vector<TypeOfColumn>& types,
                   std::optional<std::size_t> table) {
    xml.open("columns");
    for (std::size_t i = 0; i < relation.columns.size(); ++i) {
        const auto& column = relation.columns[i];
        xml.open("column");
        xml.leaf("name", {}, column.name);
        if (table && std::string_view(types[i].xml) == "blobType")
            xml.leaf("lobFolder", {}, lob_folder(*table, i));
        xml.leaf("type", {}, types[i].sql);
        tell(xml, "typeOriginal", column.type);
        xml.leaf("nullable", {}, column.may_be_null ? "true" : "false");
        tell(xml, "description", column.meaning);
        xml.close();
    }
    xml.close();
}

void write_key(text::XmlWriter& xml, const char* element, const std::string& name,
               const std::vector<std::string>& columns) {
    xml.open(element);
    xml.leaf("name", {}, name);
    for (const auto& column : columns)
        xml.leaf("column", {}, column);
    xml.close();
}

void write_foreign_keys(text::XmlWriter& xml, const Relation& relation) {
    if (relation.foreign_keys.empty()) return;
    xml.open("foreignKeys");
    for (std::size_t i = 0; i < relation.foreign_keys.size(); ++i) {
        const auto& key = relation.foreign_keys[i];
        xml.open("foreignKey");
        xml.leaf("name", {}, fmt::format("fk_{}_{}", relation.name, i + 1));
        xml.leaf("referencedSchema", {}, schema_name);
        xml.leaf("referencedTable", {}, key.table);
        for (const auto& [own, other] : key.pairs) {
            xml.open("reference");
            xml.leaf("column", {}, own);
            xml.leaf("referenced", {}, other);
            xml.close();
        }
        xml.leaf("deleteAction", {}, key.on_delete);
        xml.close();
    }
    xml.close();
}

void write_table_metadata(text::XmlWriter& xml, const archive::Connection& connection,
                          const Relation& relation, const std::vector<TypeOfColumn>& types,
                          std::size_t table) {
    xml.open("table");
    xml.leaf("name", {}, relation.name);
    xml.leaf("folder", {}, folder_of(table));
    tell(xml, "description", relation.meaning);
    write_columns(xml, relation, types, table);
    if (!relation.primary_key.empty())
        write_key(xml, "primaryKey", "pk_" + relation.name, relation.primary_key);
    write_foreign_keys(xml, relation);
    if (!relation.unique_keys.empty()) {
        xml.open("candidateKeys");
        for (std::size_t i = 0; i < relation.unique_keys.size(); ++i)
            write_key(xml, "candidateKey", fmt::format("uk_{}_{}", relation.name, i + 1),
                      relation.unique_keys[i]);
        xml.close();
    }
    xml.leaf("rows", {}, std::to_string(count_rows(connection, relation)));
    xml.close();
}

void write_view_metadata(text::XmlWriter& xml, const archive::Connection& connection,
                         const Relation& relation) {
    xml.open("view");
    xml.leaf("name", {}, relation.name);
    tell(xml, "queryOriginal", relation.sql);
    tell(xml, "description", relation.meaning);
    write_columns(xml, relation, types_of(connection, relation), std::nullopt);
    xml.leaf("rows", {}, std::to_string(count_rows(connection, relation)));
    xml.close();
}

std::string timespan_of(const Publication& publication) {
    if (!publication.first_year || !publication.last_year) return "not told";
    return fmt::format("evaluations of {}–{}", *publication.first_year, *publication.last_year);
}

/// No clock is asked: the day it is published, or the last on which the archive changed.
std::string day_of(const Publication& publication) {
    if (!publication.issued.empty()) return publication.issued;
    if (!publication.modified.empty()) return publication.modified;
    throw std::runtime_error(
        "a SIARD file tells the day it was made, and the archive has none: give --issued DAY");
}

void write_archive_metadata(text::XmlWriter& xml, const Publication& publication) {
    const auto words = words_about(publication);
    const auto& about = publication.about;
    xml.leaf("dbname", {}, siard_text(about.title.empty() ? words.title : about.title));
    tell(xml, "description", words.description + " " + words.rights);
    tell(xml, "archiver", about.contact);
    tell(xml, "archiverContact", about.email);
    xml.leaf("dataOwner", {}, siard_text(about.publisher.empty() ? "not told" : about.publisher));
    xml.leaf("dataOriginTimespan", {}, timespan_of(publication));
    xml.leaf("lobFolder", {}, "content");
    xml.leaf("producerApplication", {}, "kompass " KOMPASS_VERSION);
    xml.leaf("archivalDate", {}, day_of(publication));
    xml.leaf("databaseProduct", {}, "SQLite " + archive::library_version());
}

/// What a table holds, of which some are files beside it.
void write_rows(ZipFile& zip, const archive::Connection& connection, const Relation& relation,
                std::size_t table) {
    text::XmlWriter xml;
    xml.open("table", {{"xmlns", table_space},
                       {"xmlns:xsi", instance_space},
                       {"xsi:schemaLocation", fmt::format("{} {}.xsd", table_space, folder_of(table))},
                       {"version", format_version}});
    std::size_t record = 0;
    each_stored_row(connection, relation, [&](const std::vector<Stored>& values) {
        xml.open("row");
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto name = fmt::format("c{}", i + 1);
            if (const auto* whole = std::get_if<std::int64_t>(&values[i])) {
                xml.leaf(name, {}, std::to_string(*whole));
            } else if (const auto* real = std::get_if<double>(&values[i])) {
                xml.leaf(name, {}, fmt::format("{}", *real));
            } else if (const auto* text = std::get_if<std::string>(&values[i])) {
                xml.leaf(name, {}, siard_text(*text));
            } else if (const auto* blob = std::get_if<archive::Blob>(&values[i])) {
                const auto file = fmt::format("record{}.bin", record);
                xml.leaf(name, {{"file", file},
                                {"length", std::to_string(blob->bytes.size())},
                                {"digestType", "SHA-256"},
                                {"digest", read::sha256_hex(blob->bytes)}});
                zip.add("content/" + lob_folder(table, i) + "/" + file, blob->bytes);
            }
        }
        xml.close();
        ++record;
    });
    xml.close();
    zip.add(fmt::format("content/schema0/{0}/{0}.xml", folder_of(table)), std::move(xml).take());
}

/// Of a value that lies in a file.
void declare_blob(text::XmlWriter& xml) {
    xml.open("xs:complexType", {{"name", "blobType"}});
    xml.open("xs:simpleContent");
    xml.open("xs:extension", {{"base", "xs:hexBinary"}});
    for (const auto& [name, type] : {std::pair{"file", "xs:anyURI"}, std::pair{"length", "xs:integer"},
                                     std::pair{"digestType", "xs:string"}, std::pair{"digest", "xs:string"}})
        xml.leaf("xs:attribute", {{"name", name}, {"type", type}});
    for (int open = 0; open < 3; ++open)
        xml.close();
}

std::string table_schema(const Relation& relation, const std::vector<TypeOfColumn>& types) {
    text::XmlWriter xml;
    xml.open("xs:schema", {{"xmlns:xs", schema_space},
                           {"xmlns", table_space},
                           {"targetNamespace", table_space},
                           {"elementFormDefault", "qualified"},
                           {"attributeFormDefault", "unqualified"},
                           {"version", format_version}});
    xml.open("xs:element", {{"name", "table"}});
    xml.open("xs:complexType");
    xml.open("xs:sequence");
    xml.leaf("xs:element",
             {{"name", "row"}, {"type", "recordType"}, {"minOccurs", "0"}, {"maxOccurs", "unbounded"}});
    xml.close();
    xml.leaf("xs:attribute", {{"name", "version"}, {"type", "xs:string"}, {"use", "required"}});
    xml.close();
    xml.close();
    xml.open("xs:complexType", {{"name", "recordType"}});
    xml.open("xs:sequence");
    for (std::size_t i = 0; i < types.size(); ++i) {
        Attributes attributes{{"name", fmt::format("c{}", i + 1)}, {"type", types[i].xml}};
        if (relation.columns[i].may_be_null) attributes.emplace_back("minOccurs", "0");
        xml.leaf("xs:element", attributes);
    }
    xml.close();
    xml.close();
    if (std::any_of(types.begin(), types.end(),
                    [](const TypeOfColumn& type) { return std::string_view(type.xml) == "blobType"; }))
        declare_blob(xml);
    xml.close();
    return std::move(xml).take();
}

} // namespace

std::string siard_text(std::string_view text) {
    std::string written;
    char32_t before = 0;
    for (const char32_t point : unicode::code_points(text)) {
        const bool is_line_or_tab = point == U'\t' || point == U'\n' || point == U'\r';
        const bool is_code = (point < 0x20 && !is_line_or_tab) || (point >= 0x7F && point <= 0x9F) ||
                             point == U'\\' || point == 0xFFFE || point == 0xFFFF ||
                             (point == U' ' && before == U' ');
        written += is_code ? fmt::format("\\u{:04x}", static_cast<std::uint32_t>(point))
                           : unicode::utf8(std::u32string_view(&point, 1));
        before = point;
    }
    return written;
}

void write_siard(const archive::Connection& connection, const Publication& publication,
                 const std::filesystem::path& file) {
    ZipFile zip(file);
    text::XmlWriter xml;
    xml.open("siardArchive", {{"xmlns", metadata_space},
                              {"xmlns:xsi", instance_space},
                              {"xsi:schemaLocation", fmt::format("{} metadata.xsd", metadata_space)},
                              {"version", format_version}});
    write_archive_metadata(xml, publication);
    xml.open("schemas");
    xml.open("schema");
    xml.leaf("name", {}, schema_name);
    xml.leaf("folder", {}, "schema0");
    xml.open("tables");
    const auto all = relations(connection);
    for (std::size_t i = 0; i < all.size() && !all[i].is_view; ++i) {
        const auto types = types_of(connection, all[i]);
        write_table_metadata(xml, connection, all[i], types, i);
        write_rows(zip, connection, all[i], i);
        zip.add(fmt::format("content/schema0/{0}/{0}.xsd", folder_of(i)), table_schema(all[i], types));
    }
    xml.close();
    xml.open("views");
    for (const auto& relation : all)
        if (relation.is_view) write_view_metadata(xml, connection, relation);
    for (int open = 0; open < 3; ++open)
        xml.close();
    xml.leaf("users");
    xml.close();
    zip.add_folder(fmt::format("header/siardversion/{}/", format_version));
    zip.add("header/metadata.xsd", assets::siard_metadata_xsd);
    zip.add("header/metadata.xml", std::move(xml).take());
    zip.finish();
}

} // namespace kompass::publish
