#include "repair/choice.h"

#include "tests/support/repairer.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <array>
#include <cmath>

using namespace kompass;
using repair::Lexicon;
using repair::Option;
using repair::Options;

namespace {

Option option(std::string_view word, double seen) {
    const auto key = Lexicon::key_of(word);
    return {seen, testing::lexicon().word_cost(key).value_or(20), key};
}

/// The oracle: every way through the places, weighed by itself; a chain of two places at a time suffices for
/// it, as `probabilities` of two places is sums of one step.
double cost_of_step(const Option& before, const Option& after) {
    const auto two = repair::probabilities({{before}, {after, {1000, 0, 0}}}, testing::lexicon());
    return two[1][0];
}

} // namespace

TEST_SUITE("repair") {
    TEST_CASE("the neighbours tell words apart that a scanner made one") {
        const Options det{option("det", 0)};
        const Options what{option("är", 1), option("år", 1), option("ar", 1)};
        const Options important{option("viktigt", 0)};
        const auto likely = repair::probabilities({det, what, important}, testing::lexicon());
        CHECK(likely[1][0] > 0.95);
        CHECK(cost_of_step(det[0], what[0]) == doctest::Approx(1));
    }

    TEST_CASE("the probabilities at a place sum to one, and what cannot be has none") {
        const std::array words{"och", "att", "mål", "kommunen", "får", "för", "."};
        CHECK(rc::check("sums to one", [&] {
            std::vector<Options> places;
            for (int i = *rc::gen::inRange(1, 9); i > 0; --i) {
                Options options;
                for (int j = *rc::gen::inRange(1, 5); j > 0; --j)
                    options.push_back(option(words.at(static_cast<std::size_t>(*rc::gen::inRange(0, 7))),
                                             *rc::gen::inRange(0, 200) / 10.0));
                options.push_back({500, 20, 0});
                places.push_back(std::move(options));
            }
            for (const auto& place : repair::probabilities(places, testing::lexicon())) {
                double sum = 0;
                for (const double p : place)
                    sum += p;
                RC_ASSERT(std::abs(sum - 1) < 1e-6);
                RC_ASSERT(place.back() < 1e-6);
            }
        }));
    }

    TEST_CASE("no places have no probabilities") {
        CHECK(repair::probabilities({}, testing::lexicon()).empty());
    }
}
