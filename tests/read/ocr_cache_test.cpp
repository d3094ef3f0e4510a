#include "read/kept/ocr_cache.h"
#include "read/kept/ocr_entry.h"

#include "read/file_bytes.h"
#include "read/sha256.h"
#include "tests/read/temp_folder.h"
#include "tests/support/variable.h"

#include <doctest/doctest.h>

#include <unistd.h>

#include <string>

namespace {

using namespace kompass;
using namespace kompass::read;
using namespace kompass::read::tests;
using namespace std::chrono_literals;

using kompass::testing::Variable;

namespace fs = std::filesystem;

Page sample_page() {
    Page page;
    page.number = 4;
    page.width = 595.3;
    page.reading = Reading::ocr;
    page.confidence = 0.1 + 0.2;
    page.words = {{"65%", {1, 2, 3, 4}, 10.5, true, 0.4, {"85%", "66%"}}};
    return page;
}

const OcrKey key{"00ff", 4, "engine 1"};

fs::path only_file_in(const fs::path& folder) {
    REQUIRE(std::distance(fs::directory_iterator(folder), {}) == 1);
    return fs::directory_iterator(folder)->path();
}

} // namespace

TEST_SUITE("read") {
    TEST_CASE("what is kept is found, bit for bit, by its own key and no other") {
        const TempFolder folder;
        OcrCache cache(folder.path() / "new" / "kept", seal_key());
        CHECK_FALSE(cache.find(key));
        cache.keep(key, sample_page());
        CHECK(cache.fault().empty());
        CHECK(cache.find(key) == sample_page());
        CHECK_FALSE(cache.find({"00fe", 4, "engine 1"}));
        CHECK_FALSE(cache.find({"00ff", 5, "engine 1"}));
        CHECK_FALSE(cache.find({"00ff", 4, "engine 2"}));
        CHECK(cache.size().entries == 1);
        CHECK(cache.size().bytes == fs::file_size(only_file_in(cache.folder())));
    }

    TEST_CASE("an entry has the form of those that archives hold already") {
        CHECK(ocr_entry(sample_page())
                  .starts_with(
                      "kompass-ocr 1\n6efc28b0da891edc68b73f8cb17881d2c2a910ae84e4700b242f92224dcef673\n"));
    }

    TEST_CASE("a damaged entry is none, and is written anew") {
        const TempFolder folder;
        OcrCache cache(folder.path(), seal_key());
        cache.keep(key, sample_page());
        const auto file = only_file_in(folder.path());
        const auto name = file.filename().string();
        const auto size = fs::file_size(file);
        for (std::uintmax_t cut = 0; cut < size; cut += 7) {
            fs::resize_file(file, cut);
            CHECK_FALSE(cache.find(key));
            cache.keep(key, sample_page());
        }
        for (std::size_t at = 0; at < size; at += 5) {
            {
                std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
                stream.seekp(static_cast<std::streamoff>(at));
                stream.put('\x7E');
            }
            CHECK_FALSE(cache.find(key));
            cache.keep(key, sample_page());
        }
        CHECK(cache.find(key) == sample_page());
        CHECK(only_file_in(folder.path()).filename() == name);
    }

    TEST_CASE("an entry that somebody else wrote, or of another page, is none") {
        const TempFolder folder;
        OcrCache cache(folder.path(), seal_key());
        cache.keep(key, sample_page());
        const auto file = only_file_in(folder.path());
        SUBCASE("with another figure and a right checksum") {
            // All that can be known from the outside: the program's own way to write an entry, another key.
            auto forged = sample_page();
            forged.words.front().text = "95%";
            OcrCache(folder.path(), folder.path() / "another.key").keep(key, forged);
            fs::remove(folder.path() / "another.key");
            const auto bytes = read_file(file).bytes;
            CHECK(bytes.find(sha256_hex(bytes.substr(bytes.rfind("kompass-ocr") + 79))) != std::string::npos);
        }
        SUBCASE("under the name of another") {
            const TempFolder elsewhere;
            OcrCache other(elsewhere.path(), seal_key());
            other.keep({"00fe", 4, "engine 1"}, sample_page());
            fs::copy_file(only_file_in(elsewhere.path()), file, fs::copy_options::overwrite_existing);
        }
        CHECK_FALSE(cache.find(key));
        cache.keep(key, sample_page());
        CHECK(cache.find(key) == sample_page());
    }

    TEST_CASE("without a key of one's own nothing is kept, and that is told") {
        const TempFolder folder;
        const TempFolder keys;
        fs::path bad;
        SUBCASE("there is no place for it") {}
        SUBCASE("others may read it") {
            bad = keys.write("open.key", std::string(32, 'k'));
            fs::permissions(bad, fs::perms::owner_all | fs::perms::others_read);
        }
        SUBCASE("it is none") {
            bad = keys.write("short.key", "k");
            fs::permissions(bad, fs::perms::owner_all);
        }
        OcrCache cache(folder.path(), bad);
        cache.keep(key, sample_page());
        CHECK(cache.fault().find("cannot be sealed") != std::string::npos);
        CHECK_FALSE(cache.find(key));
        CHECK(cache.size().entries == 0);
    }

    TEST_CASE("the key is its user's alone, and lies where states are kept") {
        const TempFolder folder;
        const auto file = folder.path() / "new" / "seal.key";
        const auto seal = Seal::with_key_in(file).on("a");
        CHECK(seal == Seal::with_key_in(file).on("a"));
        CHECK(seal != Seal::with_key_in(file).on("b"));
        CHECK(seal != Seal::with_key_in(folder.path() / "other.key").on("a"));
        CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
        const Variable home("HOME", "/home/a");
        const Variable states("XDG_STATE_HOME", "/states");
        CHECK(Seal::usual_file() == "/states/kompass/seal.key");
        const Variable no_states("XDG_STATE_HOME", nullptr);
        CHECK(Seal::usual_file() == "/home/a/.local/state/kompass/seal.key");
    }

    TEST_CASE("a folder that cannot be written is no error, and is told of") {
        const TempFolder folder;
        OcrCache cache(folder.write("a-file", "") / "kept", seal_key());
        cache.keep(key, sample_page());
        CHECK(cache.fault().find("a-file") != std::string::npos);
        CHECK_FALSE(cache.find(key));
        CHECK(cache.size().entries == 0);
        CHECK(cache.prune(0h).entries == 0);
    }

    TEST_CASE("what was long unused is pruned, with remains of writes, and nothing else") {
        const TempFolder folder;
        OcrCache cache(folder.path(), seal_key());
        cache.keep(key, sample_page());
        const auto old = only_file_in(folder.path());
        const auto month_ago = fs::file_time_type::clock::now() - 30 * 24h;
        OcrKey other = key;
        other.fingerprint = "engine 2";
        cache.keep(other, sample_page());
        const auto remains = folder.write(old.filename().string() + ".4711", "half");
        const auto foreign = folder.write("notes.txt", "mine");
        for (const auto& file : {old, remains, foreign})
            fs::last_write_time(file, month_ago);
        CHECK(cache.prune(24h * 20).entries == 2);
        CHECK_FALSE(cache.find(key));
        CHECK(cache.find(other));
        CHECK(fs::exists(foreign));
    }

    TEST_CASE("what is asked for is in use") {
        const TempFolder folder;
        OcrCache cache(folder.path(), seal_key());
        cache.keep(key, sample_page());
        fs::last_write_time(only_file_in(folder.path()), fs::file_time_type::clock::now() - 30 * 24h);
        CHECK(cache.find(key));
        CHECK(cache.prune(24h).entries == 0);
    }

    TEST_CASE("the usual folder is told by the environment") {
        const Variable home("HOME", "/home/a");
        const Variable caches("XDG_CACHE_HOME", "/caches");
        const Variable own("KOMPASS_CACHE", "/own");
        CHECK(OcrCache::usual_folder() == "/own");
        const Variable no_own("KOMPASS_CACHE", nullptr);
        CHECK(OcrCache::usual_folder() == "/caches/kompass");
        const Variable no_caches("XDG_CACHE_HOME", "relative");
        CHECK(OcrCache::usual_folder() == "/home/a/.cache/kompass");
        const Variable homeless("HOME", nullptr);
        CHECK(OcrCache::usual_folder().empty());
    }
}
