#include "enquiry/sources.h"

#include "archive/reader.h"

namespace kompass::enquiry {

std::vector<SourceName> list_sources(const archive::Connection& connection) {
    std::vector<SourceName> sources;
    connection.each("SELECT file, sha256 FROM source ORDER BY file, sha256", {},
                    [&](const archive::Row& row) {
                        sources.push_back({row.text("file"), row.text("sha256")});
                    });
    return sources;
}

std::vector<archive::FailedSource> list_failures(const archive::Connection& connection) {
    std::vector<archive::FailedSource> failures;
    connection.each("SELECT id, file, sha256 FROM source WHERE status = 'failed' ORDER BY id", {},
                    [&](const archive::Row& row) {
                        failures.push_back(
                            {row.text("file"), row.text("sha256"), read_troubles(connection, row.id("id"))});
                    });
    return failures;
}

std::size_t reports_without_reading(const archive::Connection& connection) {
    return static_cast<std::size_t>(connection
                                        .number("SELECT count(*) FROM source WHERE status = 'taken' AND "
                                                "sha256 NOT IN (SELECT sha256 FROM reading)")
                                        .value());
}

std::vector<TakenSource> taken_sources(const archive::Connection& connection) {
    std::vector<TakenSource> sources;
    connection.each("SELECT s.sha256, p.path FROM source s LEFT JOIN source_path p USING (sha256) "
                    "WHERE s.status = 'taken' ORDER BY s.sha256, p.path",
                    {}, [&](const archive::Row& row) {
                        const auto sha256 = row.text("sha256");
                        if (sources.empty() || sources.back().sha256 != sha256)
                            sources.push_back({sha256, {}});
                        if (!row.is_null("path")) sources.back().paths.push_back(row.text("path"));
                    });
    return sources;
}

std::vector<std::string> source_paths(const archive::Connection& connection) {
    std::vector<std::string> paths;
    connection.each(
        "SELECT path FROM source_path JOIN source USING (sha256) JOIN report ON source_id = source.id "
        "ORDER BY path",
        {}, [&](const archive::Row& row) { paths.push_back(row.text("path")); });
    return paths;
}

} // namespace kompass::enquiry
