#include "cli/help/help_text.h"

#include "cli/shared_options.h"
#include "text/fitting.h"
#include "text/language.h"

#include <fmt/format.h>

#include <sstream>
#include <utility>

namespace kompass::cli {
namespace {

constexpr std::size_t screen = 80;
constexpr std::size_t command_column = 16;
constexpr std::size_t option_column = 26;

std::string filled(const std::string& text) {
    std::string lines;
    for (const auto& line : text::wrapped(text, screen))
        lines += line + '\n';
    return lines;
}

/// "  head      text", the text hanging in its column; on the next line where the head is too long.
std::string row(const std::string& head, const std::string& text, std::size_t column) {
    auto line = "  " + head;
    std::string rows;
    if (text::width(line) + 2 > column && !text.empty()) rows = std::exchange(line, "") + '\n';
    for (const auto& piece : text::wrapped(text, screen - column)) {
        rows += text::padded_right(line, column) + piece + '\n';
        line.clear();
    }
    return rows + (line.empty() ? "" : line + '\n');
}

std::string details_text(const std::string& details) {
    std::string text;
    for (const auto& line : lines_of(details)) {
        const auto [head, rest] = list_row(line);
        text += head.empty() ? filled(text::tr(line)) : row(head, text::tr(rest), command_column);
    }
    return text;
}

std::string option_rows(const std::vector<Option>& options, bool arguments) {
    std::string rows;
    for (const auto& option : options)
        if (is_argument(option) == arguments)
            rows += row(head_of(option), text::tr(option.help), option_column);
    return rows;
}

std::string exit_code_rows() {
    auto rows = text::tr("Exit codes:") + "\n";
    for (const auto& [code, meaning] : exit_code_meanings)
        rows += fmt::format("  {}  {}\n", static_cast<int>(code), text::tr(meaning));
    return rows;
}

std::string help_row() {
    return row("-h, --help", text::tr("print this help"), option_column);
}

} // namespace

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

std::pair<std::string, std::string> list_row(const std::string& line) {
    const auto gap = line.find("  ");
    if (gap == 0 || gap == std::string::npos) return {};
    return {line.substr(0, gap), line.substr(line.find_first_not_of(' ', gap))};
}

std::string first_word(const Command& command) {
    return command.name.substr(0, command.name.find(' '));
}

std::vector<const Command*> commands_of(const std::vector<Command>& commands, const std::string& word) {
    std::vector<const Command*> found;
    for (const auto& command : commands)
        if (!command.hidden && first_word(command) == word) found.push_back(&command);
    return found;
}

std::vector<std::pair<std::string, Rows>> grouped_rows(const std::vector<Command>& commands) {
    std::vector<std::pair<std::string, Rows>> groups;
    for (const auto& command : commands) {
        if (command.hidden) continue;
        if (groups.empty() || groups.back().first != command.group) groups.push_back({command.group, {}});
        auto& rows = groups.back().second;
        const auto word = first_word(command);
        if (rows.empty() || rows.back().first != word) rows.emplace_back(word, command.summary);
    }
    return groups;
}

bool is_argument(const Option& option) {
    return !option.names.starts_with('-');
}

std::string head_of(const Option& option) {
    if (is_argument(option)) return option.names + (option.value.empty() ? "" : " " + option.value);
    // "--quiet,-q" is declared with the long name first and shown with the short one first.
    const auto comma = option.names.find(',');
    auto head = comma == std::string::npos
                    ? option.names
                    : option.names.substr(comma + 1) + ", " + option.names.substr(0, comma);
    return option.value.empty() ? head : head + " " + option.value;
}

std::string usage_of(const Command& command) {
    auto usage = "kompass " + command.name + " " + text::tr("[OPTIONS]");
    for (const auto& option : command.options) {
        if (!is_argument(option)) continue;
        const auto name = option.names + (option.value == "..." ? "..." : "");
        usage += option.required ? " " + name : " [" + name + "]";
    }
    return usage;
}

std::string program_help(const std::vector<Command>& commands) {
    auto text =
        filled(text::tr(about_program)) + "\n" + text::tr("Usage: kompass [OPTIONS] COMMAND [...]") + "\n";
    for (const auto& [group, rows] : grouped_rows(commands)) {
        text += fmt::format("\n{}:\n", text::tr(group));
        for (const auto& [word, summary] : rows)
            text += row(word, text::tr(summary), command_column);
    }
    Settings defaults;
    text += "\n" + text::tr("Options of every command, before or after it:") + "\n" + help_row() +
            row("--version", text::tr("print the version"), option_column) +
            option_rows(settings_options(defaults), false);
    return text + "\n" + text::tr("kompass help COMMAND, or kompass COMMAND --help, explains a command.") +
           "\n\n" + exit_code_rows();
}

std::string command_help(const Command& command) {
    auto text = filled(text::tr(command.summary)) + "\n" + text::tr("Usage: {}", usage_of(command)) + "\n";
    if (const auto arguments = option_rows(command.options, true); !arguments.empty())
        text += "\n" + text::tr("Arguments:") + "\n" + arguments;
    text += "\n" + text::tr("Options:") + "\n" + help_row() + option_rows(command.options, false);
    return text + "\n" + details_text(command.details) + "\n" + text::tr("Example:") + "\n" +
           command.example + (command.example.ends_with('\n') ? "" : "\n") + "\n" +
           text::tr("Options of every command: see kompass --help.") + "\n";
}

std::string group_help(const std::vector<const Command*>& group) {
    const auto word = first_word(*group.front());
    auto text = text::tr("Usage: kompass {} COMMAND [...]", word) + "\n\n" + text::tr("Commands:") + "\n";
    for (const auto* command : group)
        text += row(command->name.substr(word.size() + 1), text::tr(command->summary), command_column);
    return text + "\n" + text::tr("kompass help {} COMMAND explains a command.", word) + "\n";
}

} // namespace kompass::cli
