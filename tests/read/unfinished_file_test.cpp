#include "read/unfinished_file.h"

#include "read/file_bytes.h"
#include "tests/read/temp_folder.h"

#include <doctest/doctest.h>

#include <unistd.h>

#include <optional>
#include <system_error>

namespace {

using namespace kompass::read;
using kompass::read::tests::TempFolder;

namespace fs = std::filesystem;

long files_in(const fs::path& folder) {
    return std::distance(fs::directory_iterator(folder), {});
}

} // namespace

TEST_SUITE("read") {

    TEST_CASE("a file appears in its place whole, or leaves nothing") {
        const TempFolder folder;
        const auto place = folder.path() / "a.txt";
        {
            UnfinishedFile file(place);
            file.write("half");
            CHECK_FALSE(fs::exists(place));
            std::ofstream(file.path().string() + "-journal") << "SQLite's";
        }
        CHECK(files_in(folder.path()) == 0);
        {
            UnfinishedFile file(place);
            file.write("whole");
            file.sync();
            file.move_into_place();
        }
        CHECK(read_file(place).bytes == "whole");
        CHECK(files_in(folder.path()) == 1);
    }

    TEST_CASE("a free place is taken, one that is not is left alone") {
        const TempFolder folder;
        const auto place = folder.path() / "a.txt";
        for (const bool is_free : {true, false}) {
            UnfinishedFile file(place);
            file.write(is_free ? "first" : "second");
            if (is_free)
                file.move_to_free_place();
            else
                CHECK_THROWS_AS(file.move_to_free_place(), std::system_error);
        }
        CHECK(read_file(place).bytes == "first");
        CHECK(files_in(folder.path()) == 1);
    }

    TEST_CASE("no name that something has is used, and no link followed") {
        const TempFolder folder;
        const auto place = folder.path() / "a.txt";
        const auto victim = folder.write("victim", "precious");
        const auto name = [&](int number) {
            return place.string() + "." + std::to_string(::getpid()) + "-" + std::to_string(number);
        };
        fs::create_symlink(victim, name(0));
        fs::create_symlink(folder.path() / "nowhere", name(1));
        std::ofstream(name(2)) << "mine";
        {
            UnfinishedFile file(place);
            file.write("new");
            file.move_into_place();
        }
        CHECK(read_file(place).bytes == "new");
        CHECK(read_file(victim).bytes == "precious");
        CHECK(read_file(name(2)).bytes == "mine");
        CHECK(fs::is_symlink(name(1)));
        CHECK_FALSE(fs::exists(folder.path() / "nowhere"));
    }

} // TEST_SUITE
