#include "cli/help/completions.h"

#include "cli/help/given_words.h"
#include "cli/help/help_text.h"
#include "cli/shared_options.h"
#include "text/fitting.h"
#include "text/language.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace kompass::cli {
namespace {

using Options = std::vector<Option>;

/// How help calls values that are files.
bool is_file(std::string_view value) {
    return value == "FILE" || value == "PATH" || value == "CSV" || value == "RECORDS";
}

Completions values_of(const Option& option) {
    Completions found;
    for (const auto& choice : option.choices)
        found.candidates.push_back({choice, ""});
    const std::string_view value = is_argument(option) ? option.names : option.value;
    if (value == "DIR") found.of = Completions::Of::folders;
    if (is_file(value)) found.of = Completions::Of::files;
    return found;
}

/// The commands that `head` may go on to: all of the program, or those of a group.
Completions next_command(const std::vector<Command>& commands, const std::vector<std::string>& head) {
    Completions found;
    if (head.empty() || head[0] == "help") {
        for (const auto& [group, rows] : grouped_rows(commands))
            for (const auto& [word, summary] : rows)
                found.candidates.push_back({word, text::tr(summary)});
        if (head.empty()) found.candidates.push_back({"help", text::tr("explain a command")});
        return found;
    }
    for (const auto* command : commands_of(commands, head[0]))
        if (command->name != head[0])
            found.candidates.push_back(
                {command->name.substr(head[0].size() + 1), text::tr(command->summary)});
    return found;
}

Completions option_names(const Options& options) {
    Completions found;
    for (const auto& option : options)
        for (const auto& name : names_of({option}))
            found.candidates.push_back({name, text::tr(option.help)});
    found.candidates.push_back({"--help", text::tr("print this help")});
    return found;
}

/// The option that waits for its value after `word`; null if none does.
const Option* awaiting_value(const Options& options, const std::string& word) {
    for (const auto& option : options) {
        const auto names = names_of({option});
        const bool flag = std::holds_alternative<bool*>(option.target);
        if (!flag && std::find(names.begin(), names.end(), word) != names.end()) return &option;
    }
    return nullptr;
}

Completions arguments_of(const Command& command) {
    const auto argument = std::find_if(command.options.begin(), command.options.end(), is_argument);
    return argument == command.options.end() ? Completions{} : values_of(*argument);
}

Completions all_that_may_follow(const std::vector<Command>& commands, const std::vector<std::string>& before,
                                const std::string& typed) {
    Settings defaults;
    auto options = settings_options(defaults);
    const auto given = in_order(commands, options, before);
    const auto name = text::joined(given.command, " ");
    const auto command = std::find_if(commands.begin(), commands.end(),
                                      [&](const Command& one) { return !one.hidden && one.name == name; });
    if (command != commands.end())
        options.insert(options.begin(), command->options.begin(), command->options.end());
    if (!before.empty())
        if (const auto* option = awaiting_value(options, before.back())) return values_of(*option);
    if (typed.starts_with('-')) return option_names(options);
    return command == commands.end() ? next_command(commands, given.command) : arguments_of(*command);
}

} // namespace

Completions completions(const std::vector<Command>& commands, std::vector<std::string> words) {
    const auto typed = words.empty() ? std::string() : std::move(words.back());
    if (!words.empty()) words.pop_back();
    auto found = all_that_may_follow(commands, words, typed);
    std::erase_if(found.candidates,
                  [&](const Candidate& candidate) { return !candidate.word.starts_with(typed); });
    return found;
}

} // namespace kompass::cli
