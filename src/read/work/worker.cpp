#include "read/work/worker.h"

#include "read/file_bytes.h"
#include "read/reading.h"
#include "read/sha256.h"
#include "read/work/attachments.h"
#include "read/work/message.h"
#include "read/work/pictures.h"

#include <fmt/format.h>
#include <kompass_version.h>

#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <exception>
#include <new>
#include <system_error>
#include <utility>
#include <variant>
#include <vector>

namespace kompass::read {
namespace {

/// The parent's requests and our answers.
class Connection {
public:
    Connection(int input_fd, int output_fd) : input_(input_fd), output_(output_fd) {}

    /// Waits for the next request; nullopt when there will be none.
    std::optional<Message> receive() {
        for (;;) {
            if (auto message = stream_.next()) return message;
            const ssize_t count = ::read(input_, buffer_.data(), buffer_.size());
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0) return std::nullopt;
            stream_.feed({buffer_.data(), static_cast<std::size_t>(count)});
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
    MessageStream stream_{MessageStream::longest_request};
    std::vector<char> buffer_ = std::vector<char>(std::size_t{1} << 16);
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

/// The bytes of the file whose pages were asked for last: its other pages are asked for next.
class SourceBytes {
public:
    /// Throws OcrError if the file cannot be read or is another one by now.
    std::string_view of(const std::string& file, const std::string& sha256) {
        if (sha256_ == sha256) return source_.bytes;
        source_ = read_file(file);
        sha256_ = sha256_hex(source_.bytes);
        if (!source_.error.empty()) throw OcrError("the file cannot be read any more: " + source_.error);
        if (sha256_ != sha256) throw OcrError("the file changed while it was being read; read it again");
        return source_.bytes;
    }

private:
    std::string sha256_;
    FileBytes source_;
};

class Server {
public:
    Server(int input_fd, int output_fd, const WorkerHooks& hooks)
        : connection_(input_fd, output_fd), hooks_(hooks) {}

    void run() {
        connection_.send(Ready{KOMPASS_VERSION});
        while (const auto request = connection_.receive())
            std::visit([this](const auto& asked) { answer(asked); }, *request);
    }

private:
    void answer(const Request& request);
    void answer(const PageRequest& request);
    void answer(const PicturesRequest& request);
    void answer(const AttachmentsRequest& request);
    void answer(const TaskRequest& request);
    [[noreturn]] static void answer(const auto& /*no request*/) { throw WireError("a request that is none"); }

    Connection connection_;
    const WorkerHooks& hooks_;
    SourceBytes source_;
};

void Server::answer(const Request& request) {
    TroublesOnce troubles;
    ReadEvents events;
    events.identified = [&](const Document& document) {
        connection_.send(Identified{document.sha256, document.kind});
    };
    events.opened = [&](int pages) { connection_.send(Opened{pages}); };
    events.page_read = [&](const Document& document, int /*pages*/) {
        if (hooks_.before_send) hooks_.before_send(document, connection_.output());
        connection_.send(PageRead{document.pages.back(), troubles.fresh(document.troubles)});
    };
    const ReadOptions options{request.max_pages, request.first_page};
    const auto document = read_reporting(request.file, options, events);
    connection_.send(Finished{troubles.fresh(document.troubles)});
}

void Server::answer(const PageRequest& request) {
    PageRead read;
    try {
        read.page = hooks_.ocr(source_.of(request.file, request.sha256), request.kind, request.page,
                               {request.resolution});
    } catch (const OcrError& error) {
        read.page.reading = Reading::failed;
        read.page.why = error.what();
    }
    read.page.number = request.page;
    connection_.send(read);
}

void Server::answer(const PicturesRequest& request) {
    try {
        connection_.send(drawn_pictures(source_.of(request.file, request.sha256), request));
    } catch (const OcrError&) {
        connection_.send(PicturesDrawn{std::vector<Picture>(request.bands.size())});
    }
}

void Server::answer(const AttachmentsRequest& request) {
    connection_.send(attached_by(request));
}

void Server::answer(const TaskRequest& request) {
    if (!hooks_.task) throw WireError("a task for a worker that has none");
    try {
        connection_.send(TaskDone{hooks_.task(request.task)});
    } catch (const TaskRefusal& refusal) {
        connection_.send(TaskRefused{refusal.what()});
    }
}

} // namespace

int serve(int input_fd, int output_fd, const WorkerHooks& hooks) {
    try {
        Server(input_fd, output_fd, hooks).run();
        return 0;
    } catch (const std::bad_alloc&) {
        return out_of_memory_code;
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
}

} // namespace kompass::read
