#include "publish/new_folder.h"

#include "tests/read/temp_folder.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace {

namespace fs = std::filesystem;
using kompass::publish::NewFolder;

std::string content_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::size_t entries_in(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

} // namespace

TEST_SUITE("publish") {

    TEST_CASE("a new folder appears with all its files, or not at all") {
        const kompass::read::tests::TempFolder place;
        const auto out = place.path() / "a" / "out";
        {
            NewFolder folder(out);
            folder.write("x.csv", "x");
        }
        CHECK(entries_in(place.path() / "a") == 0);
        NewFolder folder(out.string() + "/");
        folder.write("x.csv", "whole");
        CHECK_FALSE(fs::exists(out));
        folder.commit();
        CHECK(content_of(out / "x.csv") == "whole");
        CHECK(entries_in(place.path() / "a") == 1);
    }

    TEST_CASE("nothing of the user's is replaced") {
        const kompass::read::tests::TempFolder place;
        const auto filled = place.path() / "filled";
        fs::create_directory(filled);
        std::ofstream(filled / "review.csv") << "mine";
        fs::create_directory(place.path() / "empty");
        fs::create_directory_symlink("empty", place.path() / "link");
        std::ofstream(place.path() / "file") << "mine";
        for (const auto* taken : {"filled", "link", "file"})
            CHECK_THROWS_AS(NewFolder(place.path() / taken), std::runtime_error);
        CHECK(content_of(filled / "review.csv") == "mine");
        CHECK_NOTHROW(NewFolder(place.path() / "empty").commit());

        NewFolder late(place.path() / "late");
        fs::create_directory(place.path() / "late");
        std::ofstream(place.path() / "late" / "x") << "mine";
        CHECK_THROWS_AS(late.commit(), std::runtime_error);
        CHECK(content_of(place.path() / "late" / "x") == "mine");
    }

} // TEST_SUITE
