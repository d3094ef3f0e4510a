// kompass text: a document's text as it was read.
#include "cli/commands.h"

#include "cli/telling.h"
#include "cli/terminal/progress.h"
#include "publish/alto.h"
#include "publish/hocr.h"
#include "publish/printed_text.h"
#include "text/file_name.h"
#include "text/language.h"

#include <algorithm>
#include <memory>

namespace kompass::cli {
namespace {

struct TextOptions {
    std::string format = "plain";
    std::string file;
};

std::string in_format(const Document& document, const std::string& format) {
    if (format == "alto") return publish::alto(document, publish::printed_pages(document));
    if (format == "hocr") return publish::hocr(document, publish::printed_pages(document));
    return publish::plain_text(document);
}

bool has_failed_page(const Document& document) {
    return std::any_of(document.pages.begin(), document.pages.end(),
                       [](const Page& page) { return page.reading == Reading::failed; });
}

ExitCode print_text(const TextOptions& options, const Context& context) {
    auto code = ExitCode::nothing_done;
    Progress progress(context.talk, work_of({options.file}));
    const auto print = [&](const std::filesystem::path& /*file*/, const Document& document) {
        context.talk.status({});
        if (!tell_troubles(document.troubles, context.talk)) return;
        if (document.kind == SourceKind::transcript && options.format != "plain") {
            context.talk.error(
                text::tr("{}: a transcript has no places; print it with --format plain", document.file));
            return;
        }
        context.out.write(in_format(document, options.format));
        code = has_failed_page(document) ? ExitCode::needs_a_look : ExitCode::all_well;
    };
    tell_remarks(pipeline::read_sources({options.file}, pipeline_options(context.settings), print,
                                        [&](const std::filesystem::path& file, int page, int of) {
                                            progress.page(text::file_name_text(file.string()), page, of);
                                        }),
                 context.talk);
    return code;
}

} // namespace

Command text_command() {
    const auto options = std::make_shared<TextOptions>();
    return {
        .name = "text",
        .summary = "print a document's text as it was read",
        .details =
            "Prints page by page, with a form feed between pages; scanned pages are read by OCR. Nothing is "
            "repaired or left out: this is what the rules see. alto (ALTO 4.4) and hocr (hOCR) also give "
            "each word's place and, for pages read by OCR, its confidence; transcripts have only plain text.",
        .example =
            "  kompass text koping-2017.pdf\n  kompass text --format alto koping-2017.pdf > koping.xml",
        .options = {{.names = "--format",
                     .value = "FORMAT",
                     .help = "plain (the default), alto or hocr",
                     .target = &options->format,
                     .choices = {"plain", "alto", "hocr"}},
                    {.names = "FILE",
                     .value = "",
                     .help = "PDF, image or transcript; the content tells which",
                     .target = &options->file,
                     .required = true}},
        .run = [options](const Context& context) { return print_text(*options, context); }};
}

} // namespace kompass::cli
