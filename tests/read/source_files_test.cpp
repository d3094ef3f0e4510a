#include "read/source_files.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

namespace fs = std::filesystem;
using namespace kompass::read;

TEST_SUITE("read") {

    namespace {

    /// A folder of its own that goes with the test.
    class Folder {
    public:
        Folder() {
            auto name = (fs::temp_directory_path() / "kompass-sources-XXXXXX").string();
            REQUIRE(mkdtemp(name.data()) != nullptr);
            path_ = name;
        }
        Folder(const Folder&) = delete;
        Folder& operator=(const Folder&) = delete;
        ~Folder() { fs::remove_all(path_); }

        fs::path touch(const fs::path& name) const {
            fs::create_directories((path_ / name).parent_path());
            std::ofstream(path_ / name) << "x";
            return path_ / name;
        }
        [[nodiscard]] const fs::path& path() const { return path_; }

    private:
        fs::path path_;
    };

    } // namespace

    TEST_CASE("of a folder the sources are taken, deep, sorted, without what is hidden") {
        const Folder folder;
        const auto second = folder.touch("b.txt");
        const auto first = folder.touch("a/z.PDF");
        const auto third = folder.touch("c.tiff");
        folder.touch("notes.docx");
        folder.touch(".secret.pdf");
        folder.touch(".git/x.pdf");
        CHECK(source_files({folder.path()}) == std::vector<fs::path>{first, second, third});
    }

    TEST_CASE("a file named outright is taken whatever its name, and once") {
        const Folder folder;
        const auto odd = folder.touch("report.docx");
        const auto hidden = folder.touch(".report.pdf");
        CHECK(source_files({odd, hidden, folder.path() / "." / "report.docx"}) ==
              std::vector<fs::path>{odd, hidden});
    }

    TEST_CASE("a path that is not there is kept, so that reading can say so") {
        CHECK(source_files({"/no/such/report.pdf"}) == std::vector<fs::path>{"/no/such/report.pdf"});
    }

} // TEST_SUITE
