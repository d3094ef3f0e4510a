// Understandings as bytes: nothing is lost on the way, and nothing that comes is trusted.
#include "pipeline/understanding_wire.h"

#include "read/work/codec.h"
#include "tests/model/sample_records.h"
#include "tests/support/real_rules.h"
#include "tests/support/transcript.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <random>

namespace {

using namespace kompass;
using namespace kompass::pipeline;

Understanding whole_one() {
    auto understanding = testing::understood(testing::transcript("Område 1 Offentlighet och demokrati\n\n"
                                                                 "Styrkor\tFörbättringsmöjligheter\n"
                                                                 "En webbsändning\tFler möten\n"));
    understanding.record = sample::full_record();
    understanding.record.account =
        Account{{3, 1, 1, 0, 1},
                {{Look::list, 1, {{2, Box{10, 20, 30, 40}}}}},
                {{PartKind::strengths, 3, std::nullopt, PartState::missing, "7 other areas have them"}}};
    return understanding;
}

} // namespace

TEST_SUITE("pipeline") {
    TEST_CASE("an understanding arrives as it was") {
        const auto sent = whole_one();
        const auto come = decoded_understanding(encoded_understanding(sent));
        CHECK(come.record == sent.record);
        CHECK(come.mended == sent.mended);
        CHECK(encoded_understanding(come) == encoded_understanding(sent)); // the blocks, too
        CHECK(come.blocks.size() == sent.blocks.size());
        const auto request = decoded_request(encoded_request(sent.mended, false));
        CHECK(request.document == sent.mended);
        CHECK_FALSE(request.record_only);
    }

    TEST_CASE("every record arrives as it was") {
        CHECK(rc::check([] {
            Understanding sent;
            sent.record = sample::some_record();
            RC_ASSERT(decoded_understanding(encoded_understanding(sent)).record == sent.record);
        }));
    }

    TEST_CASE("damaged bytes are a WireError and never more") {
        const auto bytes = encoded_understanding(whole_one());
        std::mt19937 random(20260701);
        int refused = 0;
        for (int round = 0; round < 5'000; ++round) {
            auto damaged = bytes;
            for (int i = 0; i < 3; ++i)
                damaged[random() % damaged.size()] = static_cast<char>(random());
            try {
                (void)decoded_understanding(damaged);
            } catch (const read::WireError&) {
                ++refused;
            }
        }
        CHECK(refused > 500);
        CHECK_THROWS_AS((void)decoded_understanding(bytes.substr(0, bytes.size() - 1)), read::WireError);
        CHECK_THROWS_AS((void)decoded_understanding(bytes + "x"), read::WireError);
    }
}
