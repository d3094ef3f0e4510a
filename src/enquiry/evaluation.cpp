#include "enquiry/evaluation.h"

#include "archive/error.h"

#include <fmt/format.h>

namespace kompass::enquiry {

EvaluationName evaluation_of(const archive::Connection& connection, std::int64_t report) {
    EvaluationName name;
    connection.each("SELECT e.key, e.report_id, e.municipality, e.municipality_code, e.edition, "
                    "(SELECT count(*) FROM evaluation o WHERE o.edition = e.edition) AS of_edition "
                    "FROM evidence v JOIN evaluation e ON e.id = v.evaluation_id WHERE v.report_id = ?",
                    {report}, [&](const archive::Row& row) {
                        name = {row.text("key"),          row.id("report_id"),
                                row.text("municipality"), row.text("municipality_code"),
                                row.text("edition"),      row.integer("of_edition")};
                    });
    if (name.key.empty())
        throw archive::ArchiveError(
            fmt::format("archive {}: there is no report {}; `kompass list` shows those "
                        "there are",
                        connection.file().string(), report));
    return name;
}

} // namespace kompass::enquiry
