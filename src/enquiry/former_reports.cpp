#include "enquiry/former_reports.h"

#include "model/record_facts.h"
#include "model/record_json.h"

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

} // namespace

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
