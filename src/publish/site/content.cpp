#include "publish/site/content.h"

#include "publish/site/wordings.h"
#include "text/unicode.h"

#include <fmt/format.h>

#include <algorithm>

namespace kompass::publish::site {
namespace {

Standing standing_of(const archive::Connection& connection, const std::string& edition,
                     enquiry::Subject subject) {
    Standing standing{.subject = std::move(subject), .ranking = {}, .distribution = {}};
    standing.ranking = enquiry::ranking(connection, edition, standing.subject);
    standing.distribution = enquiry::distribution_of(standing.ranking, standing.subject);
    return standing;
}

EditionContent edition_content(const archive::Connection& connection, const std::string& id) {
    EditionContent edition{.id = id, .total = standing_of(connection, id, {}), .areas = {}};
    for (const auto& printed : enquiry::edition_lessons(connection, id).areas) {
        auto& area = edition.areas.at(static_cast<std::size_t>(printed.number) - 1);
        if (!printed.titles.empty()) area.title = printed.titles.front().value;
        for (const auto& question : printed.questions)
            area.questions.push_back({question.number, question.wordings,
                                      standing_of(connection, id, {printed.number, question.number})});
    }
    for (int number = 1; number <= area_count; ++number)
        edition.areas.at(static_cast<std::size_t>(number) - 1).standing =
            standing_of(connection, id, {number, ""});
    return edition;
}

std::optional<int> printed_month(const archive::Connection& connection,
                                 const enquiry::ReportIdentity& report) {
    const auto month = enquiry::month_of(connection, report.id);
    return month && *month >= 1 && *month <= static_cast<int>(months.size()) ? month : std::nullopt;
}

/// Where it lies now.
std::string county_of(const archive::LastingMunicipalities& municipalities,
                      const enquiry::ReportIdentity& report) {
    const auto* lasting = municipalities.of(report.municipality_code, report.municipality);
    return lasting == nullptr ? report.county : lasting->county;
}

/// Of reports that share a title, with what they are told apart by.
template <typename Words>
void tell_apart(std::vector<ReportContent>& reports, const Words& words_of) {
    std::map<std::string, std::vector<ReportContent*>> titled;
    for (auto& report : reports)
        titled[report.title()].push_back(&report);
    for (const auto& [title, sharing] : titled)
        if (sharing.size() > 1)
            for (auto* report : sharing)
                report->apart = words_of(*report);
}

} // namespace

const enquiry::RankedReport* Standing::of(std::int64_t report) const {
    const auto found = std::find_if(ranking.reports.begin(), ranking.reports.end(),
                                    [&](const auto& one) { return one.report.id == report && one.rank; });
    return found == ranking.reports.end() ? nullptr : &*found;
}

int Standing::ranked() const {
    return static_cast<int>(std::count_if(ranking.reports.begin(), ranking.reports.end(),
                                          [](const auto& one) { return one.rank.has_value(); }));
}

std::string ReportContent::title() const {
    const auto name =
        identity.municipality.empty() ? std::string(say("unknown.municipality")) : identity.municipality;
    return fmt::format("{} {}", name, year());
}

std::string ReportContent::year() const {
    if (!apart.empty()) return apart;
    return identity.year ? std::to_string(*identity.year) : std::string(say("unknown.year"));
}

std::string time_of(const ReportContent& report) {
    if (!report.identity.year) return std::string(say("unknown.year"));
    if (!report.month) return std::to_string(*report.identity.year);
    return fmt::format("{} {}", months.at(static_cast<std::size_t>(*report.month) - 1),
                       *report.identity.year);
}

const enquiry::Line* ReportContent::line(const std::string& number) const {
    const auto found =
        std::find_if(lines.begin(), lines.end(), [&](const auto& one) { return one.number == number; });
    return found == lines.end() ? nullptr : &*found;
}

const EditionContent* SiteContent::edition(const std::string& id) const {
    const auto found =
        std::find_if(editions.begin(), editions.end(), [&](const auto& one) { return one.id == id; });
    return found == editions.end() ? nullptr : &*found;
}

std::vector<std::string> SiteContent::titles_of(int area) const {
    struct Title {
        std::string words;
        std::size_t reports;
    };
    std::vector<Title> titles;
    const auto add = [&](const EditionContent& edition) {
        const auto& printed = edition.area(area);
        if (printed.title.empty()) return;
        const auto known = std::find_if(titles.begin(), titles.end(), [&](const Title& one) {
            return unicode::folded(one.words) == unicode::folded(printed.title);
        });
        auto& title = known == titles.end() ? titles.emplace_back(Title{printed.title, 0}) : *known;
        title.reports += printed.standing.ranking.reports.size();
    };
    std::for_each(editions.rbegin(), editions.rend(), add); // spelt as in the newest
    std::stable_sort(titles.begin(), titles.end(),
                     [](const Title& a, const Title& b) { return a.reports > b.reports; });
    std::vector<std::string> words(titles.size());
    std::transform(titles.begin(), titles.end(), words.begin(), [](const Title& one) { return one.words; });
    return words;
}

const MunicipalityContent* SiteContent::municipality_of(const ReportContent& report) const {
    if (report.identity.municipality.empty()) return nullptr;
    const auto address = municipality_address(report.identity);
    return &*std::find_if(municipalities.begin(), municipalities.end(),
                          [&](const auto& one) { return one.address == address; });
}

const ReportContent& SiteContent::latest_of(const MunicipalityContent& town) const {
    const auto dated = std::find_if(town.reports.rbegin(), town.reports.rend(),
                                    [&](std::size_t at) { return reports[at].identity.year.has_value(); });
    return reports.at(dated == town.reports.rend() ? town.reports.back() : *dated);
}

SiteContent site_content(const archive::Connection& connection) {
    SiteContent content;
    const archive::LastingMunicipalities municipalities(connection);
    const auto identities = enquiry::list_reports(connection);
    const ReportAddresses addresses(identities);
    content.shared_addresses = addresses.shared();
    for (const auto& identity : identities) {
        content.by_id.emplace(identity.id, content.reports.size());
        auto& report = content.reports.emplace_back();
        report.identity = identity;
        report.address = addresses.of(identity.id);
        report.month = printed_month(connection, identity);
        report.lines = enquiry::area_lines(connection, identity.id);
        if (identity.municipality.empty()) {
            content.nameless.push_back(content.reports.size() - 1);
            continue;
        }
        const auto address = municipality_address(identity);
        auto town = std::find_if(content.municipalities.begin(), content.municipalities.end(),
                                 [&](const auto& one) { return one.address == address; });
        if (town == content.municipalities.end())
            town = content.municipalities.insert(town, {.address = address,
                                                        .name = identity.name_now,
                                                        .code = identity.code_now,
                                                        .county = county_of(municipalities, identity),
                                                        .reports = {},
                                                        .course = {}});
        town->reports.push_back(content.reports.size() - 1);
    }
    tell_apart(content.reports, time_of);
    tell_apart(content.reports,
               [](const auto& report) { return fmt::format("{} ({})", report.year(), report.identity.key); });
    for (auto& town : content.municipalities) {
        std::stable_sort(town.reports.begin(), town.reports.end(), [&](std::size_t a, std::size_t b) {
            const auto& one = content.reports[a].identity.year;
            const auto& other = content.reports[b].identity.year;
            return std::pair(!one, one) < std::pair(!other, other);
        });
        town.course =
            enquiry::course_of(connection, municipalities, town.code.empty() ? town.name : town.code);
        town.course.municipality = town.name;
    }
    for (const auto& edition : enquiry::editions_in_use(connection))
        content.editions.push_back(edition_content(connection, edition));
    content.role_models = enquiry::role_models(connection, "", std::nullopt);
    return content;
}

} // namespace kompass::publish::site
