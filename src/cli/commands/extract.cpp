// kompass extract: files to records on standard output.
#include "cli/commands.h"

#include "cli/attachments.h"
#include "cli/run_parts.h"
#include "cli/telling.h"
#include "cli/terminal/progress.h"
#include "model/record_json.h"
#include "text/file_name.h"

#include <kompass_version.h>

#include <memory>

namespace kompass::cli {
namespace {

struct ExtractOptions {
    std::string attachments;
    bool readings = false;
    std::vector<std::string> files;
};

ExitCode extract_files(const ExtractOptions& options, const Context& context) {
    const auto [files, left] = with_attachments({options.files.begin(), options.files.end()},
                                                options.attachments, context.settings, context.talk);
    std::size_t failures = left.size();
    Progress progress(context.talk, work_of(files));
    const ExtractedBy by{KOMPASS_VERSION, rules_checksum(context.settings)};
    const auto print = [&](const std::filesystem::path& file, const Document& document,
                           const pipeline::Understanding& understanding) {
        auto record = understanding.record;
        record.extracted_by = by;
        progress.finished(text::file_name_text(file.string()));
        context.talk.status({}); // standard output may be the same terminal
        if (tell_troubles(record.troubles, context.talk))
            context.out.write((options.readings ? with_reading(to_json(record), document) : to_json(record)) +
                              "\n");
        else
            ++failures;
    };
    tell_remarks(pipeline::understand_sources(files, pipeline_options(context.settings), print,
                                              [&](const auto& file, int page, int of) {
                                                  progress.page(text::file_name_text(file.string()), page,
                                                                of);
                                              }),
                 context.talk);
    if (failures == 0) return ExitCode::all_well;
    return failures == files.size() + left.size() ? ExitCode::nothing_done : ExitCode::needs_a_look;
}

} // namespace

Command extract_command() {
    const auto options = std::make_shared<ExtractOptions>();
    return {
        .name = "extract",
        .summary = "print the records of reports, without an archive",
        .details =
            "Prints one record a line (JSON) for each FILE, in order. A file that cannot be taken is "
            "named on standard error with the reason. `kompass load` takes the records into an archive, on "
            "another machine too: each tells the version and the rules that made it.",
        .example = "  kompass extract avesta-2014.pdf kumla-2017.txt > records.jsonl",
        .options = {attachments_option(options->attachments),
                    {.names = "--readings",
                     .value = "",
                     .help = "with what was read, so that kompass reextract can apply other rules where the "
                             "records are loaded; some 300 KB a report",
                     .target = &options->readings},
                    {.names = "FILE",
                     .value = "...",
                     .help = "PDFs, images or transcripts; the content tells which",
                     .target = &options->files,
                     .required = true}},
        .run = [options](const Context& context) { return extract_files(*options, context); }};
}

} // namespace kompass::cli
