#include "cli/help/help_text.h"

#include "cli/commands.h"
#include "cli/help/manual_pages.h"
#include "text/fitting.h"

#include <doctest/doctest.h>

#include <set>

using namespace kompass;
using namespace kompass::cli;

TEST_SUITE("cli") {

    TEST_CASE("help fits 80 columns, of every command") {
        const auto commands = all_commands();
        auto all = program_help(commands);
        for (const auto& command : commands) {
            if (command.hidden) continue;
            all += command_help(command);
            if (command.name != first_word(command)) all += group_help({&command});
        }
        for (const auto& line : lines_of(all))
            CHECK_MESSAGE(text::width(line) <= 80, line);
    }

    TEST_CASE("the list of commands is grouped, each first word once, none internal") {
        std::set<std::string> words;
        std::vector<std::string> groups;
        for (const auto& [group, rows] : grouped_rows(all_commands())) {
            groups.push_back(group);
            for (const auto& [word, summary] : rows) {
                CHECK(words.insert(word).second);
                CHECK_FALSE(summary.empty());
            }
        }
        CHECK(groups == std::vector<std::string>{"Take in", "Look at", "Decide", "Hand on", "Tend"});
        for (const auto& command : all_commands())
            CHECK(words.count(first_word(command)) == (command.hidden ? 0 : 1));
    }

    TEST_CASE("details are filled, lists hang") {
        Command command{.name = "go",
                        .summary = "goes",
                        .details =
                            "csv  tables\nA paragraph of more than eighty columns, which is broken where a "
                            "blank allows it and not before.",
                        .example = "  kompass go",
                        .options = {},
                        .run = {}};
        bool flag = false;
        std::string text;
        std::vector<std::string> list;
        command.options = {
            {.names = "--quiet,-q", .value = "", .help = "no talk", .target = &flag},
            {.names = "--a-very-long-name", .value = "VALUE", .help = "long", .target = &text},
            {.names = "PATH", .value = "...", .help = "files", .target = &list, .required = true}};
        CHECK(command_help(command) == R"(goes

Usage: kompass go [OPTIONS] PATH...

Arguments:
  PATH ...                files

Options:
  -h, --help              print this help
  -q, --quiet             no talk
  --a-very-long-name VALUE
                          long

  csv           tables
A paragraph of more than eighty columns, which is broken where a blank allows it
and not before.

Example:
  kompass go

Options of every command: see kompass --help.
)");
    }

    TEST_CASE("a manual page says what help says, safe for roff") {
        const Command command{.name = "rules check",
                              .summary = "check -n",
                              .details = ".TH no macro of its own, a \\ and 'quotes'",
                              .example = "  kompass rules check",
                              .options = {},
                              .run = {}};
        const auto page = command_page(command);
        CHECK(page_name(command) == "kompass-rules-check");
        CHECK(page.find("kompass\\-rules\\-check \\- check \\-n\n") != std::string::npos);
        CHECK(page.find("\\&.TH no macro of its own, a \\e and \\(aqquotes\\(aq\n") != std::string::npos);
        CHECK(program_page({command}).find(".BR kompass\\-rules\\-check (1)") != std::string::npos);
    }

} // TEST_SUITE
