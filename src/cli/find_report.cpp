#include "cli/find_report.h"

#include "cli/help/did_you_mean.h"
#include "text/file_name.h"
#include "text/fitting.h"
#include "text/language.h"
#include "text/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <tuple>

namespace kompass::cli {
namespace {

using Reports = std::vector<enquiry::ReportIdentity>;

[[noreturn]] void raise_ambiguous(const std::string& reference, const Reports& found) {
    auto message = text::tr("'{}' may be any of {}; name one by its key or id:", reference,
                            text::counted(found.size(), "report"));
    for (const auto& report : found) {
        const auto year = report.year ? fmt::format(" {}", *report.year) : "";
        message += fmt::format("\n  {}  {}  {}{} ({})", report.key, report.id, report.municipality, year,
                               report.file);
    }
    throw std::runtime_error(message);
}

/// The reference without a year at its end; empty if it has none.
std::string without_year(const std::string& reference) {
    constexpr std::size_t year_digits = 4;
    const auto blank = reference.find_last_of(' ');
    if (blank == std::string::npos) return {};
    const auto year = reference.substr(blank + 1);
    const bool is_year =
        year.size() == year_digits && year.find_first_not_of("0123456789") == std::string::npos;
    return is_year ? reference.substr(0, blank) : "";
}

/// Why there is none, with what may be meant.
[[noreturn]] void raise_missing(const archive::Archive& archive, const std::string& reference) {
    const auto name = without_year(reference);
    std::vector<std::string> years;
    std::vector<std::string> names;
    archive.consult([&](const archive::Connection& connection) {
        if (!name.empty())
            for (const auto& report : enquiry::find_reports(connection, name))
                if (report.year) years.push_back(std::to_string(*report.year));
        for (const auto& report : enquiry::list_reports(connection))
            names.insert(names.end(), {report.municipality, report.key, report.file});
    });
    if (!years.empty())
        throw std::runtime_error(text::tr("no report '{}': of {} there {} {}", reference, name,
                                          years.size() == 1 ? text::tr("is") : text::tr("are"),
                                          text::joined(years, ", ")));
    const auto meant = did_you_mean(name.empty() ? reference : name, names);
    throw std::runtime_error(text::tr("no report '{}'", reference) +
                             (meant.empty() ? text::tr(": kompass list shows those there are") : meant));
}

Reports find_some(const archive::Archive& archive, const std::string& given) {
    // The name of a file may be given as it is, in bytes that are no text, or as we print it.
    const auto reference = unicode::is_valid_utf8(given) ? given : text::file_name_text(given);
    auto found = archive.consult(
        [&](const archive::Connection& connection) { return enquiry::find_reports(connection, reference); });
    if (found.empty()) raise_missing(archive, reference);
    return found;
}

bool is_number(const std::string& word) {
    return !word.empty() && word.find_first_not_of("0123456789") == std::string::npos;
}

/// "Köping" "2017" is one reference; "Upplands" "Väsby" are two.
std::vector<std::string> references_in(const std::vector<std::string>& words) {
    constexpr std::size_t year_digits = 4;
    std::vector<std::string> references;
    for (const auto& word : words) {
        const bool year = is_number(word) && word.size() == year_digits;
        if (year && !references.empty() && !is_number(references.back()))
            references.back() += " " + word;
        else
            references.push_back(word);
    }
    return references;
}

/// Throws if they are of several municipalities: files may have the same name.
void require_one_municipality(const std::string& reference, const Reports& found) {
    const bool one_municipality =
        std::all_of(found.begin(), found.end(), [&](const enquiry::ReportIdentity& report) {
            return report.is_of_same_municipality(found.front());
        });
    if (found.size() > 1 && !one_municipality) raise_ambiguous(reference, found);
}

/// Reports without a year count as the oldest.
enquiry::ReportIdentity latest(const std::string& reference, const Reports& found) {
    require_one_municipality(reference, found);
    return *std::max_element(found.begin(), found.end(),
                             [](const enquiry::ReportIdentity& a, const enquiry::ReportIdentity& b) {
                                 return std::tie(a.year, a.id) < std::tie(b.year, b.id);
                             });
}

} // namespace

enquiry::ReportIdentity find_report(const archive::Archive& archive, const std::vector<std::string>& words) {
    const auto reference = text::joined(words, " ");
    auto found = find_some(archive, reference);
    if (found.size() > 1) raise_ambiguous(reference, found);
    return found.front();
}

enquiry::ReportIdentity find_latest_report(const archive::Archive& archive,
                                           const std::vector<std::string>& words) {
    const auto reference = text::joined(words, " ");
    return latest(reference, find_some(archive, reference));
}

std::vector<enquiry::ReportIdentity> find_reports(const archive::Archive& archive,
                                                  const std::vector<std::string>& words) {
    std::vector<enquiry::ReportIdentity> reports;
    for (const auto& reference : references_in(words))
        reports.push_back(latest(reference, find_some(archive, reference)));
    return reports;
}

std::vector<enquiry::ReportIdentity> find_all_reports(const archive::Archive& archive,
                                                      const std::string& reference) {
    auto found = find_some(archive, reference);
    require_one_municipality(reference, found);
    return found;
}

} // namespace kompass::cli
