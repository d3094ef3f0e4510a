#include "read/work/reader_pool.h"

#include "read/reader.h"
#include "tests/read/fault_plan.h"
#include "tests/read/temp_folder.h"
#include "tests/read/tiny_pdf.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <sys/wait.h>

#include <cerrno>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace kompass;
using namespace kompass::read;
using namespace kompass::read::tests;
using namespace std::chrono_literals;

using Fault = FaultPlan;
using Files = std::vector<std::filesystem::path>;

PoolOptions quick_options() {
    PoolOptions options;
    options.worker_command = {"/proc/self/exe"};
    options.stall_limit = 5s;
    return options;
}

bool no_child_left() {
    return ::waitpid(-1, nullptr, WNOHANG) == -1 && errno == ECHILD;
}

std::vector<Document> read_files(const Files& files, const PoolOptions& options) {
    std::vector<Document> documents;
    read_all(files, options, [&](Document document) { documents.push_back(std::move(document)); });
    CHECK(no_child_left());
    return documents;
}

/// A transcript of four pages, named so that faults strike it, with a good one before and after it.
Files files_with_a_faulty_one(const TempFolder& folder) {
    return {folder.write("a.txt", "ett\ftvå\n"), folder.write("faulty.txt", "ett\ftvå\ftre\ffyra\n"),
            folder.write("b.txt", "ensam\n")};
}

/// Reads with the fault at page 2 and checks that this page, and nothing else, is lost.
Trouble trouble_at_page_2(const char* plan, const PoolOptions& options) {
    const TempFolder folder;
    const Fault fault(plan);
    const auto documents = read_files(files_with_a_faulty_one(folder), options);
    REQUIRE(documents.size() == 3);
    CHECK(documents[0].troubles.empty());
    CHECK(documents[2].troubles.empty());
    CHECK(documents[2].pages.size() == 1);
    const auto& faulty = documents[1];
    CHECK(faulty.file == "faulty.txt");
    CHECK(faulty.sha256.size() == 64);
    REQUIRE(faulty.pages.size() == 4);
    CHECK(faulty.pages[0].lines == std::vector<std::string>{"ett"});
    CHECK(faulty.pages[1].reading == Reading::failed);
    CHECK(faulty.pages[1].number == 2);
    CHECK(faulty.pages[2].lines == std::vector<std::string>{"tre"});
    CHECK(faulty.pages[3].lines == std::vector<std::string>{"fyra"});
    REQUIRE(faulty.troubles.size() == 1);
    CHECK(faulty.troubles[0].severity == Severity::warning);
    CHECK(faulty.troubles[0].place == Place{2, std::nullopt});
    return faulty.troubles[0];
}

std::string last_code(const Document& document) {
    return document.troubles.empty() ? "" : document.troubles.back().code;
}

} // namespace

TEST_SUITE("read") {
    TEST_CASE("the pool reads what the reader reads, in the order of the files") {
        const TempFolder folder;
        const Fault none("none");
        Files files;
        for (int i = 0; i < 25; ++i) {
            std::vector<TinyPage> pages;
            for (int page = 0; page <= (i * 7) % 5; ++page)
                pages.push_back(text_page(fmt::format("sida {}", page)));
            files.push_back(folder.write(fmt::format("{}.pdf", i), tiny_pdf(pages)));
        }
        files.push_back(folder.write("tom.pdf", ""));
        files.push_back(folder.path() / "saknas.pdf");
        files.push_back(folder.write("tomma.pdf", tiny_pdf({{"", {}}})));
        std::vector<Document> expected;
        for (const auto& file : files)
            expected.push_back(read_document(file, {}));
        for (const int jobs : {1, 3}) {
            auto options = quick_options();
            options.jobs = jobs;
            const auto documents = read_files(files, options);
            REQUIRE(documents.size() == expected.size());
            for (std::size_t i = 0; i < documents.size(); ++i)
                CHECK(documents[i] == expected[i]);
        }
    }

    TEST_CASE("no files, nothing to do") {
        CHECK(read_files({}, quick_options()).empty());
    }

    TEST_CASE("progress is told page by page") {
        const TempFolder folder;
        const Fault none("none");
        std::vector<std::string> told;
        read_all(
            {folder.write("a.txt", "ett\ftvå\n")}, quick_options(), [](const Document&) {},
            [&](const auto& file, int page, int of) {
                told.push_back(fmt::format("{} {}/{}", file.filename().string(), page, of));
            });
        CHECK(told == std::vector<std::string>{"a.txt 1/2", "a.txt 2/2"});
    }

    TEST_CASE("a crash costs a page and names the signal") {
        const auto trouble = trouble_at_page_2("crash@2", quick_options());
        CHECK(trouble.code == "page-crashed");
        CHECK(trouble.message.find("signal 9") != std::string::npos);
        auto options = quick_options();
        options.jobs = 3;
        CHECK(trouble_at_page_2("crash@2", options).code == "page-crashed");
    }

    TEST_CASE("a worker that ends or throws costs a page") {
        CHECK(trouble_at_page_2("exit@2", quick_options()).message.find("code 9") != std::string::npos);
        const auto trouble = trouble_at_page_2("throw@2", quick_options());
        CHECK(trouble.code == "page-crashed");
        CHECK(trouble.message.find("a made-up fault") != std::string::npos);
    }

    TEST_CASE("a hang costs a page and names the limit") {
        auto options = quick_options();
        options.stall_limit = 5s; // more than a busy machine needs for the pages that do not hang
        const auto trouble = trouble_at_page_2("hang@2", options);
        CHECK(trouble.code == "page-stalled");
        CHECK(trouble.message.find("5 s") != std::string::npos);
    }

    TEST_CASE("garbage from a worker costs a page") {
        const auto trouble = trouble_at_page_2("garbage@2", quick_options());
        CHECK(trouble.code == "page-crashed");
        CHECK(trouble.message.find("garbled") != std::string::npos);
    }

    TEST_CASE("want of memory costs a page") {
#ifdef __SANITIZE_ADDRESS__
        MESSAGE("skipped: AddressSanitizer needs more memory than any limit gives");
#else
        auto options = quick_options();
        options.memory_limit = 256UL << 20;
        const auto trouble = trouble_at_page_2("allocate@2", options);
        CHECK(trouble.code == "page-out-of-memory");
        CHECK(trouble.message.find("256 MiB") != std::string::npos);
#endif
        CHECK(trouble_at_page_2("abort@2", quick_options()).code == "page-out-of-memory");
    }

    TEST_CASE("a document that loses every worker is given up, the others are read") {
        const TempFolder folder;
        const Fault fault("crash@*");
        const auto documents =
            read_files({folder.write("faulty.txt", "1\f2\f3\f4\f5\f6\n"), folder.write("a.txt", "ett\n")},
                       quick_options());
        REQUIRE(documents.size() == 2);
        CHECK(last_code(documents[0]) == "reader-gave-up");
        CHECK(documents[0].pages.size() == 4);
        CHECK(documents[0].sha256.size() == 64);
        CHECK(documents[1].troubles.empty());
    }

    TEST_CASE("a document whose pages all failed is an error") {
        const TempFolder folder;
        const Fault fault("crash@*");
        const auto documents = read_files({folder.write("faulty.txt", "1\f2\n")}, quick_options());
        REQUIRE(documents.size() == 1);
        CHECK(documents[0].pages.size() == 2);
        CHECK(last_code(documents[0]) == "no-page-read");
    }

    TEST_CASE("the limit for a document holds even while it moves") {
        const TempFolder folder;
        const Fault fault("hang@3");
        auto options = quick_options();
        options.document_limit = 3s; // more than a busy machine needs for the others
        const auto documents = read_files(files_with_a_faulty_one(folder), options);
        REQUIRE(documents.size() == 3);
        CHECK(last_code(documents[1]) == "document-timeout");
        CHECK(documents[1].troubles.back().message.find("2 of 4 pages") != std::string::npos);
        CHECK(documents[2].troubles.empty());
    }

    TEST_CASE("a worker that cannot be started fails every document, and says why") {
        const TempFolder folder;
        const auto files = files_with_a_faulty_one(folder);
        auto options = quick_options();
        options.jobs = 2;
        options.worker_command = {"/nonexistent/kompass", "worker"};
        for (const auto& document : read_files(files, options)) {
            CHECK(last_code(document) == "worker-not-started");
            CHECK(document.troubles.back().message.find("No such file") != std::string::npos);
        }
        const Fault fault("stillborn");
        options.worker_command = {"/proc/self/exe"};
        const auto documents = read_files(files, options);
        REQUIRE(documents.size() == 3);
        for (const auto& document : documents)
            CHECK(last_code(document) == "worker-not-started");
    }

    TEST_CASE("a worker that dies before it is ready is replaced, and nothing is lost") {
        const TempFolder folder;
        const auto files = files_with_a_faulty_one(folder);
        const auto plan = "unborn@" + folder.write("unborn", "").string();
        const Fault fault(plan.c_str());
        const auto documents = read_files(files, quick_options());
        CHECK_FALSE(std::filesystem::exists(folder.path() / "unborn"));
        REQUIRE(documents.size() == 3);
        for (const auto& document : documents)
            CHECK(document.troubles.empty());
    }

    TEST_CASE("no worker outlives a pool that is left by an exception") {
        const TempFolder folder;
        const Fault none("none");
        auto options = quick_options();
        options.jobs = 3;
        const auto fail = [](const Document&) { throw std::runtime_error("no room"); };
        CHECK_THROWS_WITH(read_all(files_with_a_faulty_one(folder), options, fail), "no room");
        CHECK(no_child_left());
    }

    TEST_CASE("workers are replaced after many documents without a trace") {
        const TempFolder folder;
        const Fault none("none");
        const Files files(450, folder.write("a.txt", "ett\n"));
        const auto documents = read_files(files, quick_options());
        REQUIRE(documents.size() == files.size());
        for (const auto& document : documents)
            CHECK(document == documents.front());
        CHECK(documents.front().troubles.empty());
    }
}
