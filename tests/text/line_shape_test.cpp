#include "text/line_shape.h"

#include <doctest/doctest.h>

namespace kompass::text {

TEST_SUITE("text") {
    TEST_CASE("lines that differ in figures alone have one shape") {
        CHECK(line_shape("3 (24)") == "# (#)");
        CHECK(line_shape("14 (24)") == line_shape("3 (24)"));
        CHECK(line_shape("Område 1") != line_shape("Styrkor 1"));
        CHECK(line_shape("Förbättringsområden") == "Förbättringsområden");
        CHECK(line_shape("").empty());
    }
}

} // namespace kompass::text
