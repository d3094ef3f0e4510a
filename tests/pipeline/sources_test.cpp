// Sources understood in worker processes: their order, and what becomes of the others when one goes wrong.
#include "pipeline/sources.h"

#include "model/record_facts.h"
#include "rules/rules_error.h"
#include "tests/read/fault_plan.h"
#include "tests/read/temp_folder.h"
#include "tests/support/real_rules.h"
#include "tests/support/variable.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <sys/wait.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <vector>

namespace {

using namespace kompass;
using namespace kompass::pipeline;
using namespace std::chrono_literals;
using Fault = read::tests::FaultPlan;
using read::tests::TempFolder;
using Files = std::vector<std::filesystem::path>;

/// A report of one area, whose points tell it from others.
std::string report(int points) {
    return fmt::format("KommunKompassen\n\nANALYS AV\n\nAVESTA KOMMUN\n\n"
                       "Utvärderingen av Avesta kommun genomfördes i maj år 2017.\n\n"
                       "8\tKommunen som samhällsbyggare\tUppnått\tMax\tProcent\n"
                       "8.1\tFinns övergripande planer?\t{0}\t50\t{1}%\n"
                       "8.2\tSamverkar kommunen?\t10\t50\t20%\n"
                       "\t\t{2}\t100\t{2}%\n",
                       points, 2 * points, points + 10);
}

Options quick_options(int jobs = 1) {
    Options options;
    options.worker_command = {"/proc/self/exe"};
    options.jobs = jobs;
    options.keep_pages = false;
    options.understanding_limits = {120s, 240s, 60s}; // nothing but what hangs is waited for
    options.memory_limit = 0;
    return options;
}

struct Understood {
    std::string file;
    Document document;
    Understanding understanding;
};

std::vector<Understood> understood(const Files& files, const Options& options) {
    std::vector<Understood> all;
    const auto remarks = understand_sources(
        files, options, [&](const auto& file, const Document& document, const Understanding& understanding) {
            all.push_back({file.filename().string(), document, understanding});
        });
    CHECK(remarks.empty());
    CHECK(::waitpid(-1, nullptr, WNOHANG) == -1);
    CHECK(errno == ECHILD);
    return all;
}

Files files_with_a_faulty_one(const TempFolder& folder) {
    return {folder.write("a.txt", report(20)), folder.write("faulty.txt", report(30)),
            folder.write("b.txt", report(40))};
}

/// The error of the faulty one, when nothing else is lost.
Trouble trouble_of_faulty(const char* plan, const Options& options) {
    const TempFolder folder;
    const Fault fault(plan);
    const auto all = understood(files_with_a_faulty_one(folder), options);
    REQUIRE(all.size() == 3);
    CHECK_FALSE(failed(all[0].understanding.record));
    CHECK_FALSE(failed(all[2].understanding.record));
    CHECK(all[2].understanding.record.areas.size() == 1);
    const auto& record = all[1].understanding.record;
    CHECK(record.file == "faulty.txt");
    CHECK(record.sha256 == all[1].document.sha256);
    CHECK(all[1].document.pages.size() == 1); // what was read is kept for another time
    REQUIRE(failed(record));
    return record.troubles.back();
}

} // namespace

TEST_SUITE("pipeline") {
    TEST_CASE("records come in the order of the files and are the same for any number of jobs") {
        const TempFolder folder;
        const Fault none("none");
        Files files;
        for (int i = 0; i < 30; ++i)
            files.push_back(folder.write(fmt::format("{}.txt", i), report(i % 50)));
        files.push_back(folder.write("tom.txt", ""));
        files.push_back(folder.write("saga.txt", "En saga.\n"));
        const auto expected = understood(files, quick_options());
        REQUIRE(expected.size() == files.size());
        for (std::size_t i = 0; i < files.size(); ++i) {
            CHECK(expected[i].file == files[i].filename());
            CHECK(expected[i].understanding.record.file == files[i].filename());
        }
        CHECK(expected[7].understanding.record == testing::extracted(expected[7].document));
        CHECK(expected[7].understanding.record.areas.at(0).questions.at(0).score.points == 7);
        for (const int jobs : {2, 8}) {
            const auto all = understood(files, quick_options(jobs));
            REQUIRE(all.size() == files.size());
            for (std::size_t i = 0; i < files.size(); ++i) {
                CHECK(all[i].file == expected[i].file);
                CHECK(all[i].document == expected[i].document);
                CHECK(all[i].understanding.record == expected[i].understanding.record);
            }
        }
    }

    TEST_CASE("the mended document and its blocks come if they are wanted") {
        const TempFolder folder;
        const Fault none("none");
        const Files files = {folder.write("a.txt", report(20))};
        CHECK(understood(files, quick_options()).at(0).understanding.blocks.empty());
        auto options = quick_options();
        options.record_only = false;
        const auto whole = understood(files, options).at(0);
        const auto here = testing::understood(whole.document);
        CHECK(whole.understanding.mended == here.mended);
        REQUIRE(whole.understanding.blocks.size() == here.blocks.size());
        CHECK(whole.understanding.blocks.back().table.rows.size() == here.blocks.back().table.rows.size());
    }

    TEST_CASE("a document that crashes whoever understands it fails alone, after a second try") {
        const auto trouble = trouble_of_faulty("task:crash@*", quick_options());
        CHECK(trouble.code == "understanding-crashed");
        CHECK(trouble.message.find("signal 9") != std::string::npos);
        CHECK(trouble_of_faulty("task:throw@*", quick_options(3)).message.find("a made-up fault") !=
              std::string::npos);
        CHECK(trouble_of_faulty("task:garbage@*", quick_options()).message.find("garbled") !=
              std::string::npos);
    }

    TEST_CASE("a worker lost once over a document costs nothing") {
        const TempFolder folder;
        const auto plan = "task:crash@" + folder.write("once", "").string();
        const Fault fault(plan.c_str());
        for (const auto& each : understood(files_with_a_faulty_one(folder), quick_options()))
            CHECK_FALSE(failed(each.understanding.record));
        CHECK_FALSE(std::filesystem::exists(folder.path() / "once"));
    }

    TEST_CASE("a document that is never understood fails alone, whether it waits or works") {
        auto options = quick_options();
        options.understanding_limits.stall =
            10s; // time enough for others to load their rules on a busy machine
        const auto hung = trouble_of_faulty("task:hang@*", options);
        CHECK(hung.code == "understanding-stalled");
        CHECK(hung.message.find("10 s") != std::string::npos);
        options = quick_options();
        options.understanding_limits.cpu = 4s;
        const auto spun = trouble_of_faulty("task:spin@*", options);
        CHECK(spun.code == "understanding-stalled");
        CHECK(spun.message.find("4 s of processor time") != std::string::npos);
    }

    TEST_CASE("a document that takes all memory fails alone") {
#ifdef __SANITIZE_ADDRESS__
        MESSAGE("skipped: AddressSanitizer needs more memory than any limit gives");
#else
        auto options = quick_options();
        options.memory_limit = 256UL << 20;
        CHECK(trouble_of_faulty("task:allocate@*", options).code == "understanding-out-of-memory");
#endif
        CHECK(trouble_of_faulty("task:abort@*", quick_options()).code == "understanding-out-of-memory");
    }

    TEST_CASE("a document larger than a channel holds arrives whole") {
        const TempFolder folder;
        const Fault none("none");
        std::string prose;
        for (int i = 0; i < 6000; ++i)
            prose += fmt::format("Kommunen har {} skolor och råd för varje ort.\n\n", i);
        const auto all = understood({folder.write("a.txt", prose + report(20))}, quick_options(2));
        CHECK(all.at(0).understanding.record == testing::extracted(all.at(0).document));
        CHECK_FALSE(failed(all.at(0).understanding.record));
    }

    TEST_CASE("rules that are missing end the run and say so") {
        const TempFolder folder;
        const Fault none("none");
        const kompass::testing::Variable rules("KOMPASS_RULES", (folder.path() / "nowhere").c_str());
        CHECK_THROWS_AS(understood(files_with_a_faulty_one(folder), quick_options()), rules::RulesError);
    }

    TEST_CASE("documents read before are understood again, in their order") {
        const TempFolder folder;
        const Fault none("none");
        Files files;
        for (int i = 0; i < 20; ++i)
            files.push_back(folder.write(fmt::format("{}.txt", i), report(i)));
        const auto first = understood(files, quick_options());
        for (const int jobs : {1, 4}) {
            std::size_t next = 0;
            std::vector<Record> records;
            understand_again(
                [&]() -> std::optional<Document> {
                    return next < first.size() ? std::optional(first[next++].document) : std::nullopt;
                },
                quick_options(jobs), [&](const Record& record) { records.push_back(record); });
            REQUIRE(records.size() == first.size());
            for (std::size_t i = 0; i < records.size(); ++i)
                CHECK(records[i] == first[i].understanding.record);
        }
    }
}
