#include "enquiry/reports.h"

#include "archive/outside/lasting_municipalities.h"
#include "enquiry/former_reports.h"
#include "text/unicode.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

namespace kompass::enquiry {

namespace {

using archive::Connection;
using archive::Row;

constexpr auto identities = R"sql(
SELECT e.report_id AS id, e.key, e.municipality, e.municipality_code, c.name AS county, e.year, e.edition, d.instrument,
       s.file, s.sha256
FROM evaluation e
JOIN report r ON r.id = e.report_id
JOIN source s ON s.id = r.source_id
LEFT JOIN municipality m ON m.code = e.municipality_code
LEFT JOIN county c ON c.code = m.county_code
LEFT JOIN edition d ON d.id = e.edition
)sql";

constexpr auto summaries = R"sql(
SELECT e.report_id AS id, e.key, e.municipality, e.municipality_code, c.name AS county, e.year, e.edition, d.instrument,
       s.file, s.sha256, e.points, e.parts,
       e.questions, e.findings, e.inconsistencies, e.doubtful
FROM evaluation e
JOIN report r ON r.id = e.report_id
JOIN source s ON s.id = r.source_id
LEFT JOIN municipality m ON m.code = e.municipality_code
LEFT JOIN county c ON c.code = m.county_code
LEFT JOIN edition d ON d.id = e.edition
)sql";

void read_identity(const Row& row, ReportIdentity& report) {
    report.id = row.id("id");
    report.key = row.text("key");
    report.municipality = row.text("municipality");
    report.municipality_code = row.text("municipality_code");
    report.county = row.text("county");
    report.year = row.optional_integer("year");
    report.edition = row.text("edition");
    report.instrument = row.text("instrument");
    report.file = row.text("file");
    report.sha256 = row.text("sha256");
}

/// What the municipality of each is called now.
template <typename Report>
void tell_lasting(const archive::LastingMunicipalities& municipalities, std::vector<Report>& reports) {
    for (auto& report : reports) {
        const auto* lasting = municipalities.of(report.municipality_code, report.municipality);
        report.code_now = lasting == nullptr ? "" : lasting->code;
        report.name_now = lasting == nullptr || lasting->name.empty() ? report.municipality : lasting->name;
    }
}

bool stands_before(const ReportIdentity& a, const ReportIdentity& b) {
    const int names = unicode::compare_swedish(a.municipality, b.municipality);
    const auto rest = [](const ReportIdentity& report) {
        return std::tuple(!report.year.has_value(), report.year, report.key, report.id);
    };
    if (a.municipality.empty() != b.municipality.empty()) return b.municipality.empty();
    return names != 0 ? names < 0 : rest(a) < rest(b);
}

bool is_all_of(std::string_view text, std::string_view characters) {
    return !text.empty() && text.find_first_not_of(characters) == std::string_view::npos;
}

constexpr std::string_view digits = "0123456789";

bool names_id(const ReportIdentity& report, std::string_view reference) {
    return reference == std::to_string(report.id);
}

bool names_key(const ReportIdentity& report, std::string_view reference) {
    return unicode::lower(reference) == report.key;
}

bool is_hash(std::string_view reference) {
    constexpr std::size_t least_digits = 6;
    return reference.size() >= least_digits && is_all_of(reference, "0123456789abcdef");
}

bool names_hash(const ReportIdentity& report, std::string_view reference) {
    const auto start = unicode::lower(reference);
    return is_hash(start) && report.sha256.starts_with(start);
}

/// With or without folder and ending.
bool names_file(const ReportIdentity& report, std::string_view reference) {
    const auto base = std::filesystem::path(reference).filename();
    return base == report.file || base == std::filesystem::path(report.file).stem();
}

/// What `reference` may name in the register: "köpings kommun" is also "köpings" and "köping".
std::vector<std::string> names_in(std::string reference) {
    std::vector<std::string> names{std::move(reference)};
    for (const std::string_view ending : {" kommun", " stad"}) {
        const auto& given = names.front();
        if (!given.ends_with(ending)) continue;
        names.push_back(given.substr(0, given.size() - ending.size()));
        if (names.back().ends_with('s')) names.push_back(names.back().substr(0, names.back().size() - 1));
        break;
    }
    return names;
}

/// A report, with all that its municipality has been called and numbered.
struct Candidate {
    ReportIdentity report;
    std::vector<std::string> names, codes;
};

std::vector<Candidate> with_names(const archive::LastingMunicipalities& municipalities,
                                  std::vector<ReportIdentity> reports) {
    std::vector<Candidate> candidates;
    candidates.reserve(reports.size());
    for (auto& report : reports) {
        const auto* lasting = municipalities.of(report.municipality_code, report.municipality);
        auto& candidate = candidates.emplace_back();
        if (lasting != nullptr) {
            candidate.names = lasting->names;
            candidate.codes = lasting->codes;
        } else if (!report.municipality.empty()) {
            candidate.names = {report.municipality};
        }
        candidate.report = std::move(report);
    }
    return candidates;
}

using Spelling = std::string (*)(std::string_view);

bool is_one_of(const std::vector<std::string>& names, std::string_view phrase, Spelling spelling) {
    const auto meant = names_in(spelling(phrase));
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        return std::find(meant.begin(), meant.end(), spelling(name)) != meant.end();
    });
}

/// "Köping", "Köpings kommun" or either with the year; `spelling` makes names comparable.
bool names_municipality(const ReportIdentity& report, const std::vector<std::string>& names,
                        std::string_view reference, Spelling spelling) {
    if (is_one_of(names, reference, spelling)) return true;
    const auto blank = reference.find_last_of(' ');
    if (blank == std::string_view::npos || !report.year) return false;
    const auto year = reference.substr(blank + 1);
    return is_all_of(year, digits) && year == std::to_string(*report.year) &&
           is_one_of(names, reference.substr(0, reference.find_last_not_of(' ', blank) + 1), spelling);
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Those whose spelling fits exactly, else those of the code, else those that fit without diacritics.
std::vector<ReportIdentity> find_among(const std::vector<Candidate>& all, std::string_view asked) {
    const auto those = [&](const std::function<bool(const Candidate&)>& named) {
        std::vector<ReportIdentity> found;
        for (const auto& candidate : all)
            if (named(candidate)) found.push_back(candidate.report);
        return found;
    };
    auto found = those([&](const Candidate& one) {
        const auto& report = one.report;
        return names_id(report, asked) || names_key(report, asked) || names_hash(report, asked) ||
               names_file(report, asked) || names_municipality(report, one.names, asked, unicode::lower);
    });
    for (const auto borne : {&Candidate::codes, &Candidate::names})
        if (found.empty())
            found = those([&](const Candidate& one) {
                return names_municipality(one.report, one.*borne, asked, unicode::folded);
            });
    return found;
}

/// All that `reference` may name, and others: by indexes, since `find_among` looks at each closely.
class Candidates {
public:
    Candidates(const Connection& connection, const archive::LastingMunicipalities& municipalities,
               std::string_view reference)
        : connection_(connection) {
        const auto asked = unicode::lower(reference);
        add("SELECT id FROM evaluation WHERE key = ?", {asked});
        constexpr std::size_t most_digits = 18;
        if (is_all_of(reference, digits) && reference.size() <= most_digits)
            add("SELECT id FROM evaluation WHERE report_id = ?",
                {std::int64_t{std::stoll(std::string(reference))}});
        if (is_hash(asked)) add_by_source("s.sha256 >= ?1 AND s.sha256 < ?1 || 'g'", asked);
        // With its ending or without; a slash comes right after a full stop.
        const auto base = std::filesystem::path(reference).filename().string();
        add_by_source("s.file = ?1", base);
        add_by_source("s.file >= ?1 || '.' AND s.file < ?1 || '/'", base);
        for (const auto& name :
             connection_.texts("SELECT DISTINCT municipality FROM evaluation WHERE municipality > ''"))
            if (may_mean(reference, {name})) add("SELECT id FROM evaluation WHERE municipality = ?", {name});
        for (const auto& one : municipalities.all())
            if (may_mean(reference, one.names) || may_mean(reference, one.codes))
                for (const auto& code : one.codes)
                    add("SELECT id FROM evaluation WHERE municipality_code = ?", {code});
    }

    [[nodiscard]] std::vector<ReportIdentity> reports() const {
        std::vector<ReportIdentity> reports;
        const auto one = std::string(identities) + " WHERE e.id = ?";
        for (const auto id : ids_)
            connection_.each(one, {id}, [&](const Row& row) { read_identity(row, reports.emplace_back()); });
        std::sort(reports.begin(), reports.end(), stands_before);
        return reports;
    }

private:
    void add(std::string_view sql, const archive::Values& values) {
        connection_.each(sql, values, [&](const Row& row) { ids_.insert(row.id("id")); });
    }

    void add_by_source(const std::string& condition, const std::string& value) {
        add("SELECT e.id FROM source s CROSS JOIN report r ON r.source_id = s.id "
            "CROSS JOIN evaluation e ON e.report_id = r.id WHERE " +
                condition,
            {value});
    }

    /// With or without the year behind it.
    static bool may_mean(std::string_view reference, const std::vector<std::string>& names) {
        return is_one_of(names, reference, unicode::folded) ||
               is_one_of(names, reference.substr(0, reference.find_last_of(' ')), unicode::folded);
    }

    const Connection& connection_;
    std::set<std::int64_t> ids_;
};

} // namespace

int count_reports(const Connection& connection) {
    return static_cast<int>(connection.number("SELECT count(*) FROM evaluation").value_or(0));
}

std::vector<ReportIdentity> list_reports(const Connection& connection) {
    std::vector<ReportIdentity> reports;
    connection.each(identities, {}, [&](const Row& row) { read_identity(row, reports.emplace_back()); });
    tell_lasting(archive::LastingMunicipalities(connection), reports);
    std::sort(reports.begin(), reports.end(), stands_before);
    return reports;
}

std::vector<ReportSummary> summarize_reports(const Connection& connection) {
    std::vector<ReportSummary> reports;
    connection.each(summaries, {}, [&](const Row& row) {
        auto& report = reports.emplace_back();
        read_identity(row, report);
        report.points = row.optional_decimal("points");
        report.questions = row.integer("questions");
        report.findings = row.integer("findings");
        report.inconsistencies = row.integer("inconsistencies");
        report.doubtful = row.integer("doubtful");
        report.parts = row.text("parts");
    });
    tell_lasting(archive::LastingMunicipalities(connection), reports);
    std::sort(reports.begin(), reports.end(), stands_before);
    return reports;
}

std::optional<int> month_of(const Connection& connection, std::int64_t report) {
    const auto month = connection.number("SELECT month FROM evaluation WHERE report_id = ?", {report});
    return month ? std::optional(static_cast<int>(*month)) : std::nullopt;
}

std::int64_t report_of_source(const Connection& connection, const std::string& sha256) {
    return connection
        .number("SELECT r.id FROM report r JOIN source s ON s.id = r.source_id WHERE s.sha256 = ?", {sha256})
        .value();
}

std::vector<ReportIdentity> find_reports(const Connection& connection, std::string_view reference) {
    const auto asked = trimmed(reference);
    const archive::LastingMunicipalities municipalities(connection);
    auto found = find_among(
        with_names(municipalities, Candidates(connection, municipalities, asked).reports()), asked);
    if (found.empty()) found = find_among(with_names(municipalities, former_identities(connection)), asked);
    tell_lasting(municipalities, found);
    return found;
}

} // namespace kompass::enquiry
