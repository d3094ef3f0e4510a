#include "enquiry/former_reports.h"

#include "archive/accounts.h"
#include "archive/reader.h"
#include "model/record_facts.h"

#include <fmt/format.h>

#include <utility>

namespace kompass::enquiry {
namespace {

using archive::Connection;
using archive::Row;

/// A former report is one that another document of its evaluation is preferred to.
constexpr auto formers =
    "SELECT r.id, s.file, s.sha256, r.municipality, r.municipality_code, r.year, r.edition, v.key, "
    "d.instrument "
    "FROM evidence e JOIN evaluation v ON v.id = e.evaluation_id JOIN report r ON r.id = e.report_id "
    "JOIN source s ON s.id = r.source_id LEFT JOIN edition d ON d.id = r.edition WHERE e.rank > 1 ORDER BY "
    "r.id";

/// One of several files of an evaluation.
struct Member {
    std::int64_t report = 0;
    std::string file;
    Account account;
};

/// By evaluation, the preferred one first; those without an account are left out.
std::map<std::int64_t, std::vector<Member>> members_by_evaluation(const Connection& connection) {
    std::map<std::int64_t, std::vector<Member>> evaluations;
    connection.each("SELECT e.evaluation_id AS evaluation, r.id AS report, s.file FROM evidence e "
                    "JOIN report r ON r.id = e.report_id JOIN source s ON s.id = r.source_id "
                    "WHERE e.evaluation_id IN (SELECT evaluation_id FROM evidence WHERE rank > 1) "
                    "ORDER BY e.evaluation_id, e.rank > 1, s.id",
                    {}, [&](const Row& row) {
                        if (auto account = archive::read_account(connection, row.id("report")))
                            evaluations[row.id("evaluation")].push_back(
                                {row.id("report"), row.text("file"), *std::move(account)});
                    });
    return evaluations;
}

/// Each part once, with the first file that has it.
std::string lacks(const Member& member, const std::vector<Member>& others) {
    auto known = member.account;
    std::string text;
    for (const auto& other : others) {
        const auto parts = lacking(known, other.account);
        if (parts.empty()) continue;
        text += fmt::format("{}{}: found in {}", text.empty() ? "" : "; ", in_words(parts), other.file);
        for (auto part : parts) {
            part.state = PartState::found;
            known.parts.insert(known.parts.begin(), std::move(part));
        }
    }
    return text;
}

} // namespace

std::map<std::int64_t, std::string> list_lacks(const Connection& connection) {
    std::map<std::int64_t, std::string> told;
    for (const auto& [current, members] : members_by_evaluation(connection))
        for (const auto& member : members)
            if (auto text = lacks(member, members); !text.empty()) told[member.report] = std::move(text);
    return told;
}

std::vector<ReportIdentity> former_identities(const Connection& connection) {
    std::vector<ReportIdentity> reports;
    connection.each(formers, {}, [&](const Row& row) {
        reports.push_back({row.id("id"), row.text("municipality"), row.text("municipality_code"), "",
                           row.optional_integer("year"), row.text("edition"), row.text("file"),
                           row.text("sha256"), row.text("key"), row.text("instrument"), true});
    });
    return reports;
}

std::vector<FormerReport> list_former_reports(const Connection& connection) {
    std::vector<FormerReport> reports;
    for (auto& identity : former_identities(connection))
        connection.each("SELECT s.file AS current_file, e.reason, e.why FROM evidence e "
                        "JOIN evidence first ON first.evaluation_id = e.evaluation_id AND first.rank = 1 "
                        "JOIN report r ON r.id = first.report_id JOIN source s ON s.id = r.source_id "
                        "WHERE e.report_id = ?",
                        {identity.id}, [&](const Row& row) {
                            const auto record = archive::read_report(connection, identity.id);
                            reports.push_back({std::move(identity), points_in_all(record.areas),
                                               doubtful_fields(record), summary(record.account),
                                               row.text("current_file"), row.text("reason"),
                                               row.text("why")});
                        });
    return reports;
}

std::vector<Succession> list_successions(const Connection& connection, const std::string& sha256) {
    std::vector<Succession> list;
    connection.each(
        "SELECT own.rank = 1 AS is_current, other_source.file AS other_file, "
        "CASE own.rank WHEN 1 THEN other.reason ELSE own.reason END AS reason, "
        "CASE own.rank WHEN 1 THEN other.why ELSE own.why END AS why "
        "FROM source s JOIN report r ON r.source_id = s.id JOIN evidence own ON own.report_id = r.id "
        "JOIN evidence other ON other.evaluation_id = own.evaluation_id AND other.rank <> own.rank "
        "AND (own.rank = 1 OR other.rank = 1) "
        "JOIN report o ON o.id = other.report_id JOIN source other_source ON other_source.id = o.source_id "
        "WHERE s.sha256 = ? ORDER BY other_source.id",
        {sha256}, [&](const Row& row) {
            list.push_back({row.integer("is_current") != 0, row.text("other_file"), row.text("reason"),
                            row.text("why")});
        });
    return list;
}

std::vector<UnsureMatch> list_unsure_matches(const Connection& connection) {
    std::vector<UnsureMatch> matches;
    connection.each("SELECT min(a.key, b.key) AS one, max(a.key, b.key) AS other, u.why FROM unsure_match u "
                    "JOIN evaluation a ON a.id = u.evaluation_id JOIN evaluation b ON b.id = u.other_id "
                    "ORDER BY one, other",
                    {}, [&](const Row& row) {
                        matches.push_back({row.text("one"), row.text("other"), row.text("why")});
                    });
    return matches;
}

} // namespace kompass::enquiry
