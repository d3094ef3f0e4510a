#include "publish/site/addresses.h"

#include "read/sha256.h"
#include "text/slug.h"
#include "text/unicode.h"

#include <fmt/format.h>

#include <algorithm>

namespace kompass::publish::site {
namespace {

/// As the name of a folder, which file systems hold to 255 bytes: what of it is cut off stands as a hash
/// behind it, so that it stays another than others.
std::string folder_name(const std::string& name) {
    constexpr std::size_t most = 120; // bytes; a path has several of them
    constexpr std::size_t hash_digits = 12;
    if (name.size() <= most) return name;
    return name.substr(0, most - hash_digits - 1) + "-" + read::sha256_hex(name).substr(0, hash_digits);
}

/// What of its lasting key ("se-1983-2017-10") is behind country and municipality: "2017-10".
std::string end_of_key(const enquiry::ReportIdentity& report) {
    const auto town =
        report.municipality_code.empty() ? text::slug(report.municipality) : report.municipality_code;
    const auto at = town.empty() ? std::string::npos : report.key.find("-" + town + "-");
    const auto end = at == std::string::npos ? report.key : report.key.substr(at + town.size() + 2);
    return folder_name(end.empty() ? report.key : end);
}

/// Reports of unknown municipalities share no year, for they may be of any.
bool is_known(const enquiry::ReportIdentity& report) {
    return !report.municipality.empty();
}

} // namespace

std::string area_address(int area) {
    return fmt::format("omrade/{}/", area);
}

std::string edition_address(const std::string& edition) {
    return fmt::format("utgava/{}/", folder_name(text::slug(edition)));
}

std::string question_address(const std::string& edition, const std::string& number) {
    return fmt::format("fraga/{}/{}/", folder_name(text::slug(edition)), number);
}

/// With its code a name is no more than a help to readers, and å ä ö may be plain; without, it must be told
/// from others. Whatever it was called then, its reports lie together.
std::string municipality_address(const enquiry::ReportIdentity& report) {
    if (!report.code_now.empty())
        return fmt::format(
            "kommun/{}/",
            folder_name(fmt::format("{}-{}", report.code_now, text::slug(unicode::folded(report.name_now)))));
    const auto name = text::slug(report.name_now);
    return fmt::format("kommun/{}/", name.empty() ? "okand" : folder_name(name));
}

std::string page_address(const std::string& report, int page) {
    return fmt::format("{}sida/{}/", report, page);
}

ReportAddresses::ReportAddresses(const std::vector<enquiry::ReportIdentity>& reports) {
    std::map<std::string, std::vector<const enquiry::ReportIdentity*>> years;
    for (const auto& report : reports)
        years[municipality_address(report) +
              (is_known(report) && report.year ? std::to_string(*report.year) : end_of_key(report)) + "/"]
            .push_back(&report);
    for (const auto& [address, sharing] : years) {
        if (sharing.size() == 1) {
            addresses_.emplace(sharing.front()->id, address);
            continue;
        }
        for (const auto* report : sharing) {
            addresses_.emplace(report->id, municipality_address(*report) + end_of_key(*report) + "/");
            shared_[address].push_back(report->id);
        }
    }
}

std::string way_up(std::string_view address) {
    std::string way;
    for (auto left = std::count(address.begin(), address.end(), '/'); left > 0; --left)
        way += "../";
    return way;
}

std::string link(std::string_view from, std::string_view to) {
    return way_up(from) + std::string(to) + "index.html";
}

} // namespace kompass::publish::site
