// kompass manifest: a sheet in which people say where files came from.
#include "cli/commands.h"

#include "archive/archive.h"
#include "archive/outside/file_origins.h"
#include "archive/outside/manifest.h"
#include "cli/open_archive.h"
#include "cli/shared_options.h"
#include "enquiry/sources.h"
#include "read/file_bytes.h"
#include "read/sha256.h"
#include "read/source_files.h"
#include "text/file_name.h"
#include "text/language.h"

#include <map>
#include <memory>

namespace kompass::cli {
namespace {

struct ManifestOptions {
    std::string archive;
    std::vector<std::string> paths;
};

using Origins = std::map<std::string, FileOrigin>; ///< by hash

FileOrigin known_of(const std::string& sha256, const Origins& known) {
    const auto found = known.find(sha256);
    return found == known.end() ? FileOrigin{} : found->second;
}

/// Of files on disk; those of which the archive may know something are hashed for it.
ExitCode write_files(const ManifestOptions& options, const Origins& known, const Context& context) {
    const auto sources = read::source_files({options.paths.begin(), options.paths.end()});
    for (const auto& unlisted : sources.unlisted)
        context.talk.error(text::tr("{}: the folder cannot be listed: {}",
                                    text::file_name_text(unlisted.folder.string()), unlisted.why));
    if (sources.files.empty()) {
        context.talk.error(text::tr("no reports there: folders are searched for .pdf, .txt and image files"));
        return ExitCode::nothing_done;
    }
    bool all_read = sources.unlisted.empty();
    auto sheet = archive::manifest_head();
    for (const auto& file : sources.files) {
        const auto name = text::file_name_text(file.string());
        const auto content = read::read_file(file);
        if (!content.error.empty()) {
            context.talk.error(name + ": " + content.error);
            all_read = false;
            continue;
        }
        sheet += archive::manifest_line(name, known_of(read::sha256_hex(content.bytes), known));
    }
    context.out.write(sheet);
    return all_read ? ExitCode::all_well : ExitCode::needs_a_look;
}

/// Of what the archive holds, by the names that it knows.
ExitCode write_archived(const archive::Archive& archive, const Origins& known, const Context& context) {
    auto sheet = archive::manifest_head();
    for (const auto& source : archive.consult(enquiry::list_sources))
        sheet += archive::manifest_line(source.file, known_of(source.sha256, known));
    context.out.write(sheet);
    return ExitCode::all_well;
}

ExitCode write_manifest(const ManifestOptions& options, const Context& context) {
    if (options.archive.empty()) {
        if (options.paths.empty()) {
            context.talk.error(
                text::tr("name files or folders to write a sheet of, or --archive for one of what an "
                         "archive holds"));
            return ExitCode::usage;
        }
        return write_files(options, {}, context);
    }
    const auto archive = open_to_read(options.archive, context);
    const auto known = archive.consult(archive::list_origins);
    return options.paths.empty() ? write_archived(archive, known, context)
                                 : write_files(options, known, context);
}

} // namespace

Command manifest_command() {
    const auto options = std::make_shared<ManifestOptions>();
    return {
        .name = "manifest",
        .summary = "a sheet to say where files came from",
        .details = "Prints a CSV sheet with a line for each report there: file, and the empty columns url, "
                   "publisher, retrieved (a day: 2024-05-01), licence and note. With --archive, what the "
                   "archive knows already of a file of that content is filled in; without PATH the sheet "
                   "is of all files that the archive holds. Filled in, kompass ingest --manifest takes it.",
        .example = "  kompass manifest reports/ > sources.csv\n"
                   "  kompass ingest --archive arkiv.db --manifest sources.csv reports/",
        .options = {archive_option(options->archive, false),
                    {.names = "PATH", .value = "...", .help = "files or folders", .target = &options->paths}},
        .run = [options](const Context& context) { return write_manifest(*options, context); }};
}

} // namespace kompass::cli
