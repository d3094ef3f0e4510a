#include "read/worker.h"

#include "read/document_wire.h"
#include "read/reader_pool.h"
#include "read/reading.h"

#include <fmt/format.h>

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <exception>
#include <new>
#include <system_error>

namespace kompass::read {
namespace {

/// The parent's requests and our answers.
class Connection {
public:
    Connection(int input_fd, int output_fd) : input_(input_fd), output_(output_fd) {}

    /// Waits for the next request; nullopt when there will be none.
    std::optional<Request> receive() {
        std::array<char, 4096> buffer{};
        for (;;) {
            if (auto message = stream_.next()) return std::get<Request>(std::move(*message));
            const ssize_t count = ::read(input_, buffer.data(), buffer.size());
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0) return std::nullopt;
            stream_.feed({buffer.data(), static_cast<std::size_t>(count)});
        }
    }

    void send(const Message& message) const {
        const auto frame = encode(message);
        for (std::size_t sent = 0; sent < frame.size();) {
            const ssize_t count = ::write(output_, frame.data() + sent, frame.size() - sent);
            if (count < 0 && errno == EINTR) continue;
            if (count < 0) throw std::system_error(errno, std::generic_category(), "cannot answer");
            sent += static_cast<std::size_t>(count);
        }
    }

    [[nodiscard]] int output() const { return output_; }

private:
    int input_, output_;
    MessageStream stream_;
};

/// Each trouble goes out once, with the first message after it.
class TroublesOnce {
public:
    Troubles fresh(const Troubles& all) {
        const auto first = all.begin() + static_cast<std::ptrdiff_t>(sent_);
        sent_ = all.size();
        return {first, all.end()};
    }

private:
    std::size_t sent_ = 0;
};

void answer(const Request& request, const Connection& connection, const BeforeSend& before_send) {
    TroublesOnce troubles;
    ReadEvents events;
    events.identified = [&](const Document& document) {
        connection.send(Identified{document.sha256, document.kind});
    };
    events.opened = [&](int pages) { connection.send(Opened{pages}); };
    events.page_read = [&](const Document& document, int /*pages*/) {
        if (before_send) before_send(document, connection.output());
        connection.send(PageRead{document.pages.back(), troubles.fresh(document.troubles)});
    };
    const ReadOptions options{request.max_pages, request.first_page};
    const auto document = read_reporting(request.file, options, events);
    connection.send(Finished{troubles.fresh(document.troubles)});
}

} // namespace

int serve(int input_fd, int output_fd, const BeforeSend& before_send) {
    try {
        Connection connection(input_fd, output_fd);
        connection.send(Ready{KOMPASS_VERSION});
        while (const auto request = connection.receive())
            answer(*request, connection, before_send);
        return 0;
    } catch (const std::bad_alloc&) {
        return out_of_memory_code;
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
}

int run_worker(int input_fd, int output_fd) {
    return serve(input_fd, output_fd, {});
}

} // namespace kompass::read
