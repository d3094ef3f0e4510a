// Whatever comes first: documents, readings of them, files in the place of others, decisions. What is in
// effect in the end is the same, and so are the names it goes by.
#include "archive/archive.h"
#include "archive/verify.h"
#include "tests/archive/in_effect.h"
#include "tests/archive/samples.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace kompass;
using namespace kompass::archive;

using Step = std::function<void(Archive&)>;
/// Steps of which each comes after the one before it.
using Thread = std::vector<Step>;

/// A few documents of few evaluations, what befalls them, and what people say of them.
class Story {
public:
    explicit Story(std::uint32_t seed) : engine_(seed) {
        const int documents = 3 + below(3);
        for (int number = 1; number <= documents; ++number)
            add_document(static_cast<std::uint32_t>(number));
        const int decisions = 2 + below(5);
        for (int i = 0; i < decisions; ++i)
            add_decision(i);
    }

    /// The steps of all threads, in some order that keeps each thread's.
    [[nodiscard]] std::vector<Step> some_order() {
        std::vector<std::size_t> turns;
        for (std::size_t thread = 0; thread < threads_.size(); ++thread)
            turns.insert(turns.end(), threads_[thread].size(), thread);
        std::shuffle(turns.begin(), turns.end(), engine_);
        std::vector<std::size_t> next(threads_.size());
        std::vector<Step> steps;
        for (const auto thread : turns)
            steps.push_back(threads_[thread][next[thread]++]);
        return steps;
    }

private:
    int below(int limit) { return std::uniform_int_distribution(0, limit - 1)(engine_); }
    bool perhaps() { return below(2) == 0; }
    bool seldom() { return below(5) == 0; }

    Record document(std::uint32_t hash) {
        auto record = seldom()
                          ? samples::plain_record("Nyborg", "9903", 2018, 40)
                          : samples::plain_record("Gåseborg", "9902", 2017 + below(2), perhaps() ? 40 : 50);
        record.sha256 = samples::hash(hash);
        record.file = fmt::format("{}.pdf", hash);
        record.kind = perhaps() ? SourceKind::pdf : SourceKind::transcript;
        if (perhaps()) record.month = perhaps() ? 5 : 11;
        if (seldom()) record.ordinal = 1 + below(2);
        if (perhaps()) record.document_date = perhaps() ? "2019-01-01" : "2018-01-01";
        if (seldom()) record.doubtful = {perhaps() ? "year" : "municipality"};
        if (perhaps()) record.areas[0].total.doubtful = {"points"};
        if (perhaps()) record.areas[2].strengths = {{"Bra dialog", "", {}}, {"Fin blomma", "", {}}};
        if (perhaps()) record.history = {{2014, {40, 40, 40, 40, 40, 40, 40, 40}, 320, {}}};
        if (perhaps()) record.account = account(!record.history.empty(), !record.areas[2].strengths.empty());
        return record;
    }

    static Account account(bool history, bool strengths) {
        const auto state = [](bool there) { return there ? PartState::found : PartState::missing; };
        Account account;
        account.parts = {
            {PartKind::strengths, 3, std::nullopt, state(strengths), strengths ? "" : "a head is there"},
            {PartKind::history, std::nullopt, std::nullopt, state(history), history ? "" : "lost"}};
        return account;
    }

    /// Read once, perhaps met again, perhaps extracted anew with another result, perhaps replaced by another
    /// file.
    void add_document(std::uint32_t hash) {
        const auto last = document(hash);
        auto first = last;
        if (perhaps()) first = document(hash);
        const std::string path = fmt::format("/reports/{}.pdf", hash);
        Thread thread{store(first, path)};
        if (perhaps()) thread.push_back(store(first, path));
        thread.push_back([last](Archive& archive) { static_cast<void>(archive.revise(last, {})); });
        records_.push_back(last);
        if (seldom()) {
            const auto other = document(hash + 100);
            thread.push_back(store(other, path));
            records_.push_back(other);
        }
        threads_.push_back(std::move(thread));
    }

    static Step store(const Record& record, const std::string& path) {
        return [record, path](Archive& archive) {
            static_cast<void>(archive.store(record, {}, {.document = nullptr, .path = path}));
        };
    }

    /// Decisions come when they come; when each was made is known.
    void add_decision(int number) {
        struct Said {
            const char* cell;
            std::optional<std::string> value, was;
        };
        const std::vector<Said> sayings{{"1.1 points", "48", {}},
                                        {"1.1 points", "44", {}},
                                        {"area 3 total percent", std::nullopt, {}},
                                        {"area 2 title", "Ny titel", {}},
                                        {"area 3 strength 2", "Fint skolhus", "Fin blomma"},
                                        {"area 3 strength 1", std::nullopt, "Bra dialog"},
                                        {"history 2014 total", "321", {}},
                                        {"year", "2018", {}},
                                        {"month", "5", {}},
                                        {"municipality", "Nyborg", {}}};
        const auto& said = sayings[static_cast<std::size_t>(below(static_cast<int>(sayings.size())))];
        const auto& record = records_[static_cast<std::size_t>(below(static_cast<int>(records_.size())))];
        const Correction decision{record.sha256,
                                  said.cell,
                                  said.was,
                                  said.value,
                                  "Anna",
                                  "sett på sidan",
                                  fmt::format("2021-03-{:02}T12:00:00Z", number + 1)};
        threads_.push_back({[decision](Archive& archive) { archive.correct({decision}); }});
    }

    std::mt19937 engine_;
    std::vector<Record> records_;
    std::vector<Thread> threads_;
};

/// $KOMPASS_SEED tells another story than those of every run.
std::vector<std::uint32_t> seeds() {
    if (const char* seed = std::getenv("KOMPASS_SEED")) return {static_cast<std::uint32_t>(std::atoll(seed))};
    std::vector<std::uint32_t> all(12);
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = static_cast<std::uint32_t>(i + 1);
    return all;
}

} // namespace

TEST_SUITE("archive") {

    TEST_CASE("whatever comes first, the same is in effect") {
        constexpr int orders = 5;
        for (const auto seed : seeds()) {
            CAPTURE(seed);
            Story story(seed);
            std::string expected;
            for (int order = 0; order < orders; ++order) {
                const samples::TemporaryFolder folder;
                {
                    auto archive = samples::writable(folder.file("a.db"));
                    for (const auto& step : story.some_order())
                        step(archive);
                }
                const auto told = samples::all_in_effect(folder.file("a.db"));
                if (order == 0) expected = told;
                CHECK(told == expected);
                for (const auto& check : verify(folder.file("a.db")))
                    for (const auto& fault : check.faults)
                        FAIL_CHECK(check.name << ": " << fault);
            }
        }
    }

} // TEST_SUITE
