// kompass ingest: files and folders into the archive.
#include "cli/commands.h"

#include "cli/attachments.h"
#include "cli/intake.h"
#include "cli/open_archive.h"
#include "cli/shared_options.h"
#include "cli/sheets/manifest_intake.h"
#include "cli/telling.h"
#include "cli/terminal/progress.h"
#include "cli/writing_run.h"
#include "read/file_bytes.h"
#include "read/sha256.h"
#include "read/source_files.h"
#include "text/file_name.h"
#include "text/language.h"
#include "text/retelling.h"

#include <memory>
#include <optional>

namespace kompass::cli {
namespace {

namespace fs = std::filesystem;

struct IngestOptions {
    std::string archive;
    std::string format = "table";
    std::string log;
    std::string attachments;
    std::string manifest;
    bool again = false;
    std::vector<std::string> paths;
};

std::string shown_name(const fs::path& file) {
    return text::file_name_text(file.string());
}

/// The hash of a file; empty if it cannot be read: the reader will say why.
std::string hash_of(const fs::path& file) {
    const auto content = read::read_file(file);
    return content.error.empty() ? read::sha256_hex(content.bytes) : "";
}

/// The files of the run with their hashes, in order.
std::vector<archive::PresentFile> hashed(const std::vector<fs::path>& files) {
    std::vector<archive::PresentFile> present;
    present.reserve(files.size());
    for (const auto& file : files)
        present.push_back({file, hash_of(file)});
    return present;
}

std::vector<fs::path> paths_of(const std::vector<archive::PresentFile>& files) {
    std::vector<fs::path> paths;
    paths.reserve(files.size());
    for (const auto& file : files)
        paths.push_back(file.path);
    return paths;
}

/// Passes over the files that the archive knows; the others.
std::vector<fs::path> pass_over_known(const std::vector<archive::PresentFile>& files,
                                      archive::Archive& archive, Intake& intake, Progress& progress) {
    std::vector<fs::path> unknown;
    for (const auto& [file, hash] : files) {
        if (hash.empty() || !archive.knows(hash)) {
            unknown.push_back(file);
            continue;
        }
        archive.pass_over(hash, file);
        const auto name = shown_name(file);
        progress.passed_over(name, describe(intake.known(name)));
    }
    return unknown;
}

std::string reason(const read::UnlistedFolder& unlisted) {
    return text::tr("the folder cannot be listed: {}", unlisted.why);
}

/// Only the sheet, of files that the archive holds.
ExitCode take_manifest(const IngestOptions& options, const Context& context) {
    const ManifestIntake manifest(options.manifest);
    WritingRun run(options.archive, options.log, context);
    const auto outcome = manifest.take({}, run.archive(), run.log(), context.talk);
    run.end();
    if (outcome.faults == 0) return ExitCode::all_well;
    return outcome.kept == 0 ? ExitCode::nothing_done : ExitCode::needs_a_look;
}

/// Files into the archive, by way of `intake`.
void take_files(const std::vector<archive::PresentFile>& files, const IngestOptions& options, WritingRun& run,
                Intake& intake, const Context& context) {
    Progress progress(context.talk, work_of(paths_of(files)));
    auto reading = pipeline_options(context.settings);
    reading.knowledge = knowledge_sources(context.settings, run.archive());
    reading.archive = &run.archive().ocr_pages();
    const auto remarks = pipeline::understand_sources(
        options.again ? paths_of(files) : pass_over_known(files, run.archive(), intake, progress), reading,
        [&](const fs::path& file, const Document& document, const pipeline::Understanding& understanding) {
            const auto name = shown_name(file);
            const auto& entry =
                intake.take(name, understanding.record, {.document = &document, .path = file});
            progress.finished(name, describe(entry));
        },
        [&](const fs::path& file, int page, int of) { progress.page(shown_name(file), page, of); });
    tell_remarks(remarks, context.talk);
}

ExitCode ingest(const IngestOptions& options, const Context& context) {
    if (options.paths.empty() && options.manifest.empty()) {
        context.talk.error(
            text::tr("name files or folders to take in, or a --manifest of files that the archive holds"));
        return ExitCode::usage;
    }
    if (options.paths.empty()) return take_manifest(options, context);
    const auto sources = read::source_files({options.paths.begin(), options.paths.end()});
    for (const auto& unlisted : sources.unlisted)
        context.talk.error(shown_name(unlisted.folder) + ": " + reason(unlisted));
    if (sources.files.empty()) {
        context.talk.error(text::tr("no reports there: folders are searched for .pdf, .txt and image files"));
        return ExitCode::nothing_done;
    }
    std::optional<ManifestIntake> manifest;
    if (!options.manifest.empty()) manifest.emplace(options.manifest);
    auto knowledge = pipeline::load_knowledge(knowledge_sources(context.settings));
    WritingRun run(options.archive, options.log, context);
    run.archive().learn(knowledge);
    knowledge.municipalities.add_missing(run.archive().own_municipalities());
    Intake intake(run.archive(), knowledge, run.log(), options.again ? Known::revised : Known::kept);
    for (const auto& unlisted : sources.unlisted)
        intake.refused(shown_name(unlisted.folder),
                       {text::in_english([&] { return reason(unlisted); }), reason(unlisted)});
    const auto [files, left] =
        with_attachments(sources.files, options.attachments, context.settings, context.talk);
    for (const auto& attachment : left)
        intake.refused(attachment.name, {attachment.why, text::retold(attachment.why)});
    const auto present = hashed(files);
    ManifestOutcome told;
    if (manifest) told = manifest->take(present, run.archive(), run.log(), context.talk);
    const auto end = [&] {
        run.end();
        context.talk.status({});
        intake.print(context.out, text::format_from(options.format));
    };
    try {
        take_files(present, options, run, intake, context);
    } catch (const Interrupted&) {
        end();
        context.talk.error(text::tr("{} of {} files are done", intake.entries().size(), present.size()));
        throw;
    }
    end();
    const auto code = intake.exit_code();
    return code == ExitCode::all_well && told.faults > 0 ? ExitCode::needs_a_look : code;
}

} // namespace

Command ingest_command() {
    const auto options = std::make_shared<IngestOptions>();
    return {.name = "ingest",
            .summary = "take reports into the archive",
            .details =
                "Takes files, and of folders all files in them that end in .pdf, .txt, .png, .jpg, .jpeg, "
                ".tif or .tiff, hidden ones left out. A file the archive knows by its content is passed "
                "over; one that failed before is tried again. Each report is stored wholly or not at all, so "
                "that a run may be stopped at any time and begun again; what OCR read by then is kept in the "
                "archive and not read again. At the end a table tells what became of each file, and what "
                "does not add up. Of several files of one evaluation one report is current and the others "
                "are kept beside it: kompass list --all. A sheet that says where the files came from "
                "(kompass manifest writes one to fill in) is taken with --manifest, also later, for files "
                "that the archive holds; a line that means no file, or is wrong, is told.",
            .example = "  kompass ingest --archive arkiv.db reports/ avesta-2014.pdf\n"
                       "  kompass ingest --archive arkiv.db --manifest sources.csv reports/",
            .options = {archive_option(options->archive),
                        format_option(options->format),
                        log_option(options->log),
                        attachments_option(options->attachments),
                        {.names = "--manifest",
                         .value = "CSV",
                         .help = "sheet of where files came from: file, url, publisher, retrieved, licence, "
                                 "note",
                         .target = &options->manifest},
                        {.names = "--again",
                         .value = "",
                         .help = "read known files again too, and revise their reports",
                         .target = &options->again},
                        {.names = "PATH",
                         .value = "...",
                         .help = "files or folders; none: the sources of kompass config, or --manifest alone",
                         .target = &options->paths,
                         .setting = "sources"}},
            .run = [options](const Context& context) { return ingest(*options, context); }};
}

} // namespace kompass::cli
