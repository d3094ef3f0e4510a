// kompass export: the archive for others.
#include "cli/commands.h"

#include "archive/archive.h"
#include "cli/open_archive.h"
#include "cli/shared_options.h"
#include "publish/export/catalogue.h"
#include "publish/export/export.h"
#include "text/fitting.h"
#include "text/language.h"

#include <memory>

namespace kompass::cli {
namespace {

struct ExportOptions {
    std::string archive, folder;
    std::string dialect = "rfc4180";
    publish::ExportOptions form{"datapackage", {}, {}, text::CsvDialect::rfc4180};
};

ExitCode export_archive(const ExportOptions& options, const Context& context) {
    auto form = options.form;
    if (options.dialect == "excel-sv") form.dialect = text::CsvDialect::excel_sv;
    if (form.dialect != text::CsvDialect::rfc4180 && !publish::is_csv(form.format)) {
        context.talk.error(text::tr("--dialect is of csv and datapackage, and this is {}", form.format));
        return ExitCode::usage;
    }
    auto described = form.about;
    described.released = form.issued;
    if (const auto fault = archive::fault_of_description(described); !fault.empty()) {
        context.talk.error(fault);
        return ExitCode::usage;
    }
    const auto archive = open_to_read(options.archive, context);
    publish::ExportFolder folder(options.folder, options.archive);
    const auto publication = text::in_english([&] { return publish::export_archive(archive, form, folder); });
    context.out.print("{} into {}:\n", text::counted(static_cast<std::size_t>(publication.reports), "report"),
                      options.folder);
    for (const auto& file : folder.files())
        context.out.print("  {}\n", file.name);
    if (publication.documents_lacking > 0)
        context.talk.remark(
            text::tr("{} not in documents: no longer where it was taken from, or another file now",
                     text::counted(publication.documents_lacking, "source")));
    if (const auto lacking = publish::missing(publication); !lacking.empty())
        context.talk.remark(
            text::tr("the catalogue (dcat.rdf) lacks what a harvester wants: {}; kompass describe keeps it",
                     text::joined(lacking, ", ")));
    return ExitCode::all_well;
}

} // namespace

Command export_command() {
    const auto options = std::make_shared<ExportOptions>();
    return {
        .name = "export",
        .summary = "the archive for others: CSV, Excel, JSON lines, SQLite, SIARD",
        .details =
            "csv          tables in UTF-8 with a head line\ndatapackage  the same with datapackage.json: "
            "columns, keys, checksums (Frictionless)\nxlsx         one workbook, a sheet a table; notes on "
            "figures that are not sound\njsonl        whole records; kompass load makes an "
            "equal archive of them\nsqlite       a compact copy, read-only, without what OCR read; "
            "metadata.json is for Datasette\nsql          all tables for the sqlite3 program, without "
            "extensions\nsiard        all tables as "
            "archives keep databases (SIARD 2.2)\nEach comes with a catalogue by DCAT-AP-SE, dcat.rdf and "
            "dcat.jsonld. "
            "What it tells is what kompass describe keeps. Files of the same "
            "names in DIR are replaced, others left alone.",
        .example = "  kompass export --archive arkiv.db --format datapackage \\\n"
                   "          --publisher \"Sveriges kommuner\" export\n"
                   "  kompass export --archive arkiv.db --format csv --dialect excel-sv export",
        .options = {archive_option(options->archive),
                    {.names = "--format",
                     .value = "FORMAT",
                     .help = "datapackage (the default), csv, xlsx, jsonl, sqlite, sql or siard",
                     .target = &options->form.format,
                     .choices = publish::forms()},
                    {.names = "--dialect",
                     .value = "DIALECT",
                     .help = "of CSV: rfc4180 (the default), or excel-sv: semicolons, decimal comma",
                     .target = &options->dialect,
                     .choices = {"rfc4180", "excel-sv"}},
                    {.names = "--publisher",
                     .value = "NAME",
                     .help = "who publishes the export, for its metadata",
                     .target = &options->form.about.publisher},
                    {.names = "--base-url",
                     .value = "URL",
                     .help = "where DIR will be published, for addresses in the catalogue",
                     .target = &options->form.about.address},
                    {.names = "--issued",
                     .value = "DAY",
                     .help = "when it is published, such as 2026-02-08, for the catalogue",
                     .target = &options->form.issued},
                    {.names = "DIR",
                     .value = "",
                     .help = "folder to write into; made if it is missing",
                     .target = &options->folder,
                     .required = true}},
        .run = [options](const Context& context) { return export_archive(*options, context); }};
}

} // namespace kompass::cli
