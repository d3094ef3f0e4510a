#include "archive/upgrade/former_reports.h"

#include "archive/audit_rows.h"
#include "archive/decisions.h"
#include "archive/reader.h"
#include "archive/writer.h"
#include "audit/again.h"
#include "model/record_json.h"

#include <cstdint>
#include <string>
#include <vector>

namespace kompass::archive {
namespace {

struct Former {
    std::int64_t source = 0, report = 0;
    std::string record;
};

std::vector<Former> formers(const Connection& connection) {
    std::vector<Former> found;
    connection.each("SELECT source_id, report_id, record FROM former_report ORDER BY source_id", {},
                    [&](const Row& row) {
                        found.push_back({row.id("source_id"), row.id("report_id"), row.text("record")});
                    });
    return found;
}

/// Where there were corrections the audit spoke of the figures with them; of a document it tells what that
/// prints.
void audit_as_published(Connection& connection) {
    std::vector<std::int64_t> reports;
    connection.each("SELECT DISTINCT r.id FROM report r JOIN source s ON s.id = r.source_id "
                    "JOIN correction c ON c.sha256 = s.sha256",
                    {}, [&](const Row& row) { reports.push_back(row.id("id")); });
    for (const auto report : reports) {
        auto record = read_report(connection, report);
        audit::audit_again(record);
        write_audit(connection, report, record);
    }
}

} // namespace

void take_in_former_reports(Connection& connection) {
    for (const auto& former : formers(connection))
        write_report_again(connection, former.source, former.report, record_from_json(former.record), {});
    take_in_corrections(connection);
    audit_as_published(connection);
    connection.script("DROP TABLE former_report; DROP TABLE correction");
}

} // namespace kompass::archive
