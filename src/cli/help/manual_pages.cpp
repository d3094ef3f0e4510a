#include "cli/help/manual_pages.h"

#include "cli/help/help_text.h"
#include "cli/shared_options.h"
#include "text/fitting.h"
#include "text/language.h"
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
    return ".SH " + text::tr(title) + "\n";
}

std::string tagged(const std::string& tag, const std::string& text) {
    return fmt::format(".TP\n\\fB{}\\fR\n{}\n", roff(tag), roff(text));
}

std::string options_of(const std::vector<Option>& options, bool arguments) {
    std::string text;
    for (const auto& option : options) {
        if (is_argument(option) != arguments) continue;
        text += tagged(head_of(option), text::tr(option.help));
        if (!option.choices.empty())
            text += roff(text::tr("One of: {}.", text::joined(option.choices, ", "))) + "\n";
    }
    return text;
}

std::string details_of(const std::string& details) {
    std::string text;
    for (const auto& line : lines_of(details)) {
        const auto [row, rest] = list_row(line);
        text += row.empty() ? ".PP\n" + roff(text::tr(line)) + "\n" : tagged(row, text::tr(rest));
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
    auto text = section(text::message("EXIT STATUS"));
    for (const auto& [code, meaning] : exit_code_meanings)
        text += tagged(std::to_string(static_cast<int>(code)), text::tr(meaning));
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
    auto page = head(name) + section(text::message("NAME")) + roff(name) + " \\- " +
                roff(text::tr(command.summary)) + "\n" + section(text::message("SYNOPSIS")) + "\\fB" +
                roff(usage_of(command)) + "\\fR\n" + section(text::message("DESCRIPTION")) +
                details_of(command.details) + section(text::message("OPTIONS"));
    page += options_of(command.options, true) + options_of(command.options, false);
    page += ".PP\n" + text::tr("The options of every command are told in") + "\n.BR kompass (1).\n";
    return page + section(text::message("EXAMPLES")) + examples_of(command.example) + exit_status() +
           section(text::message("SEE ALSO")) + ".BR kompass (1)\n";
}

std::string program_page(const std::vector<Command>& commands) {
    auto page = head("kompass") + section(text::message("NAME")) +
                roff("kompass - " + text::tr("published Kommunkompassen reports into one archive")) + "\n" +
                section(text::message("SYNOPSIS")) + "\\fBkompass\\fR " +
                text::tr("[OPTIONS] COMMAND [...]") + "\n" + section(text::message("DESCRIPTION")) +
                roff(text::tr(about_program)) + "\n" + section(text::message("COMMANDS"));
    std::string see_also;
    std::string group;
    for (const auto& command : commands) {
        if (command.hidden) continue;
        if (command.group != group) page += ".SS " + roff(text::tr(command.group)) + "\n";
        group = command.group;
        page += tagged(command.name, text::tr(command.summary));
        see_also += fmt::format("{}.BR {} (1)", see_also.empty() ? "" : ",\n", roff(page_name(command)));
    }
    Settings defaults;
    page += section(text::message("OPTIONS")) + ".PP\n" +
            text::tr("Every command takes these, before or after it.") + "\n" +
            options_of(settings_options(defaults), false) +
            tagged("--version", text::tr("print the version")) +
            tagged("-h, --help", text::tr("print help")) + section(text::message("ENVIRONMENT")) +
            tagged("KOMPASS_ARCHIVE", text::tr("the archive, where --archive does not name one")) +
            tagged("KOMPASS_RULES", text::tr("the directory of rules, where --rules does not name one")) +
            tagged("KOMPASS_CACHE", text::tr("where pages read by OCR are kept; default: ~/.cache/kompass")) +
            tagged("NO_COLOR", text::tr("if set, no colours"));
    return page + exit_status() + section(text::message("SEE ALSO")) + see_also + "\n";
}

} // namespace kompass::cli
