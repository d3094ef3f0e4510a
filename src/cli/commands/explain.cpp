// kompass explain: what the rules make of a report, and what they do not know.
#include "cli/commands.h"

#include "cli/explanation.h"
#include "cli/proposed_rules.h"
#include "cli/shared_options.h"
#include "cli/telling.h"
#include "text/fitting.h"
#include "text/language.h"
#include "text/retelling.h"
#include "text/table.h"

#include <memory>

namespace kompass::cli {
namespace {

struct ExplainOptions {
    std::string format = "table";
    std::string file;
    bool rules = false;
    bool propose = false;
};

bool is_understood(const UnderstoodPart& part) {
    return part.found > 0 && part.damaged + part.missing == 0;
}

bool is_lost(const UnderstoodPart& part) {
    return part.damaged + part.missing > 0;
}

bool is_not_there(const UnderstoodPart& part) {
    return !is_understood(part) && !is_lost(part);
}

text::Table part_table(const Explanation& explanation, bool (*told)(const UnderstoodPart&)) {
    text::Table table({{"part"}, {"found", text::Align::right}, {"of", text::Align::right}, {"roles"}});
    for (const auto& part : explanation.parts)
        if (told(part))
            table.add({text::told(part.name), part.found, part.expected, text::joined(part.roles, ", ")});
    return table;
}

text::Table rule_table(const Explanation& explanation) {
    text::Table table(
        {{"rule"}, {"role"}, {"file"}, {"times", text::Align::right}, {"page", text::Align::right}});
    for (const auto& use : explanation.rules)
        table.add({use.rule->id, use.rule->role, use.rule->file, use.times, use.first_page});
    return table;
}

text::Table line_table(const Explanation& explanation) {
    text::Table table({{"line"},
                       {"times", text::Align::right},
                       {"page", text::Align::right},
                       {"nearest_rule"},
                       {"role"},
                       {"likeness", text::Align::right}});
    for (const auto& line : explanation.unknown_lines)
        table.add({line.text, line.times, line.first_page,
                   line.nearest != nullptr ? text::Value{line.nearest->id} : text::Value{},
                   line.nearest != nullptr ? text::Value{line.nearest->role} : text::Value{},
                   line.nearest != nullptr ? text::Value{line.likeness} : text::Value{}});
    return table;
}

void print_for_people(const Explanation& explanation, Output& out) {
    const auto section = [&](std::string_view head, const text::Table& table) {
        if (!table.empty())
            out.print("{}\n\n{}\n", head, table.text(text::Format::table, out.terminal().table_width()));
    };
    out.print("{}\n\n", text::retold(explanation.summary));
    section(text::tr("Understood:"), part_table(explanation, is_understood));
    section(text::tr("Missing or damaged (rules of these roles would find it; kompass account says why):"),
            part_table(explanation, is_lost));
    section(text::tr("Not there, as it seems (rules of these roles would find it):"),
            part_table(explanation, is_not_there));
    section(text::tr("Lines like headings that no rule knows, and the rule that reads most like each:"),
            line_table(explanation));
    out.write(text::tr("docs/extending.md leads from here to a rules file.\n"));
}

void propose(const Document& document, const pipeline::Understanding& understanding,
             const rules::Knowledge& knowledge, const Context& context) {
    const auto proposed = proposed_rules(understanding, knowledge, document.file);
    context.out.write(proposed);
    if (proposed.empty())
        context.talk.remark(
            text::tr("{}: no head was inferred, so no rule is proposed; kompass explain lists the lines that "
                     "no rule knows",
                     document.file));
}

ExitCode explain_file(const ExplainOptions& options, const Context& context) {
    const auto knowledge = pipeline::load_knowledge(knowledge_sources(context.settings));
    auto code = ExitCode::nothing_done;
    const auto show = [&](const auto& /*file*/, const Document& document,
                          const pipeline::Understanding& understanding) {
        // What was read and is no report is explained; what nobody could lay out cannot be.
        const bool laid_out = !understanding.blocks.empty();
        tell_troubles(laid_out ? document.troubles : understanding.record.troubles, context.talk);
        if (!laid_out) return;
        code = ExitCode::all_well;
        if (options.propose) return propose(document, understanding, knowledge, context);
        const auto explanation = explain(understanding, knowledge);
        const auto format = text::format_from(options.format);
        if (options.rules)
            context.out.write(rule_table(explanation).text(format, context.out.terminal().table_width()));
        else if (format == text::Format::table)
            print_for_people(explanation, context.out);
        else
            context.out.write(line_table(explanation).text(format, context.out.terminal().table_width()));
    };
    auto reading = pipeline_options(context.settings);
    reading.record_only = false;
    tell_remarks(pipeline::understand_sources({options.file}, reading, show), context.talk);
    return code;
}

} // namespace

Command explain_command() {
    const auto options = std::make_shared<ExplainOptions>();
    return {
        .name = "explain",
        .summary = "what of a report is understood, what is not, and which rules come nearest",
        .details =
            "For a template that no rules file describes yet: the parts that were found, those that were not "
            "with the roles of rules that would find them, and the lines like headings that no rule knows. "
            "docs/extending.md leads from there to a rules file. csv and json give the lines alone.",
        .example = "  kompass explain ny-mall-2022.pdf\n  kompass explain --rules-used ny-mall-2022.pdf\n"
                   "  kompass explain --propose-rules ny-mall-2022.pdf > mina/layouts/ny-mall.toml",
        .options = {format_option(options->format),
                    {.names = "--rules-used",
                     .value = "",
                     .help = "instead, the rules that matched, how often and where first",
                     .target = &options->rules},
                    {.names = "--propose-rules",
                     .value = "",
                     .help =
                         "instead, a rules file that names the heads which recur in the areas and which no "
                         "rule knows",
                     .target = &options->propose},
                    {.names = "FILE",
                     .value = "",
                     .help = "a PDF, an image or a transcript",
                     .target = &options->file,
                     .required = true}},
        .run = [options](const Context& context) { return explain_file(*options, context); }};
}

} // namespace kompass::cli
