#include "cli/command_line.h"
#include "cli/commands.h"

#include <doctest/doctest.h>

#include <set>

using namespace kompass::cli;

TEST_SUITE("cli") {

    namespace {

    struct Given {
        std::string file, format = "table";
        std::vector<std::string> names;
        bool flag = false;
        std::vector<Command> commands{
            {.name = "go",
             .summary = "goes",
             .details = "",
             .example = "",
             .options = {{.names = "--file", .value = "FILE", .help = "", .target = &file, .required = true},
                         {.names = "--format",
                          .value = "F",
                          .help = "",
                          .target = &format,
                          .choices = {"table", "csv"}},
                         {.names = "--flag", .value = "", .help = "", .target = &flag},
                         {.names = "names", .value = "NAME...", .help = "", .target = &names}},
             .run = {}},
            {.name = "group inner", .summary = "", .details = "", .example = "", .options = {}, .run = {}},
        };

        Invocation parsed(std::vector<const char*> words) {
            words.insert(words.begin(), "kompass");
            return parse(commands, static_cast<int>(words.size()), words.data());
        }
    };

    } // namespace

    TEST_CASE("a command is found, its options and the settings are set") {
        Given given;
        const auto invocation = given.parsed({"go", "--file", "a.db", "x", "y", "--jobs", "3", "--quiet"});
        REQUIRE(invocation.command == &given.commands[0]);
        CHECK(given.file == "a.db");
        CHECK(given.names == std::vector<std::string>{"x", "y"});
        CHECK(invocation.settings.jobs == 3);
        CHECK(invocation.settings.quiet);
        CHECK_FALSE(given.flag);
    }

    TEST_CASE("a setting that may be repeated takes one value each time") {
        Given given;
        const auto invocation = given.parsed(
            {"go", "--municipalities", "a.csv", "x", "--municipalities", "b.csv", "--file", "f"});
        CHECK(invocation.settings.municipalities == std::vector<std::string>{"a.csv", "b.csv"});
        CHECK(given.names == std::vector<std::string>{"x"});
    }

    TEST_CASE("any option may stand before the command") {
        Given given;
        const auto invocation = given.parsed({"--jobs", "3", "--file", "go", "--flag", "go", "x"});
        REQUIRE(invocation.command == &given.commands[0]);
        CHECK(given.file == "go");
        CHECK(given.flag);
        CHECK(given.names == std::vector<std::string>{"x"});
        CHECK(invocation.settings.jobs == 3);
    }

    TEST_CASE("what follows -- is no option") {
        Given given;
        REQUIRE(given.parsed({"go", "--file", "f", "--", "--flag", "-1", ""}).command != nullptr);
        CHECK(given.names == std::vector<std::string>{"--flag", "-1", ""});
        CHECK_FALSE(given.flag);
    }

    TEST_CASE("a command in a group is found by both words") {
        Given given;
        CHECK(given.parsed({"group", "inner"}).command == &given.commands[1]);
    }

    TEST_CASE("wrong usage runs nothing and says 1") {
        for (const auto& words :
             std::vector<std::vector<const char*>>{{},
                                                   {"nonsense"},
                                                   {"group"},
                                                   {"group", "nonsense"},
                                                   {"help", "nonsense"},
                                                   {"--jobs"},
                                                   {"go"},
                                                   {"go", "--file", "f", "--format", "xml"},
                                                   {"go", "--file", "f", "--jobs", "0"},
                                                   {"go", "--file", "f", "--jobs", "many"},
                                                   {"go", "--file", "f", "--unknown"}}) {
            Given given;
            const auto invocation = given.parsed(words);
            CHECK(invocation.command == nullptr);
            CHECK(invocation.code == ExitCode::usage);
        }
    }

    TEST_CASE("every command says what it does, how to use it and has a name of its own") {
        std::set<std::string> names;
        for (const auto& command : all_commands()) {
            INFO(command.name);
            CHECK(names.insert(command.name).second);
            CHECK_FALSE(command.summary.empty());
            CHECK_FALSE(command.details.empty());
            if (!command.hidden) CHECK(command.example.find("kompass " + command.name) != std::string::npos);
            for (const auto& option : command.options)
                CHECK_FALSE(option.help.empty());
        }
    }

} // TEST_SUITE
