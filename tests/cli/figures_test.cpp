// Figures as commands print them.
#include "cli/terminal/figures.h"

#include <doctest/doctest.h>

TEST_SUITE("cli") {

    TEST_CASE("a mean is rounded as the archive's views round it") {
        CHECK(kompass::cli::mean_text({8, 454.25, 0}) == "454.3");
        CHECK(kompass::cli::mean_text({8, 454.24, 2}) == "454.2?");
        CHECK(kompass::cli::mean_text({1, 461, 0}) == "461.0");
    }

} // TEST_SUITE
