#include "enquiry/former_reports.h"

#include "archive/accounts.h"
#include "model/record_facts.h"
#include "model/record_json.h"

#include <fmt/format.h>

#include <utility>

namespace kompass::enquiry {
namespace {

using archive::Connection;
using archive::Row;

/// A former report is kept as the text of its record; SQLite finds in it what it is asked for.
constexpr auto formers = "SELECT f.report_id AS id, s.file, s.sha256, "
                         "json_extract(f.record, '$.municipality.name') AS municipality, "
                         "json_extract(f.record, '$.municipality.code') AS municipality_code, "
                         "json_extract(f.record, '$.evaluation.year') AS year, "
                         "json_extract(f.record, '$.edition') AS edition "
                         "FROM former_report f JOIN source s ON s.id = f.source_id ORDER BY f.report_id";

/// One of several files of an evaluation.
struct Member {
    std::int64_t report = 0;
    std::string file;
    Account account;
};

/// By the source whose report is current; those without an account are left out.
std::map<std::int64_t, std::vector<Member>> members_by_evaluation(const Connection& connection) {
    std::map<std::int64_t, std::vector<Member>> evaluations;
    const auto add = [&](const Row& row, std::optional<Account> account) {
        if (account)
            evaluations[row.id("current")].push_back(
                {row.id("report"), row.text("file"), *std::move(account)});
    };
    connection.each(
        "SELECT r.id AS report, s.file, s.id AS current FROM report r JOIN source s "
        "ON s.id = r.source_id WHERE s.id IN (SELECT superseded_by FROM former_report) ORDER BY s.id",
        {}, [&](const Row& row) { add(row, archive::read_account(connection, row.id("report"))); });
    connection.each("SELECT f.report_id AS report, s.file, f.superseded_by AS current, f.record "
                    "FROM former_report f JOIN source s ON s.id = f.source_id ORDER BY s.id",
                    {}, [&](const Row& row) { add(row, record_from_json(row.text("record")).account); });
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
                           row.text("sha256")});
    });
    return reports;
}

std::vector<FormerReport> list_former_reports(const Connection& connection) {
    std::vector<FormerReport> reports;
    for (auto& identity : former_identities(connection))
        connection.each("SELECT f.record, s.file AS current_file, f.reason, f.why FROM former_report f "
                        "JOIN source s ON s.id = f.superseded_by WHERE f.report_id = ?",
                        {identity.id}, [&](const Row& row) {
                            const auto record = record_from_json(row.text("record"));
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
        "WITH asked AS (SELECT id FROM source WHERE sha256 = ?) "
        "SELECT f.superseded_by = asked.id AS is_current, other.file AS other_file, f.reason, f.why "
        "FROM asked JOIN former_report f ON f.source_id = asked.id OR f.superseded_by = asked.id "
        "JOIN source other ON other.id = f.source_id + f.superseded_by - asked.id "
        "ORDER BY f.source_id",
        {sha256}, [&](const Row& row) {
            list.push_back({row.integer("is_current") != 0, row.text("other_file"), row.text("reason"),
                            row.text("why")});
        });
    return list;
}

} // namespace kompass::enquiry
