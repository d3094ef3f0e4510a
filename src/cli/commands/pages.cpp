// kompass pages: how each page is read, and why.
#include "cli/commands.h"

#include "cli/shared_options.h"
#include "cli/telling.h"
#include "read/triage.h"
#include "text/file_name.h"
#include "text/table.h"

#include <memory>
#include <sstream>

namespace kompass::cli {
namespace {

struct PagesOptions {
    std::string format = "table";
    std::vector<std::string> files;
};

std::int64_t words_on(const Page& page) {
    auto words = static_cast<std::int64_t>(page.words.size());
    for (const auto& line : page.lines) {
        std::istringstream stream(line);
        for (std::string word; stream >> word;)
            ++words;
    }
    return words;
}

ExitCode show_pages(const PagesOptions& options, const Context& context) {
    text::Table table({{"file"},
                       {"page", text::Align::right},
                       {"reading"},
                       {"words", text::Align::right},
                       {"confidence", text::Align::right},
                       {"why", text::Align::left, text::Layout::below}});
    std::size_t failures = 0;
    const auto add = [&](const std::filesystem::path& file, const Document& document) {
        if (!tell_troubles(document.troubles, context.talk)) ++failures;
        for (const auto& page : document.pages)
            table.add({text::file_name_text(file.string()), page.number, text::told(name_of(page.reading)),
                       read::awaits_ocr(page) ? text::Value{} : text::Value{words_on(page)},
                       page.confidence ? text::Value{*page.confidence} : text::Value{},
                       text::retold_value(page.why)});
    };
    auto reading = pipeline_options(context.settings);
    reading.only_kept = true;
    tell_remarks(pipeline::read_sources({options.files.begin(), options.files.end()}, reading, add),
                 context.talk);
    context.out.write(table.text(text::format_from(options.format), context.out.terminal().table_width()));
    if (failures == 0) return ExitCode::all_well;
    return failures == options.files.size() ? ExitCode::nothing_done : ExitCode::needs_a_look;
}

} // namespace

Command pages_command() {
    const auto options = std::make_shared<PagesOptions>();
    return {.name = "pages",
            .summary = "how each page is read, from its text layer or by OCR, and why",
            .details = "Decides page by page, as every reading command does, but does no OCR: words and "
                       "confidence (0 to 1) of a page for OCR are known only if it was read before. A text "
                       "layer is used if it is good, not because it is there.",
            .example = "  kompass pages koping-2017.pdf\n  kompass pages --format csv reports/*.pdf",
            .options = {format_option(options->format),
                        {.names = "FILE",
                         .value = "...",
                         .help = "PDFs, images or transcripts",
                         .target = &options->files,
                         .required = true}},
            .run = [options](const Context& context) { return show_pages(*options, context); }};
}

} // namespace kompass::cli
