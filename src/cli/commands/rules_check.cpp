// kompass rules check: whether every rule does what its own examples say.
#include "cli/commands.h"

#include "rules/knowledge.h"
#include "text/language.h"

#include <memory>

namespace kompass::cli {
namespace {

ExitCode check_rules(const std::string& directory, const Context& context) {
    const auto given = directory.empty() ? context.settings.rules : directory;
    const auto knowledge = rules::Knowledge::load(rules::find_rules(given));
    auto failures = knowledge.rules.check();
    for (auto& failure : knowledge.instruments.check())
        failures.push_back(std::move(failure));
    for (const auto& failure : failures)
        context.out.print("{}:{}: {} {} '{}'\n", failure.file, failure.line, failure.rule,
                          failure.should_match ? text::tr("must match but does not:")
                                               : text::tr("matches but must not:"),
                          failure.text);
    auto examples = knowledge.instruments.examples();
    for (const auto& rule : knowledge.rules.all())
        examples += rule.must_match.size() + rule.must_not_match.size();
    context.out.print("{}, {}: {}\n", text::counted(knowledge.rules.all().size(), "rule"),
                      text::counted(examples, "example"),
                      failures.empty() ? text::tr("all hold") : text::tr("{} do not hold", failures.size()));
    context.out.print("{}, {}, {}\n", text::counted(knowledge.editions.all().size(), "edition"),
                      text::counted(knowledge.instruments.all().size(), "instrument"),
                      text::counted(knowledge.municipalities.all().size(), "municipality"));
    return failures.empty() ? ExitCode::all_well : ExitCode::nothing_done;
}

} // namespace

Command rules_check_command() {
    const auto directory = std::make_shared<std::string>();
    return {.name = "rules check",
            .summary = "check every rule against its own examples",
            .details = "Each rule, and each instrument, bears texts that it must and must not match. Names "
                       "file, line, rule and "
                       "text where one does not hold; a rule that cannot be read at all ends the check. Exit "
                       "code 0 if all hold, else 2.",
            .example = "  kompass rules check my-rules/",
            .options = {{.names = "DIR",
                         .value = "",
                         .help = "directory of rules; default: as for every command",
                         .target = directory.get()}},
            .run = [directory](const Context& context) { return check_rules(*directory, context); }};
}

} // namespace kompass::cli
