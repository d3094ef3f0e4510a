#include "publish/site/linked_data.h"

#include "publish/site/page.h"
#include "publish/site/wordings.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace kompass::publish::site {
namespace {

using nlohmann::ordered_json;

ordered_json thing(const char* type, const std::string& name) {
    ordered_json json;
    json["@context"] = "https://schema.org";
    json["@type"] = type;
    json["name"] = name;
    json["inLanguage"] = "sv";
    return json;
}

void put_address(ordered_json& json, const std::string& base_url, const std::string& address) {
    if (base_url.empty()) return;
    json["@id"] = base_url + address;
    json["url"] = base_url + address;
}

void put_years(ordered_json& json, const SiteContent& content) {
    std::vector<int> years;
    for (const auto& report : content.reports)
        if (report.identity.year) years.push_back(*report.identity.year);
    if (years.empty()) return;
    const auto [first, last] = std::minmax_element(years.begin(), years.end());
    json["temporalCoverage"] = fmt::format("{}/{}", *first, *last);
}

} // namespace

std::string dataset_of(const SiteContent& content, const std::string& description,
                       const std::string& base_url) {
    auto json = thing("Dataset", std::string(say("site.name")));
    json["description"] = description;
    json["isAccessibleForFree"] = true;
    json["measurementTechnique"] = "Kommunkompassen";
    put_years(json, content);
    json["spatialCoverage"] = "Sverige";
    put_address(json, base_url, "");
    return in_script(json.dump());
}

std::string dataset_of(const MunicipalityContent& town, const std::string& description,
                       const std::vector<SiteFile>& files, const std::string& base_url) {
    auto json = thing("Dataset", town.name);
    json["description"] = description;
    json["isAccessibleForFree"] = true;
    json["spatialCoverage"] = town.name;
    json["distribution"] = ordered_json::array();
    for (const auto& file : files)
        json["distribution"].push_back(
            {{"@type", "DataDownload"},
             {"name", file.title},
             {"encodingFormat", file.media_type},
             {"contentUrl", base_url.empty() ? file.name : base_url + town.address + file.name}});
    put_address(json, base_url, town.address);
    return in_script(json.dump());
}

std::string report_data(const ReportContent& report, const std::string& date,
                        const std::vector<std::map<std::string, std::string>>& documents,
                        const std::string& base_url) {
    auto json = thing("Report", report.title());
    json["identifier"] = report.identity.key;
    json["about"] = {{"@type", "AdministrativeArea"},
                     {"name", report.identity.municipality},
                     {"identifier", report.identity.municipality_code}};
    if (!date.empty()) json["datePublished"] = date;
    json["isBasedOn"] = ordered_json::array();
    for (const auto& document : documents) {
        ordered_json source{{"@type", "DigitalDocument"},
                            {"name", document.at("source")},
                            {"identifier", "sha256:" + document.at("document")}};
        if (document.contains("url")) source["url"] = document.at("url");
        if (document.contains("publisher")) source["publisher"] = document.at("publisher");
        if (document.contains("licence")) source["license"] = document.at("licence");
        json["isBasedOn"].push_back(source);
    }
    put_address(json, base_url, report.address);
    return in_script(json.dump());
}

} // namespace kompass::publish::site
