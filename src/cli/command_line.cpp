#include "cli/command_line.h"

#include "cli/config/in_force.h"
#include "cli/config/language_choice.h"
#include "cli/help/did_you_mean.h"
#include "cli/help/given_words.h"
#include "cli/help/help_text.h"
#include "cli/shared_options.h"
#include "text/fitting.h"
#include "text/language.h"
#include "text/retelling.h"
#include "text/visible.h"

#include <CLI/CLI.hpp>
#include <kompass_version.h>

#include <algorithm>
#include <iostream>
#include <string_view>
#include <system_error>
#include <utility>

#include <unistd.h>

namespace kompass::cli {
namespace {

constexpr auto version_line = "kompass " KOMPASS_VERSION "\n";

const CLI::Validator& at_least_one() {
    static const CLI::Validator validator(
        [](const std::string& text) {
            int number = 0;
            const bool good = CLI::detail::lexical_cast(text, number) && number >= 1;
            return good ? std::string{} : "'" + text + text::tr("' is not a whole number from 1 up");
        },
        "");
    return validator;
}

struct AddOption {
    CLI::App& app;
    const Option& option;

    CLI::Option* operator()(bool* flag) const { return app.add_flag(option.names, *flag); }
    CLI::Option* operator()(int* number) const {
        return app.add_option(option.names, *number)->check(at_least_one());
    }
    CLI::Option* operator()(std::string* text) const { return app.add_option(option.names, *text); }
    /// A named list takes one value each time it is given: else it would swallow the arguments after it.
    CLI::Option* operator()(std::vector<std::string>* list) const {
        return app.add_option(option.names, *list)->allow_extra_args(!option.names.starts_with('-'));
    }
};

void add_option(CLI::App& app, const Option& option) {
    auto* added = std::visit(AddOption{app, option}, option.target);
    if (!option.environment.empty()) added->envname(option.environment);
    if (!option.choices.empty()) added->check(CLI::IsMember(option.choices));
    added->required(option.required);
}

/// One that the config file gives is no longer required.
std::vector<Option> configured(std::vector<Option> options, const Config& config) {
    for (auto& option : options)
        if (take_from(config, option)) option.required = false;
    return options;
}

/// The parent of "rules check" is made when its first child is.
CLI::App& group_of(CLI::App& app, const std::string& name) {
    const auto existing =
        app.get_subcommands([&](const CLI::App* child) { return child->get_name() == name; });
    if (!existing.empty()) return *existing.front();
    auto* group = app.add_subcommand(name);
    group->fallthrough();
    return *group;
}

CLI::App* add_command(CLI::App& app, const Command& command, const std::vector<Option>& options) {
    const auto blank = command.name.find(' ');
    auto& parent = blank == std::string::npos ? app : group_of(app, command.name.substr(0, blank));
    auto* added =
        parent.add_subcommand(blank == std::string::npos ? command.name : command.name.substr(blank + 1));
    added->fallthrough();
    for (const auto& option : options)
        add_option(*added, option);
    return added;
}

ExitCode wrong_usage(const std::string& message) {
    std::cerr << "kompass: " << text::visible(message)
              << text::tr("\nkompass --help lists the commands, kompass COMMAND --help explains one.\n");
    return ExitCode::usage;
}

Invocation answered(const std::string& text) {
    Invocation invocation;
    try {
        Output(STDOUT_FILENO).write(text);
    } catch (const ClosedOutput&) { // the reader has seen enough
    } catch (const std::system_error& error) {
        std::cerr << "kompass: " << error.what() << '\n';
        invocation.code = ExitCode::nothing_done;
    }
    return invocation;
}

Invocation refused(const std::string& message) {
    Invocation invocation;
    invocation.code = wrong_usage(message);
    return invocation;
}

/// Null if there is none of that name.
const Command* find_command(const std::vector<Command>& commands, const std::string& name) {
    const auto found = std::find_if(commands.begin(), commands.end(),
                                    [&](const Command& command) { return command.name == name; });
    return found == commands.end() ? nullptr : &*found;
}

/// Why `words` name no command.
std::string no_command(const std::vector<Command>& commands, const std::vector<std::string>& words) {
    std::vector<std::string> names{"help"};
    for (const auto& command : commands)
        if (!command.hidden) names.push_back(words.size() > 1 ? command.name : first_word(command));
    const auto name = text::joined(words, " ");
    return text::tr("there is no command '{}'{}", name, did_you_mean(name, names));
}

/// `kompass help`, `kompass help ingest`, `kompass corrections --help`.
Invocation help(const std::vector<Command>& commands, const std::vector<std::string>& words) {
    if (words.empty()) return answered(program_help(commands));
    if (const auto* command = find_command(commands, text::joined(words, " ")))
        return answered(command_help(*command));
    const auto group = words.size() == 1 ? commands_of(commands, words[0]) : std::vector<const Command*>{};
    return group.empty() ? refused(no_command(commands, words)) : answered(group_help(group));
}

/// What may be meant by a value that is none of an option's choices; empty: nothing like it.
std::string meant_choice(const Command& command, const std::vector<std::string>& words) {
    for (std::size_t i = 1; i < words.size(); ++i)
        for (const auto& option : command.options)
            if (!option.choices.empty() && words[i - 1] == option.names &&
                std::find(option.choices.begin(), option.choices.end(), words[i]) == option.choices.end())
                return did_you_mean(words[i], option.choices);
    return {};
}

/// As CLI11 says that a value is none of an option's choices; empty: none of `words` is such a value.
std::string no_choice(const std::vector<Option>& options, const std::vector<std::string>& words,
                      const std::string& error) {
    for (const auto& option : options)
        for (const auto& word : words) {
            const auto told = [&] {
                return text::tr("{}: {} not in {{{}}}", option.names, word,
                                text::joined(option.choices, ","));
            };
            if (!option.choices.empty() && text::in_english(told) == error) return told();
        }
    return {};
}

/// What is wrong with the options of a command that exists.
std::string complaint(const CLI::ParseError& error, const Command& command,
                      const std::vector<Option>& settings, const std::vector<std::string>& words) {
    auto known = names_of(command.options);
    const auto everywhere = names_of(settings);
    known.insert(known.end(), everywhere.begin(), everywhere.end());
    known.insert(known.end(), {"--help", "-h", "--version"});
    for (const auto& word : words) {
        if (word == "--") break;
        const auto name = word.substr(0, word.find('='));
        if (name.starts_with("--") && std::find(known.begin(), known.end(), name) == known.end())
            return text::tr("kompass {} has no option {}{}", command.name, name, did_you_mean(name, known));
    }
    for (const auto& option : command.options)
        if (!option.setting.empty() && error.what() == option.names + " is required")
            return text::tr(
                "{} is required: give it, or name it for good, in ${} or with: kompass config {} {}",
                option.names, option.environment, option.setting, option.value);
    auto options = command.options;
    options.insert(options.end(), settings.begin(), settings.end());
    const auto refused_value = no_choice(options, words, error.what());
    return (refused_value.empty() ? text::retold(error.what()) : refused_value) +
           meant_choice(command, words);
}

/// Empty, with a word on why, where the file is wrong and the command is one to look into that, or to mend
/// it.
Config config_for(const Command& command) {
    if (command.hidden) return {}; // what the program starts itself is told all it needs
    if (command.name != "config" && command.name != "doctor") return Config::load();
    try {
        return Config::load();
    } catch (const ConfigError& error) {
        std::cerr << "kompass: " << text::visible(text::retold(error.what()))
                  << text::tr("\nNothing that the file sets counts until it is mended.\n");
        return {};
    }
}

bool asks_for_help(const std::vector<std::string>& words) {
    const auto end = std::find(words.begin(), words.end(), "--");
    return std::any_of(words.begin(), end,
                       [](const std::string& word) { return word == "--help" || word == "-h"; });
}

/// Sets the targets of the options; `command` is there.
Invocation parse_options(const std::vector<Command>& commands, const Command& command,
                         const GivenWords& given) {
    Invocation invocation;
    invocation.settings.lang = text::name_of(text::language_of_locale());
    if (asks_for_help(given.rest)) return help(commands, given.command);
    const auto config = config_for(command);
    const auto settings = configured(settings_options(invocation.settings), config);
    const auto options = configured(command.options, config);
    CLI::App app{"", "kompass"};
    app.set_help_flag("-h,--help");
    app.set_version_flag("--version", "");
    for (const auto& option : settings)
        add_option(app, option);
    add_command(app, command, options);

    auto words = given.command;
    words.insert(words.end(), given.rest.begin(), given.rest.end());
    std::reverse(words.begin(), words.end()); // so CLI11 wants them
    try {
        app.parse(std::move(words));
    } catch (const CLI::CallForVersion&) {
        return answered(version_line);
    } catch (const CLI::CallForHelp&) {
        return help(commands, given.command);
    } catch (const CLI::ParseError& error) {
        return refused(complaint(error, command, settings, given.rest));
    }
    invocation.command = &command;
    invocation.in_force = in_force(settings, given.rest, config);
    const auto own = in_force(options, given.rest, config);
    invocation.in_force.insert(invocation.in_force.begin(), own.begin(), own.end());
    return invocation;
}

/// Neither options nor the values of those that every command takes.
std::vector<std::string> without_options(const std::vector<std::string>& words,
                                         const std::vector<Option>& settings) {
    std::vector<std::string> left;
    for (auto word = words.begin(); word != words.end(); ++word) {
        if (!word->starts_with('-')) {
            left.push_back(*word);
            continue;
        }
        const bool takes_next = std::any_of(settings.begin(), settings.end(), [&](const Option& option) {
            return option.names == *word && !std::holds_alternative<bool*>(option.target);
        });
        if (takes_next && word + 1 != words.end()) ++word;
    }
    return left;
}

bool names_language(const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(),
                       [](const std::string& word) { return word.starts_with("--lang"); });
}

bool has(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

} // namespace

Invocation parse(const std::vector<Command>& commands, int argc, const char* const* argv) {
    Settings defaults;
    const auto given = in_order(commands, settings_options(defaults), {argv + 1, argv + argc});
    const auto& name = given.command;
    const auto* asked_for = find_command(commands, text::joined(name, " "));
    // What the program starts itself, or a build, is to say the same everywhere.
    if (asked_for == nullptr || !asked_for->hidden || names_language(given.rest))
        text::speak(chosen_language(given.rest));
    if (!name.empty() && name[0] == "help") {
        auto asked = name;
        const auto others = without_options(given.rest, settings_options(defaults));
        asked.insert(asked.end(), others.begin(), others.end());
        return help(commands, {asked.begin() + 1, asked.end()});
    }
    if (const auto* command = asked_for) {
        try {
            return parse_options(commands, *command, given);
        } catch (const ConfigError& error) {
            std::cerr << "kompass: " << text::visible(text::retold(error.what())) << '\n';
            Invocation refused;
            refused.code = ExitCode::nothing_done;
            return refused;
        }
    }
    if (has(given.rest, "--help") || has(given.rest, "-h")) return help(commands, name);
    if (name.empty() && has(given.rest, "--version")) return answered(version_line);
    if (name.empty()) return refused(text::tr("a command is needed"));
    const auto group = name.size() == 1 ? commands_of(commands, name[0]) : std::vector<const Command*>{};
    return refused(group.empty()
                       ? no_command(commands, name)
                       : text::tr("kompass {} needs a command: see kompass help {}", name[0], name[0]));
}

} // namespace kompass::cli
