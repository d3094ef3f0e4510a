// What is told of a run's progress, on a terminal and in a log. Time is made up.
#include "cli/terminal/progress.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <functional>
#include <optional>
#include <ratio>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace kompass::cli;
using namespace std::chrono_literals;

/// Two connected descriptors, of a pipe or of a terminal; what was written to one is read from the other.
class Channel {
public:
    static Channel pipe() {
        Channel channel;
        REQUIRE(::pipe2(channel.ends_.data(), O_NONBLOCK) == 0);
        return channel;
    }
    static Channel terminal() {
        Channel channel;
        const winsize size{24, 80, 0, 0};
        REQUIRE(::openpty(channel.ends_.data(), &channel.ends_[1], nullptr, nullptr, &size) == 0);
        REQUIRE(::fcntl(channel.ends_[0], F_SETFL, O_NONBLOCK) == 0);
        return channel;
    }
    Channel(Channel&& other) noexcept : ends_(std::exchange(other.ends_, {-1, -1})) {}
    Channel& operator=(Channel&&) = delete;
    ~Channel() {
        for (const int end : ends_)
            if (end >= 0) ::close(end);
    }

    [[nodiscard]] int in() const { return ends_[1]; }
    /// What was said, up to and with `last`; a terminal hands it over in its own time.
    [[nodiscard]] std::string said(const std::string& last = "") const {
        std::string text;
        std::array<char, 4096> bytes{};
        for (;;) {
            const auto count = ::read(ends_[0], bytes.data(), bytes.size());
            if (count > 0) text.append(bytes.data(), static_cast<std::size_t>(count));
            if (text.find(last) != std::string::npos && count <= 0) return text;
            pollfd ready{ends_[0], POLLIN, 0};
            if (count <= 0 && ::poll(&ready, 1, patience_ms) <= 0) return text;
        }
    }

private:
    static constexpr int patience_ms = 5000;

    Channel() = default;

    std::array<int, 2> ends_{-1, -1};
};

/// A clock that is set by hand.
struct Time {
    Progress::Clock::time_point now{1h};

    std::function<Progress::Clock::time_point()> clock() {
        return [this] { return now; };
    }
};

bool has(const std::string& text, const char* part) {
    return text.find(part) != std::string::npos;
}

/// Of "…  1 h 5 min left  …".
std::optional<double> minutes_left(const std::string& told) {
    const auto end = told.find(" min left");
    if (end == std::string::npos) return std::nullopt;
    const auto begin = told.rfind("  ", end) + 2;
    const auto hours = told.find(" h ", begin);
    if (hours > end) return std::stod(told.substr(begin));
    return 60 * std::stod(told.substr(begin)) + std::stod(told.substr(hours + 3));
}

} // namespace

TEST_SUITE("cli") {
    TEST_CASE("a terminal shows files, percent, time left and the page") {
        const auto channel = Channel::terminal();
        Talk talk(channel.in(), false);
        REQUIRE(talk.terminal().interactive);
        Time time;
        Progress progress(talk, {{"a/koping.pdf"}, {"b.pdf"}}, time.clock());
        time.now += 1s;
        progress.page("a/koping.pdf", 0, 20);
        const auto first = channel.said("0/20");
        CHECK(has(first, "1/2    0 %"));
        CHECK(has(first, "koping.pdf  page 0/20"));
        CHECK_FALSE(has(first, "left"));
        time.now += 10s;
        progress.page("a/koping.pdf", 5, 20);
        const auto second = channel.said("5/20");
        CHECK(has(second, "1/2   12 %  1 min left  koping.pdf  page 5/20"));
        CHECK_FALSE(has(second, "\n"));
        progress.finished("a/koping.pdf", "taken");
        CHECK(has(channel.said("taken"), "1/2   50 %"));
    }

    TEST_CASE("what was passed over does not flatter the time left") {
        const auto channel = Channel::terminal();
        Talk talk(channel.in(), false);
        Time time;
        std::vector<Work> work{{"a.pdf", 40}, {"b.pdf", 40}};
        for (int known = 0; known < 100; ++known)
            work.push_back({"known.pdf", 1000});
        Progress progress(talk, work, time.clock());
        for (int known = 0; known < 100; ++known)
            progress.passed_over("known.pdf", "known");
        for (int page = 0; page <= 30; ++page) {
            time.now += 2s;
            progress.page("a.pdf", page, 40);
        }
        CHECK(has(channel.said("30/40"), "2 min left  a.pdf  page 30/40"));
    }

    TEST_CASE("the time left comes down steadily, though pages take a hundred times as long here and there") {
        const auto channel = Channel::terminal();
        Talk talk(channel.in(), false);
        Time time;
        // Each a byte a page; of every tenth file a page takes 20 s, of the others 200 ms.
        constexpr int files = 60;
        constexpr int pages = 20;
        std::vector<Work> work;
        for (int file = 0; file < files; ++file)
            work.push_back({std::to_string(file), pages});
        Progress progress(talk, work, time.clock());
        std::vector<double> ends; // the minutes of all that it tells
        const auto begun = time.now;
        for (int file = 0; file < files; ++file) {
            for (int page = 1; page <= pages; ++page) {
                time.now += file % 10 == 3 ? 20000ms : 200ms;
                progress.page(std::to_string(file), page, pages);
                const auto told = channel.said(fmt::format("page {}/{}", page, pages));
                if (file < 10) continue; // no slow one was met yet
                if (const auto left = minutes_left(told))
                    ends.push_back(*left +
                                   std::chrono::duration<double, std::ratio<60>>(time.now - begun).count());
            }
            progress.finished(std::to_string(file));
        }
        REQUIRE(ends.size() > 100);
        const auto [least, most] = std::minmax_element(ends.begin(), ends.end());
        CHECK(*most < 2 * *least); // it went from 13 minutes to 2 hours and back
    }

    TEST_CASE("Ctrl-C ends a run after what is at hand") {
        const auto channel = Channel::pipe();
        Talk talk(channel.in(), true);
        Progress progress(talk, {{"a.pdf"}, {"b.pdf"}});
        progress.page("a.pdf", 1, 2);
        std::raise(SIGINT);
        CHECK_THROWS_AS(progress.page("a.pdf", 2, 2), Interrupted);
        CHECK_THROWS_AS(progress.finished("a.pdf", "taken"), Interrupted);
    }

    TEST_CASE("a log has plain lines: one a file, and one every half minute of a long one") {
        const auto channel = Channel::pipe();
        Talk talk(channel.in(), false);
        Time time;
        Progress progress(talk, {{"lang.pdf"}, {"b.pdf"}}, time.clock());
        for (int page = 1; page <= 20; ++page) {
            time.now += 2s;
            progress.page("lang.pdf", page, 20);
        }
        CHECK(channel.said() == "1/2   37 %  50 s left  lang.pdf  page 15/20\n");
        progress.finished("lang.pdf", "taken  lang.pdf");
        progress.finished("b.pdf");
        CHECK(channel.said() == "1/2  taken  lang.pdf\n");
    }

    TEST_CASE("being quiet silences it") {
        const auto channel = Channel::pipe();
        Talk talk(channel.in(), true);
        Time time;
        Progress progress(talk, {{"a.pdf"}}, time.clock());
        time.now += 60s;
        progress.page("a.pdf", 1, 2);
        progress.finished("a.pdf", "taken");
        CHECK(channel.said().empty());
    }
}
