#include "cli/editions_note.h"

#include <doctest/doctest.h>

#include <string>

using kompass::cli::editions_note;

TEST_SUITE("cli") {

    TEST_CASE("editions are noted where they differ") {
        CHECK(editions_note({"2016", "2016"}).empty());
        CHECK(editions_note({}).empty());
        CHECK(editions_note({"2016", "2010", "2016"}).find("(2010, 2016)") != std::string::npos);
        CHECK(editions_note({"2016", ""}).find("(2016, unknown)") != std::string::npos);
    }

} // TEST_SUITE
