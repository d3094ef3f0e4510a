// kompass correct: what a person decides about one cell of a report.
#include "cli/commands.h"

#include "cli/corrections_text.h"
#include "cli/find_report.h"
#include "cli/shared_options.h"
#include "cli/writer_lock.h"
#include "model/cell_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <stdexcept>

namespace kompass::cli {
namespace {

struct CorrectOptions {
    std::string archive, report, cell, value, author, why;
    bool clear = false;
};

/// A municipality that no register knows would be one of its own.
void require_registered(const std::string& cell, const std::optional<std::string>& value,
                        const rules::Municipalities& municipalities) {
    if (!value || cell != name_of(report_cell(CellField::municipality))) return;
    const auto& all = municipalities.all();
    const bool known = std::any_of(all.begin(), all.end(),
                                   [&](const rules::Municipality& one) { return one.name == *value; });
    if (!known)
        throw std::runtime_error(fmt::format("no register has a municipality '{}'; name it as the register "
                                             "does, or add a register with --municipalities",
                                             *value));
}

ExitCode correct(const CorrectOptions& options, const Context& context) {
    auto archive = open_to_change(options.archive, context);
    const auto report = find_report(archive, {options.report});
    const auto record = archive.effective(report.id).published;
    const auto knowledge = pipeline::load_knowledge(knowledge_sources(context.settings));
    if (options.clear == !options.value.empty())
        throw std::runtime_error("give a value, or --clear: the report does not state it");
    auto value = options.clear ? std::nullopt : std::optional(options.value);
    const auto was = require_correctable(record, options.cell, value, knowledge.editions).text;
    if (value) value = plain_value(cell_from(options.cell).value(), *value);
    require_registered(options.cell, value, knowledge.municipalities);
    const Correction correction{record.sha256, options.cell, was, value, options.author, options.why, {}};
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
                        {.names = "VALUE", .value = "", .help = "what it is", .target = &options->value},
                        {.names = "--clear",
                         .value = "",
                         .help = "instead of a value: the report does not state it",
                         .target = &options->clear},
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
