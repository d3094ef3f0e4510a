#include "publish/attachment_files.h"

#include "read/file_bytes.h"
#include "tests/read/temp_folder.h"

#include <doctest/doctest.h>

#include <stdexcept>

namespace {

using namespace kompass;
using publish::save_attachment;
using read::tests::TempFolder;

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& file) {
    return read::read_file(file).bytes;
}

} // namespace

TEST_SUITE("publish") {
    TEST_CASE("attachments are saved beside what is there, never over it") {
        const TempFolder temp;
        const auto folder = temp.path() / "new" / "folder";
        CHECK(save_attachment({"a.pdf", "%PDF 1", ""}, folder) == folder / "a.pdf");
        CHECK(save_attachment({"a.pdf", "%PDF 2", ""}, folder) == folder / "a-2.pdf");
        CHECK(save_attachment({"a.pdf", "%PDF three", ""}, folder) == folder / "a-3.pdf");
        CHECK(bytes_of(folder / "a.pdf") == "%PDF 1");
        CHECK(bytes_of(folder / "a-2.pdf") == "%PDF 2");
        // The same again: nothing is new.
        CHECK(save_attachment({"a.pdf", "%PDF 2", ""}, folder) == folder / "a-2.pdf");
        CHECK(std::distance(fs::directory_iterator(folder), {}) == 3);
    }

    TEST_CASE("a link or a folder of that name is neither followed nor written over") {
        const TempFolder folder;
        const auto mine = folder.write("mine.txt", "mine");
        fs::create_symlink(folder.path() / "nowhere", folder.path() / "a.pdf");
        fs::create_symlink(mine, folder.path() / "a-2.pdf");
        fs::create_directory(folder.path() / "a-3.pdf");
        CHECK(save_attachment({"a.pdf", "%PDF", ""}, folder.path()) == folder.path() / "a-4.pdf");
        CHECK(bytes_of(mine) == "mine");
        CHECK_FALSE(fs::exists(folder.path() / "nowhere"));
    }

    TEST_CASE("no name leads out of the folder") {
        const TempFolder temp;
        const auto folder = temp.path() / "inner";
        CHECK(save_attachment({"../../etc/a.pdf", "%PDF", ""}, folder) == folder / "a.pdf");
        CHECK(save_attachment({"..", "%PDF dots", ""}, folder) == folder / "attachment.pdf");
        CHECK(std::distance(fs::directory_iterator(temp.path()), {}) == 1);
    }

    TEST_CASE("a folder that cannot be made is told") {
        const TempFolder temp;
        const auto file = temp.write("file", "mine");
        CHECK_THROWS_AS(static_cast<void>(save_attachment({"a.pdf", "%PDF", ""}, file)), std::runtime_error);
        CHECK(bytes_of(file) == "mine");
    }
}
