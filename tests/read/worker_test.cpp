#include "read/work/worker.h"

#include "read/sha256.h"
#include "read/work/message.h"
#include "read/work/process.h"
#include "tests/read/temp_folder.h"

#include <doctest/doctest.h>
#include <kompass_version.h>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <iterator>
#include <new>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

namespace {

using namespace kompass;
using namespace kompass::read;
using namespace kompass::read::tests;

/// Has a worker serve the requests in this process; gives its exit code and what it answered.
struct Served {
    int code = 0;
    std::vector<Message> answers;
};

Served serve_requests(const TempFolder& folder, const std::string& requests, const WorkerHooks& hooks) {
    const Descriptor input(::open(folder.write("requests", requests).c_str(), O_RDONLY | O_CLOEXEC));
    const auto output_file = folder.write("answers", "");
    const Descriptor output(::open(output_file.c_str(), O_WRONLY | O_CLOEXEC));
    Served served;
    served.code = serve(input.get(), output.get(), hooks);
    std::ifstream answers(output_file, std::ios::binary);
    MessageStream stream;
    stream.feed(std::string(std::istreambuf_iterator<char>(answers), {}));
    while (auto message = stream.next())
        served.answers.push_back(std::move(*message));
    return served;
}

} // namespace

TEST_SUITE("read") {
    TEST_CASE("a worker introduces itself and answers each request, page by page") {
        const TempFolder folder;
        const auto file = folder.write("a.txt", "ett\ftvå\n").string();
        const auto empty = folder.write("tom.txt", "").string();
        const auto served =
            serve_requests(folder, encode(Request{file, 9, 1}) + encode(Request{empty, 9, 1}), {});
        CHECK(served.code == 0);
        REQUIRE(served.answers.size() == 8);
        CHECK(std::get<Ready>(served.answers[0]).version == KOMPASS_VERSION);
        CHECK(std::get<Identified>(served.answers[1]).kind == SourceKind::transcript);
        CHECK(std::get<Opened>(served.answers[2]).pages == 2);
        CHECK(std::get<PageRead>(served.answers[3]).page.number == 1);
        CHECK(std::get<PageRead>(served.answers[4]).page.number == 2);
        CHECK(std::get<Finished>(served.answers[5]).troubles.empty());
        CHECK(std::holds_alternative<Identified>(served.answers[6]));
        REQUIRE(std::get<Finished>(served.answers[7]).troubles.size() == 1);
        CHECK(std::get<Finished>(served.answers[7]).troubles[0].code == "empty-file");
    }

    TEST_CASE("an exception ends a worker with a code that says which") {
        const TempFolder folder;
        const auto request = encode(Request{folder.write("a.txt", "ett\n").string(), 9, 1});
        WorkerHooks short_of_memory;
        short_of_memory.before_send = [](const Document&, int) { throw std::bad_alloc(); };
        CHECK(serve_requests(folder, request, short_of_memory).code == out_of_memory_code);
        WorkerHooks confused;
        confused.before_send = [](const Document&, int) { throw std::length_error("too long"); };
        CHECK(serve_requests(folder, request, confused).code == 1);
        CHECK(serve_requests(folder, "\xFF\xFF\xFF\xFF\xFF", {}).code == 1);
    }

    TEST_CASE("a page is read by OCR if the file is still the one that was opened") {
        const TempFolder folder;
        const auto file = folder.write("a.png", "pixels").string();
        const auto hash = sha256_hex("pixels");
        WorkerHooks hooks;
        hooks.ocr = [](std::string_view bytes, SourceKind, int number, const OcrSettings& settings) {
            if (number > 2) throw OcrError("no such page");
            Page page;
            page.reading = Reading::ocr;
            page.why = std::string(bytes) + " at " + std::to_string(static_cast<int>(settings.resolution));
            return page;
        };
        const auto served = serve_requests(folder,
                                           encode(PageRequest{file, hash, SourceKind::image, 2, 150}) +
                                               encode(PageRequest{file, hash, SourceKind::image, 3, 0}) +
                                               encode(PageRequest{file, "other", SourceKind::image, 1, 0}),
                                           hooks);
        CHECK(served.code == 0);
        REQUIRE(served.answers.size() == 4);
        const auto page = std::get<PageRead>(served.answers[1]).page;
        CHECK(page.number == 2);
        CHECK(page.why == "pixels at 150");
        CHECK(std::get<PageRead>(served.answers[2]).page.reading == Reading::failed);
        CHECK(std::get<PageRead>(served.answers[2]).page.why == "no such page");
        CHECK(std::get<PageRead>(served.answers[3]).page.why.find("changed") != std::string::npos);
    }

    TEST_CASE("a worker process has its limits in its environment and its last words are kept") {
        ChildProcess child({"/bin/sh", "-c", "echo limit $OMP_THREAD_LIMIT >&2; exit 3"}, 0);
        std::array<char, 1> byte{};
        CHECK(::read(child.channel(), byte.data(), byte.size()) == 0); // waits for its end
        CHECK(child.end(1000).describe() == "ended with code 3");
        CHECK(child.last_words() == "limit 1");
    }

    TEST_CASE("a process that does not end is killed") {
        ChildProcess child({"/bin/sh", "-c", "exec sleep 60"}, 0);
        const auto status = child.end(0);
        CHECK(status.signal == 9);
        CHECK(status.describe().find("killed by signal 9") == 0);
    }

    TEST_CASE("a program that is missing cannot be started") {
        CHECK_THROWS_AS(ChildProcess({"/nonexistent"}, 0), std::system_error);
        CHECK_THROWS_AS(ChildProcess({}, 0), std::system_error);
    }
}
