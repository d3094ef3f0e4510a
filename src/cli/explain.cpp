// kompass explain: what the rules make of a report, and what they do not know.
#include "cli/commands.h"

#include "cli/explanation.h"
#include "cli/pipeline.h"
#include "cli/repairing.h"
#include "cli/shared_options.h"
#include "cli/table.h"
#include "cli/text.h"

#include <memory>

namespace kompass::cli {
namespace {

struct ExplainOptions {
    std::string format = "table";
    std::string file;
    bool rules = false;
};

Table part_table(const Explanation& explanation, bool understood) {
    Table table({{"part"}, {"found", Align::right}, {"of", Align::right}, {"roles"}});
    for (const auto& part : explanation.parts)
        if ((part.found >= part.expected) == understood)
            table.add({part.name, part.found, part.expected, joined(part.roles, ", ")});
    return table;
}

Table rule_table(const Explanation& explanation) {
    Table table({{"rule"}, {"role"}, {"file"}, {"times", Align::right}, {"page", Align::right}});
    for (const auto& use : explanation.rules)
        table.add({use.rule->id, use.rule->role, use.rule->file, use.times, use.first_page});
    return table;
}

Table line_table(const Explanation& explanation) {
    Table table({{"line"},
                 {"times", Align::right},
                 {"page", Align::right},
                 {"nearest_rule"},
                 {"role"},
                 {"likeness", Align::right}});
    for (const auto& line : explanation.unknown_lines)
        table.add({line.text, line.times, line.first_page,
                   line.nearest != nullptr ? Value{line.nearest->id} : Value{},
                   line.nearest != nullptr ? Value{line.nearest->role} : Value{},
                   line.nearest != nullptr ? Value{line.likeness} : Value{}});
    return table;
}

void print_for_people(const Explanation& explanation, Output& out) {
    const auto section = [&](std::string_view head, const Table& table) {
        if (!table.empty()) out.print("{}\n\n{}\n", head, table.text(Format::table));
    };
    section("Understood:", part_table(explanation, true));
    section("Not understood, or not there (rules of these roles would find it):",
            part_table(explanation, false));
    section("Lines like headings that no rule knows, and the rule that reads most like each:",
            line_table(explanation));
    out.write("docs/extending.md leads from here to a rules file.\n");
}

ExitCode explain_file(const ExplainOptions& options, const Context& context) {
    const auto knowledge = load_knowledge(context.settings);
    const auto repairer = make_repairer(context.settings);
    auto code = ExitCode::nothing_done;
    const auto show = [&](const auto& /*file*/, const Document& document, const Record& record) {
        if (!tell_troubles(document, context.talk)) return;
        auto mended = document;
        repairer->mend(mended);
        const auto explanation = explain(mended, record, knowledge);
        const auto format = format_from(options.format);
        if (options.rules)
            context.out.write(rule_table(explanation).text(format));
        else if (format == Format::table)
            print_for_people(explanation, context.out);
        else
            context.out.write(line_table(explanation).text(format));
        code = ExitCode::all_well;
    };
    extract_all({options.file}, knowledge, context, {}, show, {});
    return code;
}

} // namespace

Command explain_command() {
    const auto options = std::make_shared<ExplainOptions>();
    return {.name = "explain",
            .summary = "what of a report is understood, what is not, and which rules come nearest",
            .details =
                "For a template that no rules file describes yet: the parts that were found, those that "
                "were not with the roles\n"
                "of rules that would find them, and the lines like headings that no rule knows. "
                "docs/extending.md leads from\n"
                "there to a rules file. csv and json give the lines alone.",
            .example = "  kompass explain ny-mall-2022.pdf\n  kompass explain --rules-used ny-mall-2022.pdf",
            .options = {format_option(options->format),
                        {.names = "--rules-used",
                         .value = "",
                         .help = "instead, the rules that matched, how often and where first",
                         .target = &options->rules},
                        {.names = "FILE",
                         .value = "",
                         .help = "a PDF, an image or a transcript",
                         .target = &options->file,
                         .required = true}},
            .run = [options](const Context& context) { return explain_file(*options, context); }};
}

} // namespace kompass::cli
