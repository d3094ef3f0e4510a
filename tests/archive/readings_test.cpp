// What was read is kept small, comes back whole, and damage to it is told.
#include "archive/connection.h"
#include "archive/deflate.h"
#include "archive/readings.h"
#include "tests/archive/samples.h"

#include <doctest/doctest.h>

#include <random>

namespace {

using namespace kompass;
using namespace kompass::archive;

std::string long_text() {
    std::mt19937 random(2014);
    std::uniform_int_distribution<int> byte(0, 255);
    std::string text;
    for (int i = 0; i < 300'000; ++i)
        text += static_cast<char>(i % 3 == 0 ? byte(random) : 'a');
    return text;
}

} // namespace

TEST_SUITE("archive") {

    TEST_CASE("bytes come back from their compressed form, however many") {
        for (const auto& text : {std::string(), std::string("a"), std::string(200'000, 'x'), long_text()})
            CHECK(inflated(deflated(text)) == text);
        CHECK(deflated(std::string(200'000, 'x')).size() < 1000);
    }

    TEST_CASE("a compressed form that is cut, longer or changed is none") {
        const auto whole = deflated("Kommunkompassen, gång på gång på gång");
        CHECK_FALSE(inflated(""));
        CHECK_FALSE(inflated(whole + "x"));
        for (std::size_t size = 0; size < whole.size(); ++size)
            CHECK_FALSE(inflated(whole.substr(0, size)));
        for (std::size_t at = 0; at < whole.size(); ++at) {
            auto changed = whole;
            changed[at] = static_cast<char>(changed[at] ^ 0x10);
            CHECK(inflated(changed) != "Kommunkompassen, gång på gång på gång");
        }
    }

    TEST_CASE("a reading is found by its hash, and a later one takes its place") {
        const samples::TemporaryFolder folder;
        static_cast<void>(samples::writable(folder.file("a.db")));
        auto connection = Connection::writing(samples::lock_of(folder.file("a.db")));
        Document document{"a.txt", samples::hash(1), SourceKind::transcript, {}, {}};
        CHECK_FALSE(find_reading(connection, document.sha256));
        keep_reading(connection, document);
        CHECK(find_reading(connection, document.sha256) == document);
        document.pages.push_back({1, 0, 0, Reading::transcript, "", std::nullopt, {}, {"Område 1"}});
        keep_reading(connection, document);
        CHECK(find_reading(connection, document.sha256) == document);

        SUBCASE("one that is damaged, or of another source, is an error that says what to do") {
            connection.run("UPDATE reading SET content = substr(content, 1, 10)");
            CHECK_THROWS_WITH_AS(static_cast<void>(find_reading(connection, document.sha256)),
                                 doctest::Contains("restore"), ArchiveError);
            connection.run("DELETE FROM reading");
            keep_reading(connection, document);
            connection.run("UPDATE reading SET sha256 = ?", {samples::hash(2)});
            CHECK_THROWS_AS(static_cast<void>(find_reading(connection, samples::hash(2))), ArchiveError);
        }
    }

} // TEST_SUITE
