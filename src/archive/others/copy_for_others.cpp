#include "archive/others/copy_for_others.h"

#include "archive/outside/description.h"
#include "text/file_name.h"
#include "text/unicode.h"

namespace kompass::archive {
namespace {

/// Early archives hold names of files in bytes that are no UTF-8, which other programs do not take for text.
void write_file_names_as_text(Connection& connection) {
    for (const std::string table : {"source", "trouble"}) {
        std::vector<std::string> names;
        connection.each("SELECT DISTINCT CAST(file AS BLOB) AS name FROM " + table, {},
                        [&](const Row& row) { names.push_back(row.blob("name")); });
        for (const auto& name : names)
            if (!unicode::is_valid_utf8(name))
                connection.run("UPDATE " + table + " SET file = ? WHERE CAST(file AS BLOB) = ?",
                               {text::file_name_text(name), Blob{name}});
    }
}

/// A decision is never changed in an archive; in a copy for others its author is.
void name_nobody(Connection& connection) {
    const auto trigger = connection.texts("SELECT sql FROM sqlite_schema WHERE name = 'decision_stays'");
    connection.script("DROP TRIGGER decision_stays");
    // Through names that nobody has, for somebody may be called "person 2".
    for (const auto& [author, nobody] : names_for_others(connection))
        for (const std::string table : {"decision", "refused_correction"})
            connection.run("UPDATE " + table + " SET author = ? WHERE author = ?", {"\n" + nobody, author});
    for (const std::string table : {"decision", "refused_correction"})
        connection.run("UPDATE " + table + " SET author = substr(author, 2)");
    connection.script(trigger.at(0));
}

} // namespace

std::map<std::string, std::string> names_for_others(const Connection& connection) {
    auto authors = connection.texts("SELECT author FROM decision GROUP BY author ORDER BY min(id)");
    for (auto& author : connection.texts("SELECT DISTINCT author FROM refused_correction WHERE author NOT IN "
                                         "(SELECT author FROM decision) ORDER BY author"))
        authors.push_back(std::move(author));
    std::map<std::string, std::string> names;
    for (const auto& author : authors)
        names.emplace(author, "person " + std::to_string(names.size() + 1));
    return names;
}

void prepare_for_others(Connection& copy, const Copying& how) {
    copy.script("DELETE FROM ocr_page; DELETE FROM ocr_engine; DELETE FROM source_path; "
                "UPDATE run SET command = ''");
    write_file_names_as_text(copy);
    if (!how.with_names) name_nobody(copy);
    if (how.version.empty()) return;
    auto description = find_description(copy);
    description.version = how.version;
    description.released = how.released;
    keep_description(copy, description);
}

} // namespace kompass::archive
