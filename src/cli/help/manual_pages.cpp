#include "cli/help/manual_pages.h"

#include "cli/help/help_text.h"
#include "cli/shared_options.h"
#include "text/fitting.h"
#include "text/unicode.h"

#include <fmt/format.h>
#include <kompass_version.h>

#include <algorithm>

namespace kompass::cli {
namespace {

/// What roff takes for commands of its own is written so that it prints.
std::string roff(const std::string& text) {
    std::string escaped;
    for (const char sign : text) {
        if (sign == '\\')
            escaped += "\\e";
        else if (sign == '-' || sign == '\'' || sign == '^' || sign == '`' || sign == '~')
            escaped += std::string(sign == '-'    ? "\\-"
                                   : sign == '\'' ? "\\(aq"
                                   : sign == '^'  ? "\\(ha"
                                   : sign == '`'  ? "\\(ga"
                                                  : "\\(ti");
        else
            escaped += sign;
    }
    return escaped.starts_with('.') ? "\\&" + escaped : escaped;
}

std::string head(const std::string& name) {
    auto title = name;
    std::transform(title.begin(), title.end(), title.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return fmt::format(".TH {} 1 \"\" \"kompass {}\" \"kompass\"\n", roff(title), KOMPASS_VERSION);
}

std::string section(const std::string& title) {
    return ".SH " + title + "\n";
}

std::string tagged(const std::string& tag, const std::string& text) {
    return fmt::format(".TP\n\\fB{}\\fR\n{}\n", roff(tag), roff(text));
}

std::string options_of(const std::vector<Option>& options, bool arguments) {
    std::string text;
    for (const auto& option : options) {
        if (is_argument(option) != arguments) continue;
        text += tagged(head_of(option), option.help);
        if (!option.choices.empty())
            text += roff("One of: " + text::joined(option.choices, ", ") + ".") + "\n";
    }
    return text;
}

std::string details_of(const std::string& details) {
    std::string text;
    for (const auto& line : lines_of(details)) {
        const auto [row, rest] = list_row(line);
        text += row.empty() ? ".PP\n" + roff(line) + "\n" : tagged(row, rest);
    }
    return text;
}

/// As typed: neither filled nor broken.
std::string examples_of(const std::string& examples) {
    std::string text = ".nf\n";
    for (const auto& line : lines_of(examples))
        text += roff(line) + "\n";
    return text + ".fi\n";
}

std::string exit_status() {
    auto text = section("EXIT STATUS");
    for (const auto& [code, meaning] : exit_code_meanings)
        text += tagged(std::to_string(static_cast<int>(code)), std::string(meaning));
    return text;
}

} // namespace

std::string page_name(const Command& command) {
    auto name = "kompass-" + command.name;
    std::replace(name.begin(), name.end(), ' ', '-');
    return name;
}

std::string command_page(const Command& command) {
    const auto name = page_name(command);
    auto page = head(name) + section("NAME") + roff(name) + " \\- " + roff(command.summary) + "\n" +
                section("SYNOPSIS") + "\\fB" + roff(usage_of(command)) + "\\fR\n" + section("DESCRIPTION") +
                details_of(command.details) + section("OPTIONS");
    page += options_of(command.options, true) + options_of(command.options, false);
    page += ".PP\nThe options of every command are told in\n.BR kompass (1).\n";
    return page + section("EXAMPLES") + examples_of(command.example) + exit_status() + section("SEE ALSO") +
           ".BR kompass (1)\n";
}

std::string program_page(const std::vector<Command>& commands) {
    auto page = head("kompass") + section("NAME") +
                roff("kompass - published Kommunkompassen reports into one archive") + "\n" +
                section("SYNOPSIS") + "\\fBkompass\\fR [OPTIONS] COMMAND [...]\n" + section("DESCRIPTION") +
                roff(std::string(about_program)) + "\n" + section("COMMANDS");
    std::string see_also;
    std::string group;
    for (const auto& command : commands) {
        if (command.hidden) continue;
        if (command.group != group) page += ".SS " + roff(command.group) + "\n";
        group = command.group;
        page += tagged(command.name, command.summary);
        see_also += fmt::format("{}.BR {} (1)", see_also.empty() ? "" : ",\n", roff(page_name(command)));
    }
    Settings defaults;
    page += section("OPTIONS") + ".PP\nEvery command takes these, before or after it.\n" +
            options_of(settings_options(defaults), false) + tagged("--version", "print the version") +
            tagged("-h, --help", "print help") + section("ENVIRONMENT") +
            tagged("KOMPASS_ARCHIVE", "the archive, where --archive does not name one") +
            tagged("KOMPASS_RULES", "the directory of rules, where --rules does not name one") +
            tagged("KOMPASS_CACHE", "where pages read by OCR are kept; default: ~/.cache/kompass") +
            tagged("NO_COLOR", "if set, no colours");
    return page + exit_status() + section("SEE ALSO") + see_also + "\n";
}

} // namespace kompass::cli
