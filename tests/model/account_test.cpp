// An account in words and as JSON.
#include "model/account.h"
#include "model/record_json.h"
#include "tests/model/sample_records.h"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

using namespace kompass;

namespace {

Account sample_account() {
    return {{12, 5, 4, 1, 2},
            {{Look::list, 2, {{2, Box{10, 20, 30, 40}}}}},
            {{PartKind::title, 1, std::nullopt, PartState::found, ""},
             {PartKind::strengths, 2, std::nullopt, PartState::missing, "7 other areas have them"},
             {PartKind::page, std::nullopt, 5, PartState::missing, "printed page numbers jump from 4 to 6"}}};
}

} // namespace

TEST_SUITE("model") {
    TEST_CASE("an account comes back from JSON as it was") {
        auto record = sample::full_record();
        record.account = sample_account();
        CHECK(record_from_json(to_json(record)).account == record.account);
    }

    TEST_CASE("a record without an account has none when it comes back") {
        CHECK_FALSE(record_from_json(to_json(sample::full_record())).account);
    }

    TEST_CASE("an account whose words do not sum is refused") {
        auto record = sample::full_record();
        record.account = sample_account();
        record.account->words.read = 13;
        CHECK_THROWS_WITH_AS((void)record_from_json(to_json(record)),
                             "account.words: the accounts sum to 12, not to the 13 words read",
                             std::runtime_error);
    }

    TEST_CASE("an account tells what it lacks of what another has found") {
        const auto part = [](PartKind kind, std::optional<int> area, PartState state) {
            return Part{kind, area, std::nullopt, state, ""};
        };
        Account whole;
        Account torn;
        for (int area = 1; area <= 4; ++area) {
            whole.parts.push_back(part(PartKind::strengths, area, PartState::found));
            torn.parts.push_back(
                part(PartKind::strengths, area, area == 1 ? PartState::found : PartState::not_in_report));
        }
        whole.parts.push_back(part(PartKind::history, std::nullopt, PartState::damaged));
        torn.parts.push_back(part(PartKind::key_facts, std::nullopt, PartState::found));
        CHECK(in_words(lacking(torn, whole)) == "no strengths in areas 2–4");
        torn.parts.at(2).state = PartState::damaged;
        CHECK(in_words(lacking(torn, whole)) == "no strengths in areas 2, 4, damaged strengths in area 3");
        CHECK(in_words(lacking(whole, torn)) == "no key facts");
        CHECK(lacking(whole, whole).empty());
    }

    TEST_CASE("a part reads as a sentence, a report without an account as what it is") {
        CHECK(describe(Part{PartKind::role_models, 2, {}, PartState::not_in_report, "none are named"}) ==
              "role models of area 2 not in report: none are named");
        CHECK(describe(Part{PartKind::page, {}, 5, PartState::missing, "6 follows 4"}) ==
              "page 5 missing: 6 follows 4");
        CHECK(describe(Part{PartKind::history, {}, {}, PartState::found, ""}) == "history found");
        CHECK(summary(std::optional<Account>{}) == "not accounted for");
    }

    TEST_CASE("an account reads in one line") {
        Account account;
        account.parts.push_back({PartKind::title, 1, std::nullopt, PartState::found, ""});
        CHECK(summary(account) == "1 of 1 parts");
        CHECK(is_whole(account));
        for (const int area : {2, 3, 4, 7})
            account.parts.push_back({PartKind::strengths, area, std::nullopt, PartState::missing, "why"});
        account.parts.push_back({PartKind::page, std::nullopt, 5, PartState::missing, "why"});
        account.parts.push_back({PartKind::history, std::nullopt, std::nullopt, PartState::damaged, "why"});
        account.parts.push_back({PartKind::box, 1, std::nullopt, PartState::not_in_report, "why"});
        CHECK(summary(account) == "1 of 7: no strengths in areas 2–4, 7, page 5 missing, history damaged");
        CHECK_FALSE(is_whole(account));
    }
}
