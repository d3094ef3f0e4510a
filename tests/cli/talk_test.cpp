#include "cli/terminal/output.h"
#include "cli/terminal/progress.h"
#include "cli/terminal/talk.h"

#include <doctest/doctest.h>

#include <array>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

using namespace kompass::cli;

TEST_SUITE("cli") {

    namespace {

    /// Both ends of a pipe; what was written can be read back.
    class Pipe {
    public:
        Pipe() { REQUIRE(pipe2(ends_.data(), O_NONBLOCK) == 0); }
        Pipe(const Pipe&) = delete;
        Pipe& operator=(const Pipe&) = delete;
        ~Pipe() {
            close_reader();
            close(ends_[1]);
        }

        void close_reader() {
            if (ends_[0] >= 0) close(ends_[0]);
            ends_[0] = -1;
        }
        [[nodiscard]] int writer() const { return ends_[1]; }
        [[nodiscard]] std::string text() const {
            std::array<char, 4096> buffer{};
            const auto count = read(ends_[0], buffer.data(), buffer.size());
            return {buffer.data(), static_cast<std::size_t>(count > 0 ? count : 0)};
        }

    private:
        std::array<int, 2> ends_{};
    };

    } // namespace

    TEST_CASE("what comes from outside cannot steer a terminal; our colours stay where there are colours") {
        const Terminal plain;
        const Terminal colours{.interactive = true, .colour = true};
        const std::string hostile = "\x1b]0;own\a\x1b[2J\x1b";
        const std::string harmless = "\\u001b]0;own\\u0007\\u001b[2J\\u001b";
        CHECK(shown(hostile, plain) == harmless);
        CHECK(shown(hostile, colours) == harmless);
        const auto green = coloured("Köping", Colour::green, colours);
        CHECK(green == "\x1b[32mKöping\x1b[0m");
        CHECK(shown(green + hostile + "\n", colours) == green + harmless + "\n");
        CHECK(shown(green, plain) == "\\u001b[32mKöping\\u001b[0m");

        const Pipe pipe;
        Talk talk(pipe.writer(), false);
        talk.remark(hostile);
        CHECK(pipe.text() == harmless + "\n");
        Output(pipe.writer()).write(hostile);
        CHECK(pipe.text() == harmless);
    }

    TEST_CASE("a log gets whole lines and no status line") {
        const Pipe pipe;
        Talk talk(pipe.writer(), false);
        Progress progress(talk, {{"a.pdf"}, {"b.pdf"}});
        progress.page("a.pdf", 1, 3);
        progress.finished("a.pdf", "taken   a.pdf");
        progress.finished("b.pdf", "failed  b.pdf");
        CHECK(pipe.text() == "1/2  taken   a.pdf\n2/2  failed  b.pdf\n");
    }

    TEST_CASE("being quiet silences remarks, not errors") {
        const Pipe pipe;
        Talk talk(pipe.writer(), true);
        talk.remark("by the way");
        talk.error("no such file");
        CHECK(pipe.text() == "kompass: no such file\n");
    }

    TEST_CASE("a reader that went away is told from a disk that is full") {
        survive_closed_streams();
        Pipe pipe;
        Output out(pipe.writer());
        out.print("{} lines\n", 1);
        CHECK(pipe.text() == "1 lines\n");
        pipe.close_reader();
        CHECK_THROWS_AS(out.write("x"), ClosedOutput);

        const int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
        REQUIRE(full >= 0);
        CHECK_THROWS_AS(Output(full).write("x"), std::system_error);
        close(full);
    }

} // TEST_SUITE
