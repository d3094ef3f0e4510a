#include "text/slug.h"

#include <doctest/doctest.h>

TEST_SUITE("text") {
    TEST_CASE("a slug has small letters, digits and single hyphens within") {
        using kompass::text::slug;
        CHECK(slug("Upplands Väsby") == "upplands-vaesby");
        CHECK(slug("Håbo") != slug("Habo"));
        CHECK(slug(" Ny mall – 2017! ") == "ny-mall-2017");
        CHECK(slug("–").empty());
    }
}
