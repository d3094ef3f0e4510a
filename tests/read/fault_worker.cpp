// Makes the test program a worker, and a faulty one: when the environment says so, it serves requests instead
// of running tests. KOMPASS_FAULT_WORKER is "none" or "<fault>@<page>" ("@*": every page); the fault strikes
// in documents named faulty.*, just before the page is sent.
#include "read/worker.h"

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

/// As Poppler does when malloc fails.
[[noreturn]] void abort_for_memory() {
    fmt::print(stderr, "Out of memory\n");
    std::abort();
}

void strike(std::string_view fault, int output_fd) {
    if (fault == "crash") std::raise(SIGKILL);
    if (fault == "exit") std::_Exit(9);
    if (fault == "hang") hang();
    if (fault == "garbage") send_garbage(output_fd);
    if (fault == "allocate") allocate_all();
    if (fault == "abort") abort_for_memory();
    if (fault == "throw") throw std::length_error("a made-up fault");
}

/// Constructed after all static objects and before anything is printed or run.
struct FaultWorker : doctest::IReporter {
    explicit FaultWorker(const doctest::ContextOptions& /*options*/) {
        const char* plan = std::getenv("KOMPASS_FAULT_WORKER");
        if (plan != nullptr) std::_Exit(serve(plan));
    }

    static int serve(std::string_view plan) {
        if (plan == "stillborn") return 3;
        const auto at = plan.find('@');
        const auto fault = plan.substr(0, at);
        const auto page = at == std::string_view::npos ? "" : plan.substr(at + 1);
        return kompass::read::serve(
            STDIN_FILENO, STDOUT_FILENO, [=](const kompass::Document& document, int output_fd) {
                const bool struck = page == "*" || page == std::to_string(document.pages.back().number);
                if (struck && document.file.starts_with("faulty.")) strike(fault, output_fd);
            });
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
