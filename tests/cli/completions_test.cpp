#include "cli/help/completions.h"

#include "cli/commands.h"
#include "cli/help/given_words.h"
#include "cli/shared_options.h"

#include <doctest/doctest.h>

using namespace kompass::cli;

TEST_SUITE("cli") {

    namespace {

    using Words = std::vector<std::string>;

    Words proposed(const Words& words) {
        Words found;
        for (const auto& candidate : completions(all_commands(), words).candidates)
            found.push_back(candidate.word);
        return found;
    }

    Completions::Of kind(const Words& words) {
        return completions(all_commands(), words).of;
    }

    GivenWords ordered(const Words& words) {
        Settings defaults;
        return in_order(all_commands(), settings_options(defaults), words);
    }

    } // namespace

    TEST_CASE("commands, options and values are proposed, as far as typed") {
        CHECK(proposed({"ver"}) == Words{"verify"});
        CHECK(proposed({""}).size() > 20);
        CHECK(proposed({"help", "ing"}) == Words{"ingest"});
        CHECK(proposed({"corrections", ""}) == Words{"export", "import"});
        CHECK(proposed({"--quiet", "corrections", "i"}) == Words{"import"});
        CHECK(proposed({"list", "--fo"}) == Words{"--format"});
        CHECK(proposed({"list", "--format", ""}) == Words{"table", "csv", "json"});
        CHECK(proposed({"--jobs", "3", "list", "--q"}) == Words{"--quiet"});
        CHECK(proposed({"--jobs", ""}).empty());
        CHECK(proposed({"nonsense", ""}).empty());
        CHECK(proposed({"work"}).empty()); // internal
    }

    TEST_CASE("files and folders are left to the shell") {
        CHECK(kind({"ingest", ""}) == Completions::Of::files);
        CHECK(kind({"ingest", "--archive", ""}) == Completions::Of::files);
        CHECK(kind({"review", "--out", ""}) == Completions::Of::folders);
        CHECK(kind({"--rules", ""}) == Completions::Of::folders);
        CHECK(kind({"show", ""}) == Completions::Of::words);
    }

    TEST_CASE("options before the command keep their values") {
        const auto given = ordered({"--archive", "list", "--quiet", "ingest", "a.pdf", "--", "--odd"});
        CHECK(given.command == Words{"ingest"});
        CHECK(given.rest == Words{"--archive", "list", "--quiet", "a.pdf", "--", "--odd"});
        const auto group = ordered({"--archive=a.db", "corrections", "--quiet", "import", "x.csv"});
        CHECK(group.command == Words{"corrections", "import"});
        CHECK(group.rest == Words{"--archive=a.db", "--quiet", "x.csv"});
        CHECK(ordered({"--", "list"}).command.empty());
    }

    TEST_CASE("a slip of the finger is understood, nonsense is not") {
        const Words names{"ingest", "list", "load", "search", "show", "similar", "corrections"};
        CHECK(nearest("ingets", names) == "ingest");
        CHECK(nearest("injest", names) == "ingest");
        CHECK(nearest("lsit", names) == "list");
        CHECK(nearest("corr", names) == "corrections");
        CHECK(nearest("serach", names) == "search");
        CHECK(nearest("nonsense", names).empty());
        CHECK(nearest("xy", names).empty());
        CHECK(nearest("", names).empty());
    }

} // TEST_SUITE
