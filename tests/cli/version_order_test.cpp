// Versions are ordered as numbers, not as texts.
#include "cli/version_order.h"

#include <doctest/doctest.h>

using kompass::cli::is_before;

TEST_SUITE("cli") {

    TEST_CASE("parts of a version count as numbers") {
        CHECK(is_before("0.9.2", "0.10"));
        CHECK_FALSE(is_before("0.10", "0.9.2"));
        CHECK(is_before("0.1", "0.1.1"));
        CHECK_FALSE(is_before("0.1", "0.1.0"));
        CHECK_FALSE(is_before("1.2.3", "1.2.3"));
        CHECK(is_before("1.rc", "1.0"));
        CHECK(is_before("", "0"));
        CHECK_FALSE(is_before("", ""));
    }

} // TEST_SUITE
