// kompass ingest: files and folders into the archive.
#include "cli/commands.h"

#include "cli/attachments.h"
#include "cli/intake.h"
#include "cli/shared_options.h"
#include "cli/telling.h"
#include "cli/terminal/progress.h"
#include "cli/writing_run.h"
#include "read/file_bytes.h"
#include "read/sha256.h"
#include "read/source_files.h"
#include "text/file_name.h"

#include <fmt/format.h>

#include <memory>

namespace kompass::cli {
namespace {

namespace fs = std::filesystem;

struct IngestOptions {
    std::string archive;
    std::string format = "table";
    std::string log;
    std::string attachments;
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

/// Passes over the files that the archive knows; the others.
std::vector<fs::path> pass_over_known(const std::vector<fs::path>& files, archive::Archive& archive,
                                      Intake& intake, Progress& progress) {
    std::vector<fs::path> unknown;
    for (const auto& file : files) {
        const auto hash = hash_of(file);
        if (hash.empty() || !archive.knows(hash)) {
            unknown.push_back(file);
            continue;
        }
        archive.pass_over(hash, file);
        const auto name = shown_name(file);
        progress.finished(name, describe(intake.known(name)));
    }
    return unknown;
}

std::string reason(const read::UnlistedFolder& unlisted) {
    return "the folder cannot be listed: " + unlisted.why;
}

ExitCode ingest(const IngestOptions& options, const Context& context) {
    const auto sources = read::source_files({options.paths.begin(), options.paths.end()});
    for (const auto& unlisted : sources.unlisted)
        context.talk.error(shown_name(unlisted.folder) + ": " + reason(unlisted));
    if (sources.files.empty()) {
        context.talk.error("no reports there: folders are searched for .pdf, .txt and image files");
        return ExitCode::nothing_done;
    }
    const auto knowledge = pipeline::load_knowledge(knowledge_sources(context.settings));
    WritingRun run(options.archive, options.log, context);
    Intake intake(run.archive(), knowledge, run.log(), options.again ? Known::revised : Known::kept);
    for (const auto& unlisted : sources.unlisted)
        intake.refused(shown_name(unlisted.folder), reason(unlisted));
    const auto [files, left] =
        with_attachments(sources.files, options.attachments, context.settings, context.talk);
    for (const auto& attachment : left)
        intake.refused(attachment.name, attachment.why);
    Progress progress(context.talk, files.size());
    auto reading = pipeline_options(context.settings);
    reading.archive = &run.archive().ocr_pages();
    const auto remarks = pipeline::understand_sources(
        options.again ? files : pass_over_known(files, run.archive(), intake, progress), reading,
        [&](const fs::path& file, const Document& document, const pipeline::Understanding& understanding) {
            const auto name = shown_name(file);
            const auto& entry =
                intake.take(name, understanding.record, {.document = &document, .path = file});
            progress.finished(name, describe(entry));
        },
        [&](const fs::path& file, int page, int of) { progress.page(shown_name(file), page, of); });
    tell_remarks(remarks, context.talk);
    run.end();
    context.talk.status({});
    intake.print(context.out, text::format_from(options.format));
    return intake.exit_code();
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
                "are kept beside it: kompass list --all.",
            .example = "  kompass ingest --archive arkiv.db reports/ avesta-2014.pdf",
            .options = {archive_option(options->archive),
                        format_option(options->format),
                        log_option(options->log),
                        attachments_option(options->attachments),
                        {.names = "--again",
                         .value = "",
                         .help = "read known files again too, and revise their reports",
                         .target = &options->again},
                        {.names = "PATH",
                         .value = "...",
                         .help = "files or folders",
                         .target = &options->paths,
                         .required = true}},
            .run = [options](const Context& context) { return ingest(*options, context); }};
}

} // namespace kompass::cli
