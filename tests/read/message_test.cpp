#include "read/work/message.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

namespace {

using namespace kompass;
using namespace kompass::read;
using namespace std::string_literals;

PageRead sample_page() {
    Page page;
    page.number = 3;
    page.width = 595.3039370078741;
    page.height = 842;
    page.reading = Reading::text_layer;
    page.why = "text layer: 2 words";
    page.confidence = 0.1 + 0.2;
    page.words = {{"Område", {1.5, 2.25, 1e-9, 4}, 11.04, true, 0.1 + 0.7, {}},
                  {"65%", {}, 0, false, 0.25, {"85%", ""}}};
    page.lines = {"", "\ttvå"};
    page.apart = {{page.words.front(), Apart::struck_out}};
    page.unread = {{1, 2, 3, 4}};
    return {page,
            {{Severity::note, "a-code", "message", "fil.pdf", Place{3, Box{1, 2, 3, 4}}, "rule"},
             {Severity::error, "b-code", "", "", std::nullopt, ""}}};
}

Message decoded(const std::string& bytes) {
    MessageStream stream;
    stream.feed(bytes);
    auto message = stream.next();
    REQUIRE(message.has_value());
    CHECK_FALSE(stream.next().has_value());
    return std::move(*message);
}

} // namespace

TEST_SUITE("read") {
    TEST_CASE("what is encoded is decoded bit for bit") {
        const auto sent = sample_page();
        const auto page = std::get<PageRead>(decoded(encode(sent)));
        CHECK(page.page == sent.page);
        CHECK(page.troubles == sent.troubles);
        const auto found =
            std::get<AttachmentsFound>(decoded(encode(AttachmentsFound{{{"å.pdf", "%PDF\0"s, "why"}}})));
        CHECK(found.attachments.at(0).name == "å.pdf");
        CHECK(found.attachments.at(0).bytes == "%PDF\0"s);
        CHECK(found.attachments.at(0).fault == "why");
        const auto request = std::get<Request>(decoded(encode(Request{"/a/b.pdf", 20, 3})));
        CHECK(request.file == "/a/b.pdf");
        CHECK(request.max_pages == 20);
        CHECK(request.first_page == 3);
        const auto page_request =
            std::get<PageRequest>(decoded(encode(PageRequest{"a.png", "ab", SourceKind::image, 7, 150})));
        CHECK(page_request.file == "a.png");
        CHECK(page_request.sha256 == "ab");
        CHECK(page_request.kind == SourceKind::image);
        CHECK(page_request.page == 7);
        CHECK(page_request.resolution == 150);
        const auto identified =
            std::get<Identified>(decoded(encode(Identified{"ab", SourceKind::transcript})));
        CHECK(identified.sha256 == "ab");
        CHECK(identified.kind == SourceKind::transcript);
        CHECK(std::get<Opened>(decoded(encode(Opened{7}))).pages == 7);
        CHECK(std::get<Ready>(decoded(encode(Ready{"1.2"}))).version == "1.2");
        CHECK(std::get<Finished>(decoded(encode(Finished{sent.troubles}))).troubles == sent.troubles);
    }

    TEST_CASE("tasks and pictures are decoded as they were encoded") {
        CHECK(std::get<TaskRequest>(decoded(encode(TaskRequest{"a\0b"s}))).task == "a\0b"s);
        CHECK(std::get<TaskDone>(decoded(encode(TaskDone{"done"}))).outcome == "done");
        CHECK(std::get<TaskRefused>(decoded(encode(TaskRefused{"why"}))).why == "why");
        const auto request = std::get<PicturesRequest>(decoded(
            encode(PicturesRequest{"a.pdf", "ab", 3, {{0, 1.5, 2, 3}, {4, 5, 6, 7}}, 150, {{1, 2, 3, 4}}})));
        CHECK(request.file == "a.pdf");
        CHECK(request.sha256 == "ab");
        CHECK(request.page == 3);
        CHECK(request.bands == std::vector<Box>{{0, 1.5, 2, 3}, {4, 5, 6, 7}});
        CHECK(request.dpi == 150);
        CHECK(request.words == std::vector<Box>{{1, 2, 3, 4}});
        const auto drawn =
            std::get<PicturesDrawn>(decoded(encode(PicturesDrawn{{{"png", 10, 20, {0, 1, 2, 3}}}})));
        REQUIRE(drawn.pictures.size() == 1);
        CHECK(drawn.pictures[0].png == "png");
        CHECK(drawn.pictures[0].width == 10);
        CHECK(drawn.pictures[0].height == 20);
        CHECK(drawn.pictures[0].band == Box{0, 1, 2, 3});
    }

    TEST_CASE("messages are found in a stream, however it is cut") {
        const auto bytes = encode(Ready{"1"}) + encode(sample_page()) + encode(Finished{});
        MessageStream stream;
        std::size_t messages = 0;
        for (const char byte : bytes) {
            stream.feed({&byte, 1});
            while (const auto message = stream.next())
                ++messages;
        }
        CHECK(messages == 3);
    }

    TEST_CASE("a damaged message is a WireError and never more") {
        const auto bytes = encode(sample_page());
        std::mt19937 random(20170307);
        int refused = 0;
        for (int round = 0; round < 20'000; ++round) {
            auto damaged = bytes;
            for (int i = 0; i < 3; ++i)
                damaged[random() % damaged.size()] = static_cast<char>(random());
            MessageStream stream;
            stream.feed(damaged);
            try {
                while (stream.next()) {
                }
            } catch (const WireError&) {
                ++refused;
            }
        }
        CHECK(refused > 1000);
    }

    TEST_CASE("a message cut short or too long is refused") {
        auto bytes = encode(Opened{7});
        bytes[0] = 2;
        MessageStream cut;
        cut.feed(bytes);
        CHECK_THROWS_AS((void)cut.next(), WireError);
        MessageStream endless;
        endless.feed("\xFF\xFF\xFF\xFF\x01");
        CHECK_THROWS_AS((void)endless.next(), WireError);
    }
}
