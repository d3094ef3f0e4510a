// kompass ingest: files and folders into the archive.
#include "cli/commands.h"

#include "cli/intake.h"
#include "cli/pipeline.h"
#include "cli/progress.h"
#include "cli/shared_options.h"
#include "cli/source_files.h"
#include "read/file_bytes.h"
#include "read/sha256.h"

#include <fmt/format.h>

#include <memory>

namespace kompass::cli {
namespace {

namespace fs = std::filesystem;

struct IngestOptions {
    std::string archive;
    std::string format = "table";
    std::vector<std::string> paths;
};

/// A file that cannot be read is not known; the reader will say why.
bool already_known(const archive::Archive& archive, const fs::path& file) {
    const auto content = read::read_file(file);
    return content.error.empty() && archive.knows(read::sha256_hex(content.bytes));
}

ExitCode ingest(const IngestOptions& options, const Context& context) {
    const auto files = source_files({options.paths.begin(), options.paths.end()});
    if (files.empty()) {
        context.talk.error("no reports there: folders are searched for .pdf, .txt and image files");
        return ExitCode::nothing_done;
    }
    const auto knowledge = load_knowledge(context.settings);
    auto archive = archive::Archive::open(options.archive, archive::Access::write);
    archive.begin_run(context.command_line);

    Intake intake(archive, knowledge);
    Progress progress(context.talk, files.size());
    std::vector<fs::path> unknown;
    for (const auto& file : files) {
        if (already_known(archive, file))
            progress.finished(file.string(), describe(intake.known(file.string())));
        else
            unknown.push_back(file);
    }
    extract_all(
        unknown, knowledge, context, {.archive = &archive.ocr_pages()},
        [&](const fs::path& file, const Record& record) {
            progress.finished(file.string(), describe(intake.take(file.string(), record)));
        },
        [&](const fs::path& file, int page, int of) { progress.page(file.string(), page, of); });
    archive.end_run();
    context.talk.status({});
    intake.print(context.out, format_from(options.format));
    return intake.exit_code();
}

} // namespace

Command ingest_command() {
    const auto options = std::make_shared<IngestOptions>();
    return {.name = "ingest",
            .summary = "take reports into the archive",
            .details =
                "Takes files, and of folders all files in them that end in .pdf, .txt, .png, .jpg, "
                ".jpeg, .tif or\n"
                ".tiff, hidden ones left out. A file the archive knows by its content is passed over; "
                "one that failed\n"
                "before is tried again. Each report is stored wholly or not at all, so that a run may "
                "be stopped at any\n"
                "time and begun again; what OCR read by then is kept in the archive and not read again. "
                "At the end a\n"
                "table tells what became of each file, and what does not add up.",
            .example = "  kompass ingest --archive arkiv.db reports/ avesta-2014.pdf",
            .options = {archive_option(options->archive),
                        format_option(options->format),
                        {.names = "PATH",
                         .value = "...",
                         .help = "files or folders",
                         .target = &options->paths,
                         .required = true}},
            .run = [options](const Context& context) { return ingest(*options, context); }};
}

} // namespace kompass::cli
