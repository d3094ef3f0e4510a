#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>
#include <map>

namespace kompass::cli {
namespace {

constexpr std::string_view about = "kompass turns published Kommunkompassen reports (PDF, scan or text) into "
                                   "one archive of scores, findings\n"
                                   "and their arithmetic.";

/// Any help text is for a screen of this many columns, at most.
constexpr std::size_t help_column = 28;

std::vector<Option> settings_options(Settings& settings) {
    return {
        {.names = "--rules",
         .value = "DIR",
         .help = "directory of rules; default: $KOMPASS_RULES, else the program's own",
         .target = &settings.rules},
        {.names = "--municipalities",
         .value = "CSV",
         .help = "further register of municipalities (code,name,county_code,county); may be repeated",
         .target = &settings.municipalities},
        {.names = "--jobs",
         .value = "N",
         .help = "worker processes that read at once; default: one a core",
         .target = &settings.jobs},
        {.names = "--max-pages",
         .value = "N",
         .help = "refuse documents of more pages; default: 2000",
         .target = &settings.max_pages},
        {.names = "--no-cache",
         .value = "",
         .help = "read scanned pages anew, even those read before; keep nothing",
         .target = &settings.no_cache},
        {.names = "--quiet,-q",
         .value = "",
         .help = "no progress and no remarks; errors still show",
         .target = &settings.quiet},
    };
}

std::string exit_code_lines() {
    std::string text = "Exit codes:\n";
    for (const auto& [code, meaning] : exit_code_meanings)
        text += fmt::format("  {}  {}\n", static_cast<int>(code), meaning);
    return text;
}

const CLI::Validator& at_least_one() {
    static const CLI::Validator validator(
        [](const std::string& text) {
            int number = 0;
            const bool good = CLI::detail::lexical_cast(text, number) && number >= 1;
            return good ? std::string{} : "'" + text + "' is not a whole number from 1 up";
        },
        "");
    return validator;
}

struct AddOption {
    CLI::App& app;
    const Option& option;

    CLI::Option* operator()(bool* flag) const { return app.add_flag(option.names, *flag, option.help); }
    CLI::Option* operator()(int* number) const {
        return app.add_option(option.names, *number, option.help)->check(at_least_one());
    }
    CLI::Option* operator()(std::string* text) const {
        return app.add_option(option.names, *text, option.help);
    }
    /// A named list takes one value each time it is given: else it would swallow the arguments after it.
    CLI::Option* operator()(std::vector<std::string>* list) const {
        return app.add_option(option.names, *list, option.help)
            ->allow_extra_args(!option.names.starts_with('-'));
    }
};

void add_option(CLI::App& app, const Option& option) {
    auto* added = std::visit(AddOption{app, option}, option.target);
    // CLI11 would write the type of the value for an empty text.
    if (!std::holds_alternative<bool*>(option.target))
        added->option_text(option.value.empty() ? " " : option.value);
    if (!option.environment.empty()) added->envname(option.environment);
    if (!option.choices.empty()) added->check(CLI::IsMember(option.choices));
    added->required(option.required);
}

/// The parent of "rules check" is made when its first child is, and summed up as that child.
CLI::App& group_of(CLI::App& app, const std::string& name, const std::string& summary) {
    const auto existing =
        app.get_subcommands([&](const CLI::App* child) { return child->get_name() == name; });
    if (!existing.empty()) return *existing.front();
    auto* group = app.add_subcommand(name, summary);
    group->fallthrough();
    return *group;
}

CLI::App* add_command(CLI::App& app, const Command& command) {
    const auto blank = command.name.find(' ');
    auto& parent =
        blank == std::string::npos ? app : group_of(app, command.name.substr(0, blank), command.summary);
    const auto name = blank == std::string::npos ? command.name : command.name.substr(blank + 1);
    auto* added = parent.add_subcommand(name, command.summary);
    added->fallthrough();
    if (command.hidden) added->group("");
    for (const auto& option : command.options)
        add_option(*added, option);
    added->footer(fmt::format("{}\n\nExample:\n{}\n\nOptions of every command: see kompass --help.",
                              command.details, command.example));
    return added;
}

ExitCode wrong_usage(const std::string& message) {
    std::cerr << "kompass: " << message
              << "\nkompass --help lists the commands, kompass COMMAND --help explains one.\n";
    return ExitCode::usage;
}

} // namespace

Invocation parse(const std::vector<Command>& commands, int argc, const char* const* argv) {
    Invocation invocation;
    CLI::App app{std::string{about}, "kompass"};
    app.get_formatter()->column_width(help_column);
    app.set_help_flag("-h,--help", "print this help");
    app.set_version_flag("--version", "kompass " KOMPASS_VERSION, "print the version");
    for (const auto& option : settings_options(invocation.settings))
        add_option(app, option);

    std::map<const CLI::App*, const Command*> by_app;
    for (const auto& command : commands)
        by_app[add_command(app, command)] = &command;
    app.footer("kompass COMMAND --help explains a command.\n\n" + exit_code_lines());

    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& help_or_version) {
        app.exit(help_or_version, std::cout, std::cerr);
        return invocation;
    } catch (const CLI::ParseError& error) {
        invocation.code = wrong_usage(error.what());
        return invocation;
    }
    const auto chosen = std::find_if(by_app.begin(), by_app.end(), [](const auto& entry) {
        return entry.first->parsed() && entry.first->get_subcommands().empty();
    });
    if (chosen != by_app.end())
        invocation.command = chosen->second;
    else
        invocation.code = wrong_usage("a command is needed");
    return invocation;
}

} // namespace kompass::cli
