// kompass correct: what a person decides about one cell of a report.
#include "cli/commands.h"

#include "cli/corrections_text.h"
#include "cli/find_report.h"
#include "cli/open_archive.h"
#include "cli/shared_options.h"
#include "cli/terminal/effect_of_decision.h"
#include "cli/terminal/question.h"
#include "model/cell_value.h"
#include "text/language.h"
#include "text/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <stdexcept>

namespace kompass::cli {
namespace {

struct CorrectOptions {
    std::string archive, format = "table", report, cell, value, author, why;
    bool clear = false, undo = false, history = false, dry_run = false, yes = false;
};

/// What is wrong with the options as they are given together; empty: nothing.
std::string fault_of(const CorrectOptions& options) {
    const int said =
        int{!options.value.empty()} + int{options.clear} + int{options.undo} + int{options.history};
    if (said != 1)
        return text::tr(
            "give a value, or --clear (the report does not state it), --undo or --history: one of them");
    if (options.history) return {};
    if (options.author.empty()) return text::tr("--by is required");
    return options.why.empty() ? text::tr("--why is required") : "";
}

/// The decision that counts of the cell; none: nothing is decided.
std::optional<Correction> counting(const Record& published, const std::string& name) {
    const auto asked = cell_from(name);
    for (const auto& decision : in_force(published.corrections))
        if (asked && cell_decided(decision, published) == asked) return decision;
    return std::nullopt;
}

Correction decision_of(const CorrectOptions& options, const Record& published,
                       const rules::Knowledge& knowledge) {
    if (options.undo) {
        const auto taken_back = counting(published, options.cell);
        if (!taken_back)
            throw std::runtime_error(
                text::tr("nothing is decided about '{}': there is nothing to undo", options.cell));
        return {taken_back->sha256,
                taken_back->cell,
                taken_back->value,
                std::nullopt,
                options.author,
                options.why,
                {},
                true};
    }
    auto value = options.clear ? std::nullopt : std::optional(options.value);
    const auto was = require_correctable(published, options.cell, value, knowledge).text;
    require_in_list(published, cell_from(options.cell).value(), value.has_value());
    if (value) {
        value = plain_value(cell_from(options.cell).value(), *value);
        require_sense(published, cell_from(options.cell).value(), *value);
    }
    return {published.sha256, options.cell, was, value, options.author, options.why, {}};
}

/// What is decided, in a line.
std::string told(const Correction& decision, const Record& published) {
    if (!decision.withdrawn) return describe(decision, published);
    auto after = published;
    after.corrections.push_back(decision);
    after.corrections.back().made_at = "9999"; // after all that was decided before
    const auto left = counting(after, decision.cell);
    const auto content = content_of(published, cell_from(decision.cell).value());
    return text::tr("{}: {} taken back, now {} as {} ({}: {})", decision.cell,
                    decision.was.value_or(text::tr("not stated")),
                    (left      ? left->value
                     : content ? content->text
                               : std::nullopt)
                        .value_or(text::tr("not stated")),
                    left ? text::tr("decided before") : text::tr("read"), decision.author, decision.why);
}

ExitCode decide(const CorrectOptions& options, const Context& context) {
    auto archive = open_to_change(options.archive, context);
    const auto report = find_report(archive, {options.report});
    const auto published = archive.effective(report.id).published;
    const auto knowledge = pipeline::load_knowledge(knowledge_sources(context.settings, archive));
    const auto decision = decision_of(options, published, knowledge);
    const auto stands = [&](const archive::Connection& connection) {
        return standing(connection, report.id);
    };
    const auto before = archive.consult(stands);
    const auto after = archive.suppose({decision}, stands);
    context.out.write_paragraph(fmt::format("{}{}: {}", report.municipality,
                                            report.year ? fmt::format(" {}", *report.year) : "",
                                            told(decision, published)),
                                "  ");
    context.out.write(effect_text(before, after, cell_from(decision.cell).value(), context.out.terminal()));
    if (options.dry_run || (!options.yes && can_be_asked() && !agrees(text::tr("Keep it?")))) {
        context.talk.remark(text::tr("nothing was kept"));
        return ExitCode::all_well;
    }
    if (!archive.correct({decision}).front()) context.talk.remark(text::tr("that is decided already"));
    return ExitCode::all_well;
}

/// What was read of the cell, and every decision about it, oldest first.
ExitCode tell_history(const CorrectOptions& options, const Context& context) {
    const auto archive = open_to_read(options.archive, context);
    const auto published = archive.effective(find_report(archive, {options.report}).id).published;
    const auto cell = cell_from(options.cell);
    const auto content = cell ? content_of(published, *cell) : std::nullopt;
    if (!content) throw std::runtime_error(no_such_cell(published, options.cell));
    text::Table table(
        {{"at"}, {"was"}, {"value"}, {"by"}, {"state"}, {"why", text::Align::left, text::Layout::below}});
    const auto value_or_dash = [](const std::optional<std::string>& value) { return value.value_or("–"); };
    table.add({text::Value{}, text::Value{}, value_or_dash(content->text), text::Value{},
               text::told("as read"), text::Value{}});
    for (const auto& decision : published.corrections) {
        const auto about = cell_decided(decision, published);
        if (about != cell && decision.cell != options.cell) continue;
        table.add({decision.made_at, value_or_dash(decision.was), value_or_dash(decision.value),
                   decision.author, text::told(name_of(state_of(decision, published))), decision.why});
    }
    context.out.write(table.text(text::format_from(options.format), context.out.terminal().table_width()));
    return ExitCode::all_well;
}

ExitCode correct(const CorrectOptions& options, const Context& context) {
    if (const auto fault = fault_of(options); !fault.empty()) {
        context.talk.error(fault);
        return ExitCode::usage;
    }
    return options.history ? tell_history(options, context) : decide(options, context);
}

Option flag(const char* name, const char* help, bool& target) {
    return {.names = name, .value = "", .help = help, .target = &target};
}

} // namespace

Command correct_command() {
    const auto options = std::make_shared<CorrectOptions>();
    const auto argument = [](const char* name, const char* help, std::string& target) {
        return Option{.names = name, .value = "", .help = help, .target = &target, .required = true};
    };
    return {
        .name = "correct",
        .summary = "decides what a cell of a report is",
        .details =
            "What was read stays in the archive; the correction is laid over it, with who made it and "
            "why, and holds also when the report is read anew. A later one goes before an earlier "
            "one; to confirm a doubtful figure, give the value that it has. Before it is kept, its effect "
            "is shown: what then adds up or does not, and which other figures stand otherwise; on a "
            "terminal it is asked for. Cells: '4.4 percent' "
            "(points, max, text), 'area 4 total points', 'area 4 box points', 'area 4 title', 'area 4 "
            "strength 2', 'area 4 role model 1', 'history 2017 area 3', 'history 2017 total', "
            "'municipality', 'year', 'month', 'ordinal', 'interviewees', 'document date', 'edition', "
            "'evaluator 1'. Role models and evaluators can be added: the next number is free.",
        .example = "  kompass correct --archive arkiv.db 'Köping 2017' '4.4 percent' 68 \\\n"
                   "          --by 'Anna Ek' --why 'seen on page 19' --dry-run\n"
                   "  kompass correct --archive arkiv.db 'Köping 2017' '4.4 percent' --history",
        .options = {archive_option(options->archive),
                    format_option(options->format),
                    argument("REPORT", "which report, as for kompass show", options->report),
                    argument("CELL", "which cell", options->cell),
                    {.names = "VALUE", .value = "", .help = "what it is", .target = &options->value},
                    flag("--clear", "instead of a value: the report does not state it", options->clear),
                    flag("--undo", "takes back what was decided last; what counted before counts again",
                         options->undo),
                    flag("--history", "only tells what was read and decided", options->history),
                    {.names = "--by", .value = "NAME", .help = "who decides", .target = &options->author},
                    {.names = "--why", .value = "TEXT", .help = "on what grounds", .target = &options->why},
                    flag("--dry-run", "only shows the effect", options->dry_run),
                    flag("--yes", "keeps it without asking", options->yes)},
        .run = [options](const Context& context) { return correct(*options, context); }};
}

} // namespace kompass::cli
