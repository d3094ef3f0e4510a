// Where pages of the site stand: addresses that last and can be read.
//
// An address is a folder's path from the site's top: "kommun/1983-koping/2017/". It follows from the
// municipality's code and name, year, edition and number alone, not from the archive or the order of taking
// in. Where a municipality has two evaluations in one year each has the end of its lasting key ("2017-10"),
// and the year's own address leads to both. Links are relative and name index.html, so that pages work from a
// folder. A long name is cut, with a hash in place of its end. Pure; no errors.
#pragma once

#include "enquiry/reports.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kompass::publish::site {

[[nodiscard]] std::string area_address(int area);
[[nodiscard]] std::string edition_address(const std::string& edition);
[[nodiscard]] std::string question_address(const std::string& edition, const std::string& number);
[[nodiscard]] std::string municipality_address(const enquiry::ReportIdentity& report);
/// "sida/7/" below a report's.
[[nodiscard]] std::string page_address(const std::string& report, int page);

/// Of all reports, by their numbers in the archive.
class ReportAddresses {
public:
    explicit ReportAddresses(const std::vector<enquiry::ReportIdentity>& reports);

    [[nodiscard]] const std::string& of(std::int64_t report) const { return addresses_.at(report); }
    [[nodiscard]] bool has(std::int64_t report) const { return addresses_.contains(report); }
    /// The addresses of years that several evaluations share, with the numbers of their reports.
    [[nodiscard]] const std::map<std::string, std::vector<std::int64_t>>& shared() const { return shared_; }

private:
    std::map<std::int64_t, std::string> addresses_;
    std::map<std::string, std::vector<std::int64_t>> shared_;
};

/// From a page to the site's top: "../../", empty at the top.
[[nodiscard]] std::string way_up(std::string_view address);
/// The link from the page at `from` to the page at `to`.
[[nodiscard]] std::string link(std::string_view from, std::string_view to);

} // namespace kompass::publish::site
