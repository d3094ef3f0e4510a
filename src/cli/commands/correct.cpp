// kompass correct: what a person decides about one cell of a report.
#include "cli/commands.h"

#include "cli/corrections_text.h"
#include "cli/find_report.h"
#include "cli/shared_options.h"
#include "cli/writer_lock.h"

#include <fmt/format.h>

#include <memory>

namespace kompass::cli {
namespace {

struct CorrectOptions {
    std::string archive, report, cell, value, author, why;
};

ExitCode correct(const CorrectOptions& options, const Context& context) {
    auto archive = open_to_change(options.archive, context);
    const auto report = find_report(archive, {options.report});
    const auto record = archive.record(report.id);
    const auto knowledge = pipeline::load_knowledge(knowledge_sources(context.settings));
    const auto was = require_correctable(record, options.cell, options.value, knowledge.editions).text;
    const Correction correction{record.sha256,  options.cell, was, options.value,
                                options.author, options.why,  {}};
    archive.correct({correction});
    context.out.print("{}{}: {}\n", report.municipality, report.year ? fmt::format(" {}", *report.year) : "",
                      describe(correction, record));
    return ExitCode::all_well;
}

} // namespace

Command correct_command() {
    const auto options = std::make_shared<CorrectOptions>();
    const auto argument = [](const char* name, const char* help, std::string& target) {
        return Option{.names = name, .value = "", .help = help, .target = &target, .required = true};
    };
    return {.name = "correct",
            .summary = "decides what a cell of a report is",
            .details =
                "What was read stays in the archive; the correction is laid over it, with who made it and "
                "why, and holds also when the report is read anew. A later one goes before an earlier "
                "one; to confirm a doubtful figure, give the value that it has. Cells: '4.4 percent' "
                "(points, max, text), 'area 4 total points', 'area 4 box points', 'area 4 title', 'area 4 "
                "strength 2', 'history 2017 area 3', 'history 2017 total', 'municipality', 'year', "
                "'month', 'ordinal', 'interviewees', 'document date', 'edition'.",
            .example = "  kompass correct --archive arkiv.db 'Köping 2017' '4.4 percent' 68 \\\n"
                       "          --by 'Anna Ek' --why 'seen on page 19'",
            .options = {archive_option(options->archive),
                        argument("REPORT", "which report, as for kompass show", options->report),
                        argument("CELL", "which cell", options->cell),
                        argument("VALUE", "what it is", options->value),
                        {.names = "--by",
                         .value = "NAME",
                         .help = "who decides",
                         .target = &options->author,
                         .required = true},
                        {.names = "--why",
                         .value = "TEXT",
                         .help = "on what grounds",
                         .target = &options->why,
                         .required = true}},
            .run = [options](const Context& context) { return correct(*options, context); }};
}

} // namespace kompass::cli
