#include "publish/export/export.h"

#include "archive/others/relations.h"
#include "archive/outside/known_sheet.h"
#include "archive/outside/own_municipalities.h"
#include "archive/reader.h"
#include "enquiry/export_tables.h"
#include "enquiry/former_reports.h"
#include "enquiry/reports.h"
#include "model/record_json.h"
#include "publish/export/catalogue.h"
#include "publish/export/documents.h"
#include "publish/export/export_metadata.h"
#include "publish/export/export_workbook.h"
#include "publish/export/siard.h"
#include "read/unfinished_file.h"

#include <algorithm>

namespace kompass::publish {
namespace {

namespace fs = std::filesystem;

const std::string base_name = "kommunkompassen"; ///< of exports that are one file, without its ending

std::string csv_of(const archive::Connection& connection, const enquiry::ExportTable& table,
                   text::CsvDialect dialect) {
    using Type = enquiry::ExportColumn::Type;
    std::vector<std::string> fields;
    for (const auto& column : table.columns)
        fields.push_back(column.name);
    auto text = std::string(text::csv_begin(dialect)) + text::csv_line(fields, dialect);
    each_row(connection, table, [&](const enquiry::ExportRow& row) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            fields[i] = row[i].value_or("");
            if (table.columns[i].type == Type::number || table.columns[i].of_figures)
                fields[i] = text::csv_figures(fields[i], dialect);
        }
        text += text::csv_line(fields, dialect);
    });
    return text;
}

void write_tables(const archive::Connection& connection, text::CsvDialect dialect, ExportFolder& folder) {
    for (const auto& table : enquiry::export_tables())
        folder.write(table.name + ".csv", csv_of(connection, table, dialect));
}

void write_records(const archive::Connection& connection, ExportFolder& folder) {
    folder.stream("records.jsonl", [&](std::ostream& out) {
        const auto write = [&](const enquiry::ReportIdentity& report) {
            out << to_json(archive::read_report(connection, report.id), report.key) << '\n';
        };
        for (const auto& report : enquiry::list_reports(connection))
            write(report);
        auto formers = enquiry::former_identities(connection); // evidence too, and decisions may hang there
        std::sort(formers.begin(), formers.end(),
                  [](const auto& a, const auto& b) { return a.sha256 < b.sha256; });
        for (const auto& report : formers)
            write(report);
    });
}

/// What other publications give is of no record: a sheet for kompass known import.
void write_known(const archive::Connection& connection, ExportFolder& folder) {
    const auto all = archive::list_known_totals(connection);
    if (!all.empty()) folder.write("known.csv", archive::known_sheet(all));
}

/// A record names its municipality by code and name: a register for kompass load --municipalities.
void write_municipalities(const archive::Connection& connection, ExportFolder& folder) {
    const auto own = archive::list_own_municipalities(connection);
    if (!own.empty()) folder.write("municipalities.csv", archive::register_of(own));
}

void write_database(const archive::Archive& archive, ExportFolder& folder) {
    folder.make(database_file(), [&](const fs::path& partial) {
        archive.publish(partial);
        fs::permissions(partial, fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
    });
}

/// What was told for this export alone goes before what the archive says.
archive::Description told_last(archive::Description about, const archive::Description& now) {
    using archive::Description;
    for (auto field :
         {&Description::title, &Description::publisher, &Description::publisher_type, &Description::contact,
          &Description::email, &Description::licence, &Description::access, &Description::address})
        if (!(now.*field).empty()) about.*field = now.*field;
    return about;
}

void write_data(const archive::Connection& connection, const std::string& form,
                const Publication& publication, ExportFolder& folder) {
    if (form == "jsonl") {
        write_records(connection, folder);
        write_known(connection, folder);
        write_municipalities(connection, folder);
    } else if (form == "xlsx") {
        folder.make(base_name + ".xlsx",
                    [&](const fs::path& partial) { write_workbook(connection, publication, partial); });
    } else if (form == "sql") {
        folder.stream(base_name + ".sql", [&](std::ostream& out) {
            archive::dump_sql(connection, [&](std::string_view statement) { out << statement << ";\n"; });
        });
    } else if (form == "siard") {
        folder.make(base_name + ".siard",
                    [&](const fs::path& partial) { write_siard(connection, publication, partial); });
    } else if (is_csv(form)) {
        write_tables(connection, publication.dialect, folder);
    }
}

/// Of all that is stored, not of views: made of a copy for others, without what is for this machine alone.
bool holds_all_tables(const std::string& form) {
    return form == "sql" || form == "siard";
}

} // namespace

const std::vector<std::string>& forms() {
    static const std::vector<std::string> all{"datapackage", "csv", "xlsx", "jsonl",
                                              "sqlite",      "sql", "siard"};
    return all;
}

bool is_csv(const std::string& form) {
    return form == "csv" || form == "datapackage";
}

std::string database_file() {
    return base_name + ".db";
}

Publication publication_of(const archive::Connection& connection, const ExportOptions& options) {
    const auto extent = enquiry::export_extent(connection);
    Publication publication;
    publication.about = told_last(archive::find_description(connection), options.about);
    publication.issued = options.issued.empty() ? publication.about.released : options.issued;
    publication.modified = extent.changed;
    publication.dialect = options.dialect;
    publication.reports = extent.reports;
    publication.whole = extent.whole;
    publication.first_year = extent.first_year;
    publication.last_year = extent.last_year;
    publication.instruments = extent.instruments;
    publication.origins = extent.origins;
    return publication;
}

void write_form(const archive::Connection& connection, const std::string& form, Publication& publication,
                ExportFolder& folder) {
    const auto written = folder.files().size() - (form == "sqlite" ? 1 : 0);
    write_data(connection, form, publication, folder);
    publication.forms.push_back(
        {form, {folder.files().begin() + static_cast<std::ptrdiff_t>(written), folder.files().end()}});
    if (form == "datapackage") folder.write("datapackage.json", data_package(publication));
    if (form == "sqlite") folder.write("metadata.json", datasette_metadata(publication, base_name));
}

void write_catalogue(const Publication& publication, ExportFolder& folder) {
    const auto resources = catalogue(publication);
    folder.write("dcat.jsonld", json_ld(resources));
    folder.write("dcat.rdf", rdf_xml(resources));
}

Publication export_archive(const archive::Archive& archive, const ExportOptions& options,
                           ExportFolder& folder) {
    const auto write_all = [&](const archive::Connection& connection) {
        auto publication = publication_of(connection, options);
        write_form(connection, options.format, publication, folder);
        write_catalogue(publication, folder);
        return publication;
    };
    if (holds_all_tables(options.format)) {
        const read::UnfinishedFile copy(folder.path() / database_file()); // gone when all is written
        archive.publish(copy.path());
        auto publication = archive::Archive::open(copy.path()).consult(write_all);
        if (options.format == "siard") publication.documents_lacking = write_documents(archive, folder);
        return publication;
    }
    if (options.format != "sqlite") return archive.consult(write_all);
    // Of the copy's moment, which may be a later one.
    write_database(archive, folder);
    return archive::Archive::open(folder.path() / database_file()).consult(write_all);
}

} // namespace kompass::publish
