// Pages for OCR in the pool: faults, second tries, the cache. The engine is made up; see fault_worker.cpp.
#include "read/work/reader_pool.h"

#include "read/kept/ocr_cache.h"
#include "tests/read/fault_plan.h"
#include "tests/read/temp_folder.h"
#include "tests/read/tiny_pdf.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <sys/wait.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <vector>

namespace {

using namespace kompass;
using namespace kompass::read;
using namespace kompass::read::tests;
using namespace std::chrono_literals;
using Plan = FaultPlan;
using kompass::testing::Variable;

PoolOptions options_with(int jobs) {
    PoolOptions options;
    options.worker_command = {"/proc/self/exe"};
    options.jobs = jobs;
    options.stall_limit = 5s;
    options.ocr_limit = 5s;
    return options;
}

std::vector<Document> read_files(const std::vector<std::filesystem::path>& files,
                                 const PoolOptions& options) {
    std::vector<Document> documents;
    read_all(files, options, [&](Document document) { documents.push_back(std::move(document)); });
    CHECK(::waitpid(-1, nullptr, WNOHANG) == -1);
    CHECK(errno == ECHILD);
    return documents;
}

Document read_one(const std::filesystem::path& file, const PoolOptions& options) {
    auto documents = read_files({file}, options);
    REQUIRE(documents.size() == 1);
    return std::move(documents.front());
}

/// A page without words on which something is drawn.
const TinyPage scan{"72 400 300 9 re f", {}};

/// Page 2 has a text layer, the others need OCR.
std::string mixed_pdf() {
    return tiny_pdf({scan, text_page("ett ord"), scan, scan, scan});
}

std::string words_of(const Page& page) {
    std::string words;
    for (const auto& word : page.words)
        words += (words.empty() ? "" : " ") + word.text;
    return words;
}

std::size_t files_in(const std::filesystem::path& folder) {
    if (!std::filesystem::exists(folder)) return 0;
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

/// Reads a mixed file with the plan and checks that page 3 alone has the trouble, and that nothing is left
/// behind: no child (read_files), no file but the pages kept.
Trouble trouble_at_page_3(const char* plan_words, PoolOptions options) {
    const TempFolder folder;
    const auto temporary = folder.path() / "tmp";
    std::filesystem::create_directory(temporary);
    OcrCache cache(folder.path() / "kept", seal_key()); // the key lies in a temporary folder of its own
    const Variable tmpdir("TMPDIR", temporary.c_str());
    options.kept_in = {&cache};
    const Plan plan(plan_words);
    const auto document = read_one(folder.write("blandad.pdf", mixed_pdf()), options);
    CHECK(files_in(temporary) == 0);
    CHECK(files_in(cache.folder()) == 3);
    CHECK(cache.size().entries == 3);
    CHECK(files_in(folder.path()) == 3);
    REQUIRE(document.pages.size() == 5);
    for (const int good : {1, 4, 5})
        CHECK(words_of(document.pages[static_cast<std::size_t>(good - 1)]) == fmt::format("sida{}", good));
    CHECK(words_of(document.pages[1]) == "ett ord");
    CHECK(document.pages[2].reading == Reading::failed);
    CHECK(document.pages[2].words.empty());
    CHECK(document.pages[2].number == 3);
    REQUIRE(document.troubles.size() == 1);
    CHECK(document.troubles[0].severity == Severity::warning);
    CHECK(document.troubles[0].file == "blandad.pdf");
    CHECK(document.troubles[0].place == Place{3, std::nullopt});
    return document.troubles[0];
}

} // namespace

TEST_SUITE("read") {
    TEST_CASE("a mixed file is decided page by page, and is the same whatever the number of jobs") {
        const TempFolder folder;
        const Plan none("none");
        std::vector<std::filesystem::path> files;
        for (int i = 0; i < 12; ++i) {
            std::vector<TinyPage> pages;
            for (int page = 0; page <= (i * 5) % 7; ++page)
                pages.push_back((i + page) % 3 == 0 ? text_page("ord") : scan);
            files.push_back(folder.write(fmt::format("{}.pdf", i), tiny_pdf(pages)));
        }
        const auto expected = read_files(files, options_with(1));
        REQUIRE(expected.size() == files.size());
        for (const auto& document : expected)
            for (const auto& page : document.pages) {
                const bool by_ocr = page.reading == Reading::ocr;
                CHECK(words_of(page) == (by_ocr ? fmt::format("sida{}", page.number) : "ord"));
                if (by_ocr) CHECK(page.why == "OCR: no text layer; 300 dpi");
            }
        CHECK(read_files(files, options_with(4)) == expected);
    }

    TEST_CASE("OCR may be left undone") {
        const TempFolder folder;
        const Plan none("none");
        auto options = options_with(2);
        options.ocr = false;
        const auto document = read_one(folder.write("a.pdf", mixed_pdf()), options);
        CHECK(document.troubles.empty());
        CHECK(document.pages.at(0).reading == Reading::ocr);
        CHECK(document.pages.at(0).words.empty());
        CHECK(words_of(document.pages.at(1)) == "ett ord");
    }

    TEST_CASE("a page lost once is read at a lower resolution, and says so") {
        for (const char* fault : {"ocr:crash@3/first", "ocr:exit@3/first", "ocr:garbage@3/first"}) {
            const TempFolder folder;
            const Plan plan(fault);
            auto options = options_with(2);
            OcrCache cache(folder.path() / "kept", seal_key());
            options.kept_in = {&cache};
            const auto document = read_one(folder.write("a.pdf", mixed_pdf()), options);
            CHECK(document.troubles.empty());
            const auto& page = document.pages.at(2);
            CHECK(words_of(page) == "sida3");
            CHECK_MESSAGE(page.why.find("150 dpi; at 150 dpi after a first try: the worker") !=
                              std::string::npos,
                          page.why);
            // It may be read better another time.
            CHECK(files_in(cache.folder()) == 3);
        }
    }

    TEST_CASE("a page lost twice is failed, named, and the rest is read") {
        for (const int jobs : {1, 3}) {
            const auto crash = trouble_at_page_3("ocr:crash@3", options_with(jobs));
            CHECK(crash.code == "page-crashed");
            CHECK(crash.message.find("twice") != std::string::npos);
            CHECK(crash.message.find("signal 9") != std::string::npos);
        }
        CHECK(trouble_at_page_3("ocr:garbage@3", options_with(2)).message.find("garbled") !=
              std::string::npos);
        CHECK(trouble_at_page_3("ocr:throw@3", options_with(2)).message.find("a made-up fault") !=
              std::string::npos);
    }

    TEST_CASE("a page that hangs is failed") {
        auto options = options_with(2);
        options.ocr_limit = 2s; // what the other pages need on a busy machine, and a second try beside it
        const auto trouble = trouble_at_page_3("ocr:hang@3", options);
        CHECK(trouble.code == "page-stalled");
        CHECK(trouble.message.find("2 s") != std::string::npos);
    }

    TEST_CASE("a page that takes all memory is failed") {
#ifdef __SANITIZE_ADDRESS__
        MESSAGE("skipped: AddressSanitizer needs more memory than any limit gives");
#else
        auto options = options_with(2);
        options.memory_limit = 256UL << 20;
        const auto trouble = trouble_at_page_3("ocr:allocate@3", options);
        CHECK(trouble.code == "page-out-of-memory");
        CHECK(trouble.message.find("256 MiB") != std::string::npos);
#endif
        CHECK(trouble_at_page_3("ocr:abort@3", options_with(2)).code == "page-out-of-memory");
    }

    TEST_CASE("without an engine every page for OCR says what is missing") {
        const TempFolder folder;
        const Plan plan("no-ocr");
        const auto document = read_one(folder.write("a.pdf", mixed_pdf()), options_with(2));
        REQUIRE(document.troubles.size() == 4);
        std::vector<int> pages;
        for (const auto& trouble : document.troubles) {
            CHECK(trouble.code == "ocr-failed");
            CHECK(trouble.message.find("the Swedish model is missing") != std::string::npos);
            pages.push_back(trouble.place->page);
        }
        CHECK(pages == std::vector<int>{1, 3, 4, 5});
    }

    TEST_CASE("a document of which too many pages fail is given up, whatever the number of jobs") {
        const TempFolder folder;
        const Plan plan("ocr:crash@*");
        const auto file = folder.write("a.pdf", tiny_pdf(std::vector<TinyPage>(6, scan)));
        auto options = options_with(1);
        options.failed_scans_limit = 2;
        const auto one = read_one(file, options);
        REQUIRE(one.troubles.size() == 1);
        CHECK(one.troubles[0].code == "reader-gave-up");
        options.jobs = 3;
        CHECK(read_one(file, options).troubles == one.troubles);
    }

    TEST_CASE("a document whose pages all failed is an error") {
        const TempFolder folder;
        const Plan plan("ocr:crash@*");
        const auto document = read_one(folder.write("a.pdf", tiny_pdf({scan, scan})), options_with(2));
        REQUIRE(document.troubles.size() == 3);
        CHECK(document.troubles.back().code == "no-page-read");
    }

    TEST_CASE("what OCR read is read once") {
        const TempFolder folder;
        const auto file = folder.write("a.pdf", mixed_pdf());
        OcrCache cache(folder.path() / "kept", seal_key());
        auto options = options_with(2);
        options.kept_in = {&cache};
        Document first;
        {
            const Plan none("none");
            first = read_one(file, options);
        }
        CHECK(files_in(cache.folder()) == 4);
        const Plan any_ocr_is_fatal("ocr:crash@*");
        CHECK(read_one(file, options) == first);
        options.ocr = false;
        CHECK(read_one(file, options) == first);
        CHECK(cache.fault().empty());

        // One page damaged: it alone is read anew.
        const auto kept = std::filesystem::directory_iterator(cache.folder())->path();
        std::filesystem::resize_file(kept, std::filesystem::file_size(kept) - 1);
        const auto document = read_one(file, options);
        CHECK(std::count_if(document.pages.begin(), document.pages.end(),
                            [](const Page& page) { return page.words.empty(); }) == 1);
    }

    TEST_CASE("a page that failed is not kept") {
        const TempFolder folder;
        const Plan plan("ocr:crash@3");
        OcrCache cache(folder.path() / "kept", seal_key());
        auto options = options_with(2);
        options.kept_in = {&cache};
        (void)read_one(folder.write("a.pdf", mixed_pdf()), options);
        CHECK(files_in(cache.folder()) == 3);
    }

    TEST_CASE("progress counts pages, those of OCR as they are read") {
        const TempFolder folder;
        const Plan none("none");
        std::vector<std::string> told;
        read_all(
            {folder.write("a.pdf", tiny_pdf({text_page("ord"), scan, scan}))}, options_with(1),
            [](const Document&) {},
            [&](const auto&, int page, int of) { told.push_back(fmt::format("{}/{}", page, of)); });
        CHECK(told == std::vector<std::string>{"1/3", "1/3", "1/3", "1/3", "2/3", "3/3"});
    }
}
