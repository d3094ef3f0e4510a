// What the pages of a site are made of: the archive's evaluations with their addresses, the standings of each
// edition, and what each report says as far as other pages than its own show it.
//
// All of it is asked of the enquiries that rank, compare, trend and similar ask, so that a page and a command
// never differ. Plain values; gathered within one transaction.
#pragma once

#include "archive/connection.h"
#include "enquiry/course.h"
#include "enquiry/distribution.h"
#include "enquiry/edition_lessons.h"
#include "enquiry/figures.h"
#include "enquiry/reports.h"
#include "enquiry/role_models.h"
#include "enquiry/standings.h"
#include "model/instrument.h"
#include "publish/site/addresses.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kompass::publish::site {

/// What reports of an edition state of one thing, best first, and how that is spread.
struct Standing {
    enquiry::Subject subject;
    enquiry::Ranking ranking;
    std::optional<enquiry::Distribution> distribution;

    /// The report's place; null: it is not ranked.
    [[nodiscard]] const enquiry::RankedReport* of(std::int64_t report) const;
    /// How many reports have a place.
    [[nodiscard]] int ranked() const;
};

struct QuestionContent {
    std::string number;
    std::vector<enquiry::Printed<std::string>> wordings; ///< the most frequent first
    Standing standing;

    /// As most reports put it.
    [[nodiscard]] std::string text() const {
        return wordings.empty() ? std::string() : wordings.front().value;
    }
};

struct AreaContent {
    std::string title; ///< as most reports print it
    Standing standing;
    std::vector<QuestionContent> questions; ///< in order of number
};

struct EditionContent {
    std::string id;
    Standing total;
    std::array<AreaContent, area_count> areas;

    [[nodiscard]] const AreaContent& area(int number) const {
        return areas.at(static_cast<std::size_t>(number) - 1);
    }
};

/// What other pages show of a report.
struct ReportContent {
    enquiry::ReportIdentity identity;
    std::string address;
    std::optional<int> month;
    std::string apart{}; ///< in place of the year, where the municipality has others of it: "maj 2017"
    std::vector<enquiry::Line> lines; ///< all areas together first, if they are stated
    std::array<std::vector<std::string>, area_count> strengths, improvements;
    std::optional<bool> whole;             ///< no part is damaged or missing; nullopt: not accounted for
    std::map<archive::State, int> figures; ///< how many are in which state

    /// "Köping 2017", "Köping maj 2017"; no other report has the same.
    [[nodiscard]] std::string title() const;
    /// "2017", or what tells it from others of that year.
    [[nodiscard]] std::string year() const;
    [[nodiscard]] const enquiry::Line* line(const std::string& number) const;
};

/// "oktober 2017", "2017"
[[nodiscard]] std::string time_of(const ReportContent& report);

struct MunicipalityContent {
    std::string address, name, code, county;
    std::vector<std::size_t> reports; ///< oldest first; those without a year last
    enquiry::Course course;
};

struct SiteContent {
    std::vector<ReportContent> reports; ///< by municipality, then year
    std::vector<MunicipalityContent> municipalities;
    std::vector<std::size_t> nameless; ///< reports whose municipality is not known: they may be of any number
    std::vector<EditionContent> editions; ///< oldest first
    std::vector<enquiry::RoleModelNaming> role_models;
    std::map<std::int64_t, std::size_t> by_id; ///< of reports
    std::map<std::string, std::vector<std::int64_t>> shared_addresses;

    [[nodiscard]] const ReportContent& report(std::int64_t id) const { return reports.at(by_id.at(id)); }
    [[nodiscard]] const EditionContent* edition(const std::string& id) const;
    /// What the editions call an area, each title once: that of most reports first. Empty: none has a title.
    [[nodiscard]] std::vector<std::string> titles_of(int area) const;
    /// nullptr: nobody knows which one.
    [[nodiscard]] const MunicipalityContent* municipality_of(const ReportContent& report) const;
    /// Of those with a year, if there are any.
    [[nodiscard]] const ReportContent& latest_of(const MunicipalityContent& town) const;
};

/// But for what each report says, which its own page reads too.
[[nodiscard]] SiteContent site_content(const archive::Connection& connection);

} // namespace kompass::publish::site
