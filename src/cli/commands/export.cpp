// kompass export: the archive for others.
#include "cli/commands.h"

#include "archive/archive.h"
#include "archive/outside/known_sheet.h"
#include "archive/reader.h"
#include "cli/open_archive.h"
#include "cli/shared_options.h"
#include "enquiry/export_tables.h"
#include "enquiry/former_reports.h"
#include "enquiry/reports.h"
#include "model/record_json.h"
#include "publish/export_folder.h"
#include "publish/export_metadata.h"
#include "text/csv.h"
#include "text/fitting.h"

#include <algorithm>
#include <memory>

namespace kompass::cli {
namespace {

const std::string database = "kommunkompassen"; ///< the file, without its ending

struct ExportOptions {
    std::string archive;
    std::string format = "datapackage";
    std::string publisher;
    std::string folder;
};

std::string csv_of(const archive::Connection& connection, const enquiry::ExportTable& table) {
    std::vector<std::string> fields;
    for (const auto& column : table.columns)
        fields.push_back(column.name);
    auto text = text::csv_line(fields);
    each_row(connection, table, [&](const enquiry::ExportRow& row) {
        fields.clear();
        for (const auto& field : row)
            fields.push_back(field.value_or(""));
        text += text::csv_line(fields);
    });
    return text;
}

void write_tables(const archive::Connection& connection, publish::ExportFolder& folder) {
    for (const auto& table : enquiry::export_tables())
        folder.write(table.name + ".csv", csv_of(connection, table));
}

void write_records(const archive::Connection& connection, publish::ExportFolder& folder) {
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
void write_known(const archive::Connection& connection, publish::ExportFolder& folder) {
    const auto all = archive::list_known_totals(connection);
    if (!all.empty()) folder.write("known.csv", archive::known_sheet(all));
}

void write_database(const archive::Archive& archive, publish::ExportFolder& folder) {
    namespace fs = std::filesystem;
    folder.make(database + ".db", [&](const fs::path& partial) {
        archive.publish(partial);
        fs::permissions(partial, fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
    });
}

/// The data themselves, all of one state of the archive, and how many reports that are.
publish::Publication write_data(const archive::Archive& archive, const ExportOptions& options,
                                publish::ExportFolder& folder) {
    enquiry::ExportExtent extent;
    if (options.format == "sqlite") {
        write_database(archive, folder);
        const auto copy = std::filesystem::path(options.folder) / (database + ".db");
        extent = archive::Archive::open(copy).consult(enquiry::export_extent);
    } else {
        archive.consult([&](const archive::Connection& connection) {
            extent = enquiry::export_extent(connection);
            if (options.format == "jsonl") {
                write_records(connection, folder);
                write_known(connection, folder);
            } else {
                write_tables(connection, folder);
            }
        });
    }
    publish::Publication publication;
    publication.format = options.format;
    publication.publisher = options.publisher;
    publication.reports = extent.reports;
    publication.whole = extent.whole;
    publication.first_year = extent.first_year;
    publication.last_year = extent.last_year;
    publication.instruments = extent.instruments;
    publication.origins = extent.origins;
    publication.files = folder.files();
    return publication;
}

ExitCode export_archive(const ExportOptions& options, const Context& context) {
    const auto archive = open_to_read(options.archive, context);
    publish::ExportFolder folder(options.folder, options.archive);
    const auto publication = write_data(archive, options, folder);
    if (options.format == "datapackage") folder.write("datapackage.json", publish::data_package(publication));
    if (options.format == "sqlite")
        folder.write("metadata.json", publish::datasette_metadata(publication, database));
    folder.write("dcat.jsonld", publish::dcat(publication));
    context.out.print("{} into {}:\n", text::counted(static_cast<std::size_t>(publication.reports), "report"),
                      options.folder);
    for (const auto& file : folder.files())
        context.out.print("  {}\n", file.name);
    return ExitCode::all_well;
}

} // namespace

Command export_command() {
    const auto options = std::make_shared<ExportOptions>();
    return {.name = "export",
            .summary = "the archive for others: CSV, JSON lines, Data Package, SQLite",
            .details =
                "csv          tables in UTF-8 with a head line\ndatapackage  the same with datapackage.json: "
                "columns, keys, checksums (Frictionless)\njsonl        whole records; kompass load makes an "
                "equal archive of them\nsqlite       a compact copy, read-only, without what OCR read; "
                "metadata.json is for Datasette\nEach comes with dcat.jsonld (DCAT-AP-SE). Files of the same "
                "names in DIR are replaced, others left alone.",
            .example = "  kompass export --archive arkiv.db --format datapackage \\\n"
                       "          --publisher \"Sveriges kommuner\" export",
            .options = {archive_option(options->archive),
                        {.names = "--format",
                         .value = "FORMAT",
                         .help = "datapackage (the default), csv, jsonl or sqlite",
                         .target = &options->format,
                         .choices = {"csv", "jsonl", "datapackage", "sqlite"}},
                        {.names = "--publisher",
                         .value = "NAME",
                         .help = "who publishes the export, for its metadata",
                         .target = &options->publisher},
                        {.names = "DIR",
                         .value = "",
                         .help = "folder to write into; made if it is missing",
                         .target = &options->folder,
                         .required = true}},
            .run = [options](const Context& context) { return export_archive(*options, context); }};
}

} // namespace kompass::cli
