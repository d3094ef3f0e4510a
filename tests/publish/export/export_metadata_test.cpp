#include "publish/export/export_metadata.h"

#include "enquiry/export_tables.h"
#include "publish/export/catalogue.h"
#include "publish/export/export_folder.h"
#include "tests/support/json_schema.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include <unistd.h>

using namespace kompass;
using namespace kompass::publish;
using nlohmann::json;

namespace {

namespace fs = std::filesystem;

/// A folder of its own, gone with the object.
struct Folder {
    Folder() : path(fs::temp_directory_path() / ("kompass-export-" + std::to_string(getpid()))) {
        fs::remove_all(path);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    Folder(Folder&&) = delete;
    Folder& operator=(Folder&&) = delete;
    ~Folder() { fs::remove_all(path); }

    fs::path path;
};

std::string content_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

Publication publication_of(const std::string& format) {
    Publication publication;
    publication.about.publisher = "Ankeborgs arkiv";
    publication.reports = 3;
    publication.whole = 2;
    publication.first_year = 2012;
    publication.last_year = 2018;
    publication.forms = {{format, {}}};
    for (const auto& table : enquiry::export_tables())
        publication.forms.front().files.push_back({table.name + ".csv", 7, std::string(64, 'a')});
    return publication;
}

std::string dcat(const Publication& publication) {
    return json_ld(catalogue(publication));
}

/// The node of a JSON-LD graph with that id.
json node(const json& document, const std::string& id) {
    for (const auto& node : document.at("@graph"))
        if (node.at("@id") == id) return node;
    return {};
}

} // namespace

TEST_SUITE("publish") {

    TEST_CASE("datapackage.json obeys the profile, and names what there is") {
        std::ifstream file(KOMPASS_SOURCE_DIR "/tests/support/tabular-data-package.schema.json");
        const testing::JsonSchema profile(json::parse(file));
        auto package = json::parse(data_package(publication_of("datapackage")));
        CHECK(profile.offence(package) == "");
        if (const char* published = std::getenv("KOMPASS_DATA_PACKAGE_PROFILE")) {
            std::ifstream published_file(published);
            CHECK(testing::JsonSchema(json::parse(published_file)).offence(package) == "");
        } else {
            MESSAGE(
                "not held to the published profile: $KOMPASS_DATA_PACKAGE_PROFILE may name its JSON Schema");
        }

        REQUIRE(package.at("resources").size() == enquiry::export_tables().size());
        std::set<std::string> names;
        for (const auto& resource : package.at("resources")) {
            names.insert(resource.at("name"));
            std::set<std::string> fields;
            for (const auto& field : resource.at("schema").at("fields"))
                CHECK(fields.insert(field.at("name")).second);
            for (const auto& key : resource.at("schema").value("primaryKey", json::array()))
                CHECK(fields.count(key) == 1);
            for (const auto& key : resource.at("schema").value("foreignKeys", json::array())) {
                CHECK(fields.count(key.at("fields")) == 1);
                CHECK(names.count(key.at("reference").at("resource")) == 1);
            }
        }
        CHECK(package.at("contributors").at(0).at("title") == "Ankeborgs arkiv");
        CHECK(package.at("description").get<std::string>().find("2 of them are whole") != std::string::npos);
        package.at("resources").at(1).at("hash") = "sha256:xyz";
        CHECK(profile.offence(package) != "");
    }

    TEST_CASE("a package without a publisher names none") {
        auto publication = publication_of("datapackage");
        publication.about.publisher.clear();
        CHECK_FALSE(json::parse(data_package(publication)).contains("contributors"));
    }

    TEST_CASE("DCAT-AP-SE: catalogue, data set and distribution have what must be there") {
        const auto document = json::parse(dcat(publication_of("csv")));
        const auto catalogue = node(document, "#catalog");
        CHECK(catalogue.at("@type") == "dcat:Catalog");
        CHECK(catalogue.at("dcat:dataset").at("@id") == "#dataset");
        const auto dataset = node(document, "#dataset");
        for (const auto& part : {catalogue, dataset})
            for (const auto* property : {"dcterms:title", "dcterms:description", "dcterms:publisher"})
                CHECK_MESSAGE(part.contains(property), property);
        CHECK(dataset.at("dcterms:title").at(0).at("@language") == "sv");
        CHECK(dataset.at("dcterms:temporal").at("dcat:startDate").at("@value") == "2012");
        const auto publisher = node(document, dataset.at("dcterms:publisher").at("@id"));
        CHECK(publisher.at("@type") == "foaf:Agent");
        CHECK(publisher.at("foaf:name") == "Ankeborgs arkiv");
        const auto distribution = node(document, dataset.at("dcat:distribution").at("@id"));
        CHECK(distribution.at("@type") == "dcat:Distribution");
        CHECK(distribution.contains("dcat:accessURL"));
        CHECK(distribution.at("dcat:downloadURL").size() == enquiry::export_tables().size());
        // Every prefix in use is declared.
        for (const auto& part : document.at("@graph"))
            for (const auto& [key, value] : part.items())
                if (key.front() != '@')
                    CHECK_MESSAGE(document.at("@context").contains(key.substr(0, key.find(':'))), key);
    }

    TEST_CASE("where files came from is told in each form, as far as it is known") {
        auto publication = publication_of("datapackage");
        publication.origins = {{"a.pdf", {"https://skr.se/a.pdf", "SKR", "2024-05-01", "CC0", "ny"}},
                               {"b.pdf", {"", "Arkivet", "", "", ""}}};
        std::ifstream file(KOMPASS_SOURCE_DIR "/tests/support/tabular-data-package.schema.json");
        const testing::JsonSchema profile(json::parse(file));
        const auto package = json::parse(data_package(publication));
        CHECK(profile.offence(package) == "");
        const auto& sources = package.at("sources");
        REQUIRE(sources.size() == 3);
        CHECK(sources.at(1) == json{{"title", "a.pdf"},
                                    {"path", "https://skr.se/a.pdf"},
                                    {"publisher", "SKR"},
                                    {"retrieved", "2024-05-01"},
                                    {"licence", "CC0"},
                                    {"note", "ny"}});
        CHECK(sources.at(2) == json{{"title", "b.pdf"}, {"publisher", "Arkivet"}});

        const auto dataset = node(json::parse(dcat(publication)), "#dataset");
        REQUIRE(dataset.at("prov:wasDerivedFrom").size() == 2);
        CHECK(dataset.at("prov:wasDerivedFrom").at(0).at("@id") == "https://skr.se/a.pdf");
        CHECK(dataset.at("prov:wasDerivedFrom").at(0).at("dcterms:license").at("rdfs:label") == "CC0");
        CHECK_FALSE(dataset.at("prov:wasDerivedFrom").at(1).contains("@id"));
        CHECK(json::parse(datasette_metadata(publication, "k")).at("about") ==
              "Where 2 files came from is told in documents and reports");
        CHECK_FALSE(
            node(json::parse(dcat(publication_of("csv"))), "#dataset").contains("prov:wasDerivedFrom"));
    }

    TEST_CASE("data of another instrument are called after it, and are not said to be Swedish") {
        auto publication = publication_of("datapackage");
        publication.instruments = {"Kommunkompassen"};
        CHECK(data_package(publication) == data_package(publication_of("datapackage")));
        publication.instruments = {"Byspeilet", "Kommunkompassen"};
        CHECK(json::parse(data_package(publication)).at("title") ==
              "Byspeilet, Kommunkompassen: evaluations of municipalities");
        CHECK_FALSE(node(json::parse(dcat(publication)), "#dataset").contains("dcterms:spatial"));
        CHECK(node(json::parse(dcat(publication_of("csv"))), "#dataset").contains("dcterms:spatial"));
    }

    TEST_CASE("without a year there is no period") {
        auto publication = publication_of("jsonl");
        publication.first_year = publication.last_year = std::nullopt;
        CHECK_FALSE(node(json::parse(dcat(publication)), "#dataset").contains("dcterms:temporal"));
    }

    TEST_CASE("Datasette is told of every exported view") {
        const auto metadata = json::parse(datasette_metadata(publication_of("sqlite"), "k"));
        const auto& tables = metadata.at("databases").at("k").at("tables");
        for (const auto& table : enquiry::export_tables())
            CHECK_MESSAGE(tables.contains(table.view), table.view);
        CHECK(tables.at("reports").at("columns").contains("document"));
    }

    TEST_CASE("an export's files appear whole, in place of older ones, or not at all") {
        const Folder folder;
        ExportFolder files(folder.path / "a" / "b", "no.db");
        files.write("x.csv", "old");
        files.write("x.csv", "abc");
        CHECK(content_of(folder.path / "a/b/x.csv") == "abc");
        CHECK(files.files().back().bytes == 3);
        CHECK(files.files().back().sha256 ==
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        CHECK_THROWS_AS(files.make("x.csv",
                                   [](const fs::path& partial) {
                                       std::ofstream(partial) << "half";
                                       throw std::runtime_error("broken off");
                                   }),
                        std::runtime_error);
        CHECK(content_of(folder.path / "a/b/x.csv") == "abc");
        CHECK(std::distance(fs::directory_iterator(folder.path / "a/b"), {}) == 1);
        CHECK_THROWS_AS(files.stream("no/such.csv", [](std::ostream&) {}), std::runtime_error);
        CHECK_THROWS_AS(ExportFolder(folder.path / "a" / "b" / "x.csv", "no.db"), std::runtime_error);
    }

    TEST_CASE("an export replaces neither the archive it is of nor a database in use") {
        const Folder folder;
        fs::create_directories(folder.path);
        const auto source = folder.path / "k.db";
        std::ofstream(source) << "the archive";
        fs::create_symlink(source, folder.path / "link.db");
        ExportFolder files(folder.path, folder.path / "link.db");
        for (const auto* name : {"k.db", "link.db"})
            CHECK_THROWS_WITH_AS(files.write(name, "x"), doctest::Contains("is the archive itself"),
                                 std::runtime_error);
        std::ofstream(folder.path / "other.db") << "another";
        std::ofstream(folder.path / "other.db-wal") << "what it was about to become";
        CHECK_THROWS_WITH_AS(files.write("other.db", "x"), doctest::Contains("in use"), std::runtime_error);
        CHECK(content_of(source) == "the archive");
        CHECK(content_of(folder.path / "other.db") == "another");
        CHECK(files.files().empty());
    }

} // TEST_SUITE
