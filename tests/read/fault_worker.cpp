// Makes the test program a worker, and a faulty one: when the environment says so, it serves requests instead
// of running tests. KOMPASS_FAULT_WORKER is "none" or "<fault>@<page>" ("@*": every page); the fault strikes
// in documents named faulty.*, just before the page is sent. "ocr:<fault>@<page>" strikes while a page of any
// document is read by OCR; with "/first" behind it, only at the first try. OCR is made up: a page has one
// word. With "/recorded" at the plan's very end pages are those of recorded_pages.h, with "/real" they are
// read by the engine, and the plan "no-ocr" has no engine at all. "task:<fault>@*" strikes while a document
// named faulty.* is understood, "task:<fault>@FILE" only if that file is there, which goes: once.
// "unborn@FILE" is a worker that dies before it is ready, once in the same way.
#include "read/work/worker.h"

#include "pipeline/understanding_task.h"
#include "pipeline/understanding_wire.h"
#include "tests/read/recorded_pages.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <unistd.h>

#include <csignal>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

[[noreturn]] void hang() {
    for (;;)
        ::pause();
}

/// Takes memory as a parser gone wild does, until there is none.
[[noreturn]] void allocate_all() {
    std::vector<std::string> hoard;
    for (;;)
        hoard.emplace_back(std::size_t{16} << 20, 'x');
}

void send_garbage(int output_fd) {
    using namespace std::string_view_literals;
    constexpr auto garbage = "\x05\x00\x00\x00\x63garbage that is no message"sv;
    [[maybe_unused]] const auto written = ::write(output_fd, garbage.data(), garbage.size());
    hang();
}

[[noreturn]] void spin() {
    volatile unsigned turns = 0;
    for (;;) {
        const auto before = turns;
        turns = before + 1;
    }
}

/// As Poppler does when malloc fails.
[[noreturn]] void abort_for_memory() {
    fmt::print(stderr, "Out of memory\n");
    std::abort();
}

void strike(std::string_view fault, int output_fd) {
    if (fault == "crash") std::raise(SIGKILL);
    if (fault == "exit") std::_Exit(9);
    if (fault == "hang") hang();
    if (fault == "spin") spin();
    if (fault == "garbage") send_garbage(output_fd);
    if (fault == "allocate") allocate_all();
    if (fault == "abort") abort_for_memory();
    if (fault == "throw") throw std::length_error("a made-up fault");
}

/// What the environment asks for.
struct Plan {
    explicit Plan(std::string_view words) {
        recorded = takes_end(words, "/recorded");
        real = takes_end(words, "/real");
        only_first = takes_end(words, "/first");
        constexpr std::string_view ocr = "ocr:";
        at_ocr = words.starts_with(ocr);
        if (at_ocr) words.remove_prefix(ocr.size());
        constexpr std::string_view task = "task:";
        at_task = words.starts_with(task);
        if (at_task) words.remove_prefix(task.size());
        const auto at = words.find('@');
        fault = words.substr(0, at);
        page = at == std::string_view::npos ? "" : words.substr(at + 1);
    }

    [[nodiscard]] bool strikes(int number) const { return page == "*" || page == std::to_string(number); }
    /// Always, or once if `page` names a file.
    [[nodiscard]] bool strikes() const { return page == "*" || ::unlink(std::string(page).c_str()) == 0; }

    std::string_view fault, page;
    bool at_ocr = false, at_task = false, only_first = false, recorded = false, real = false;

private:
    static bool takes_end(std::string_view& words, std::string_view end) {
        if (!words.ends_with(end)) return false;
        words.remove_suffix(end.size());
        return true;
    }
};

/// By the rules of the source tree, unless the environment names others.
kompass::read::Task understanding() {
    const bool named = std::getenv("KOMPASS_RULES") != nullptr;
    return kompass::pipeline::understanding_task({named ? "" : KOMPASS_SOURCE_DIR "/rules", {}});
}

kompass::Page made_up_page(int number, const kompass::read::OcrSettings& settings) {
    kompass::Page page;
    page.number = number;
    page.reading = kompass::Reading::ocr;
    page.why = fmt::format("{} dpi", settings.resolution == 0 ? 300 : settings.resolution);
    page.confidence = 0.5;
    page.words = {{fmt::format("sida{}", number), {1, 2, 3, 4}, 11, false, 0.5, {"slda"}}};
    return page;
}

/// Constructed after all static objects and before anything is printed or run.
struct FaultWorker : doctest::IReporter {
    explicit FaultWorker(const doctest::ContextOptions& /*options*/) {
        const char* plan = std::getenv("KOMPASS_FAULT_WORKER");
        if (plan != nullptr) std::_Exit(serve(plan));
    }

    static int serve(std::string_view words) {
        if (words == "stillborn") return 3;
        const Plan plan(words);
        if (plan.fault == "unborn" && plan.strikes()) return 3;
        kompass::read::WorkerHooks hooks;
        hooks.before_send = [&](const kompass::Document& document, int output_fd) {
            if (!plan.at_ocr && !plan.at_task && plan.strikes(document.pages.back().number) &&
                document.file.starts_with("faulty."))
                strike(plan.fault, output_fd);
        };
        hooks.task = [&, understand = understanding()](std::string_view task) {
            const auto file = kompass::pipeline::decoded_request(task).document.file;
            if (plan.at_task && file.starts_with("faulty.") && plan.strikes())
                strike(plan.fault, STDOUT_FILENO);
            return understand(task);
        };
        hooks.ocr = [&](std::string_view bytes, kompass::SourceKind kind, int number,
                        const kompass::read::OcrSettings& settings) {
            if (plan.fault == "no-ocr") throw kompass::read::OcrError("the Swedish model is missing");
            const bool first_try = settings.resolution == 0;
            if (plan.at_ocr && plan.strikes(number) && (first_try || !plan.only_first))
                strike(plan.fault, STDOUT_FILENO);
            if (plan.real) return kompass::read::ocr_page(bytes, kind, number, settings);
            if (plan.recorded) return kompass::read::tests::recorded_page(number);
            return made_up_page(number, settings);
        };
        return kompass::read::serve(STDIN_FILENO, STDOUT_FILENO, hooks);
    }

    void report_query(const doctest::QueryData& /*data*/) override {}
    void test_run_start() override {}
    void test_run_end(const doctest::TestRunStats& /*stats*/) override {}
    void test_case_start(const doctest::TestCaseData& /*data*/) override {}
    void test_case_reenter(const doctest::TestCaseData& /*data*/) override {}
    void test_case_end(const doctest::CurrentTestCaseStats& /*stats*/) override {}
    void test_case_exception(const doctest::TestCaseException& /*exception*/) override {}
    void subcase_start(const doctest::SubcaseSignature& /*signature*/) override {}
    void subcase_end() override {}
    void log_assert(const doctest::AssertData& /*data*/) override {}
    void log_message(const doctest::MessageData& /*data*/) override {}
    void test_case_skipped(const doctest::TestCaseData& /*data*/) override {}
};

} // namespace

REGISTER_LISTENER("fault-worker", 1, FaultWorker);
