#include "publish/export/catalogue.h"

#include <algorithm>
#include <cctype>

namespace kompass::publish {
namespace {

constexpr auto authority = "http://publications.europa.eu/resource/authority/";
constexpr auto publisher_types = "http://purl.org/adms/publishertype/";
constexpr auto cc0 = "http://creativecommons.org/publicdomain/zero/1.0/";

Reference of_authority(const std::string& path) {
    return {authority + path};
}

/// Ends with a stroke, so that names of files can follow; empty where it is not told.
std::string base_of(const Publication& publication) {
    const auto& address = publication.about.address;
    return address.empty() || address.ends_with('/') ? address : address + "/";
}

std::string media_type(const std::string& format) {
    if (format == "sqlite") return "application/vnd.sqlite3";
    if (format == "jsonl") return "application/json";
    if (format == "xlsx") return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    if (format == "sql") return "application/sql";
    if (format == "siard") return "application/zip";
    return "text/csv";
}

/// In an address a name of a file has no signs but these.
std::string in_address(const std::string& name) {
    constexpr std::string_view plain = "-._~", digits = "0123456789ABCDEF";
    std::string written;
    for (const char sign : name) {
        const auto code = static_cast<unsigned char>(sign);
        if (code < 0x80 && (std::isalnum(code) != 0 || plain.find(sign) != std::string_view::npos))
            written += sign;
        else
            written += {'%', digits[code >> 4], digits[code & 0xF]};
    }
    return written;
}

Resource publisher_of(const Publication& publication) {
    Resource publisher{base_of(publication) + "#publisher", "foaf:Agent"};
    const auto& about = publication.about;
    publisher.say("foaf:name", Literal{about.publisher.empty() ? "utgivare ej angiven" : about.publisher});
    if (!about.publisher_type.empty())
        publisher.say("dcterms:type", Reference{publisher_types + in_address(about.publisher_type)});
    return publisher;
}

Resource catalog_of(const Publication& publication) {
    const auto base = base_of(publication);
    const auto words = words_about(publication);
    Resource catalog{base + "#catalog", "dcat:Catalog"};
    const auto& title = publication.about.title;
    catalog.say_in_both("dcterms:title",
                        !title.empty()     ? title
                        : words.is_swedish ? "Kommunkompassens arkiv"
                                           : "Arkiv: " + words.names,
                        "The archive of " + words.names);
    catalog.say_in_both("dcterms:description", words.description_sv, words.description);
    catalog.say("dcterms:publisher", Reference{base + "#publisher"});
    catalog.say("dcterms:license", Reference{cc0});
    catalog.say("dcterms:language", of_authority("language/SWE"));
    catalog.say("dcat:themeTaxonomy", of_authority("data-theme"));
    if (!base.empty()) catalog.say("foaf:homepage", Reference{base});
    catalog.say_day("dcterms:issued", publication.issued);
    catalog.say_day("dcterms:modified", publication.modified);
    catalog.say("dcat:dataset", Reference{base + "#dataset"});
    return catalog;
}

std::string distribution_id(const Publication& publication, const PublishedForm& form) {
    return base_of(publication) + "#" + form.format;
}

/// One data set in one form, however many files that is.
Resource distribution_of(const Publication& publication, const PublishedForm& form) {
    const auto base = base_of(publication);
    const auto words = words_about(publication);
    Resource distribution{distribution_id(publication, form), "dcat:Distribution"};
    distribution.say_in_both("dcterms:title", words.names + " som " + form.format,
                             words.names + " as " + form.format);
    distribution.say("dcat:accessURL", Reference{base.empty() ? "./" : base});
    std::uintmax_t bytes = 0;
    for (const auto& file : form.files) {
        distribution.say("dcat:downloadURL", Reference{base + in_address(file.name)});
        bytes += file.bytes;
    }
    distribution.say_text("dcterms:format", media_type(form.format));
    distribution.say("dcat:byteSize", Literal{std::to_string(bytes), "", "xsd:nonNegativeInteger"});
    if (!publication.about.licence.empty())
        distribution.say("dcterms:license", Reference{publication.about.licence});
    Resource rights{"", "dcterms:RightsStatement"};
    rights.say_in_both("rdfs:label", words.rights_sv, words.rights);
    distribution.say("dcterms:rights", std::move(rights));
    distribution.say_day("dcterms:issued", publication.issued);
    distribution.say_day("dcterms:modified", publication.modified);
    if (form.format == "datapackage") {
        Resource standard{"https://specs.frictionlessdata.io/tabular-data-package/", "dcterms:Standard"};
        standard.say("dcterms:title", Literal{"Tabular Data Package", "en"});
        distribution.say("dcterms:conformsTo", std::move(standard));
    }
    return distribution;
}

/// A file that the data were read from.
Resource source_of(const std::string& file, const FileOrigin& origin) {
    Resource source{origin.url, "prov:Entity"};
    source.say_text("dcterms:title", file);
    if (!origin.publisher.empty())
        source.say("dcterms:publisher",
                   Resource{"", "foaf:Agent", {{"foaf:name", Literal{origin.publisher}}}});
    if (!origin.licence.empty())
        source.say("dcterms:license",
                   Resource{"", "dcterms:LicenseDocument", {{"rdfs:label", Literal{origin.licence}}}});
    source.say_day("dcterms:date", origin.retrieved);
    source.say_text("rdfs:comment", origin.note);
    return source;
}

Resource contact_of(const Publication& publication) {
    Resource contact{base_of(publication) + "#contact", "vcard:Organization"};
    contact.say_text("vcard:fn", publication.about.contact);
    contact.say("vcard:hasEmail", Reference{"mailto:" + publication.about.email});
    return contact;
}

std::string access_right(std::string access) {
    std::replace(access.begin(), access.end(), '-', '_');
    std::transform(access.begin(), access.end(), access.begin(),
                   [](unsigned char sign) { return static_cast<char>(std::toupper(sign)); });
    return "access-right/" + access;
}

bool has_contact(const Publication& publication) {
    return !publication.about.contact.empty() && !publication.about.email.empty();
}

/// What the profile recommends of a data set beside its texts.
void tell_extent(Resource& dataset, const Publication& publication) {
    const auto words = words_about(publication);
    if (words.is_swedish) {
        dataset.say("dcterms:language", of_authority("language/SWE"));
        dataset.say("dcterms:spatial", of_authority("country/SWE"));
    }
    if (publication.first_year && publication.last_year) {
        Resource period{"", "dcterms:PeriodOfTime"};
        period.say("dcat:startDate", Literal{std::to_string(*publication.first_year), "", "xsd:gYear"});
        period.say("dcat:endDate", Literal{std::to_string(*publication.last_year), "", "xsd:gYear"});
        dataset.say("dcterms:temporal", std::move(period));
    }
    Resource provenance{"", "dcterms:ProvenanceStatement"};
    provenance.say_in_both("rdfs:label", words.source, words.source);
    dataset.say("dcterms:provenance", std::move(provenance));
    for (const auto& [file, origin] : publication.origins)
        dataset.say("prov:wasDerivedFrom", source_of(file, origin));
}

Resource dataset_of(const Publication& publication) {
    const auto base = base_of(publication);
    const auto words = words_about(publication);
    const auto& about = publication.about;
    Resource dataset{base + "#dataset", "dcat:Dataset"};
    dataset.say_in_both("dcterms:title", about.title.empty() ? words.title_sv : about.title, words.title);
    dataset.say_in_both("dcterms:description", words.description_sv, words.description);
    dataset.say("dcterms:publisher", Reference{base + "#publisher"});
    if (has_contact(publication)) dataset.say("dcat:contactPoint", contact_of(publication));
    dataset.say("dcat:theme", of_authority("data-theme/GOVE"));
    for (const auto* keyword : {"kommuner", "utvärdering", "Kommunkompassen"})
        dataset.say("dcat:keyword", Literal{keyword, "sv"});
    if (!about.access.empty()) dataset.say("dcterms:accessRights", of_authority(access_right(about.access)));
    if (!base.empty()) dataset.say("dcat:landingPage", Reference{base});
    dataset.say_text("dcat:version", about.version);
    dataset.say_day("dcterms:issued", publication.issued);
    dataset.say_day("dcterms:modified", publication.modified);
    tell_extent(dataset, publication);
    for (const auto& form : publication.forms)
        dataset.say("dcat:distribution", Reference{distribution_id(publication, form)});
    return dataset;
}

} // namespace

std::vector<Resource> catalogue(const Publication& publication) {
    std::vector<Resource> resources{catalog_of(publication), publisher_of(publication),
                                    dataset_of(publication)};
    for (const auto& form : publication.forms)
        resources.push_back(distribution_of(publication, form));
    return resources;
}

std::vector<std::string> missing(const Publication& publication) {
    const auto& about = publication.about;
    std::vector<std::string> names;
    const auto want = [&](const std::string& told, const char* name) {
        if (told.empty()) names.emplace_back(name);
    };
    want(about.address, "base-url");
    want(about.publisher, "publisher");
    want(about.publisher_type, "publisher-type");
    want(about.contact, "contact");
    want(about.email, "email");
    want(about.licence, "licence");
    want(about.access, "access");
    return names;
}

} // namespace kompass::publish
