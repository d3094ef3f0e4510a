#include "read/source_files.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

#include <sys/resource.h>
#include <unistd.h>

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
        CHECK(source_files({folder.path()}).files == std::vector<fs::path>{first, second, third});
    }

    TEST_CASE("a file named outright is taken whatever its name, and once") {
        const Folder folder;
        const auto odd = folder.touch("report.docx");
        const auto hidden = folder.touch(".report.pdf");
        CHECK(source_files({odd, hidden, folder.path() / "." / "report.docx"}).files ==
              std::vector<fs::path>{odd, hidden});
    }

    TEST_CASE("a path that is not there is kept, so that reading can say so") {
        CHECK(source_files({"/no/such/report.pdf"}).files == std::vector<fs::path>{"/no/such/report.pdf"});
    }

    TEST_CASE("links that lead nowhere or round are files to fail; links to folders are not followed") {
        const Folder folder;
        const auto good = folder.touch("m.pdf");
        folder.touch("deep/n.pdf");
        fs::create_symlink("z.pdf", folder.path() / "z.pdf");
        fs::create_symlink("/no/such", folder.path() / "a.pdf");
        fs::create_symlink("loop", folder.path() / "loop");
        fs::create_directory_symlink(".", folder.path() / "self.pdf");
        const auto sources = source_files({folder.path(), folder.path() / "loop"});
        CHECK(sources.files == std::vector<fs::path>{folder.path() / "a.pdf", folder.path() / "deep/n.pdf",
                                                     good, folder.path() / "z.pdf", folder.path() / "loop"});
        CHECK(sources.unlisted.empty());
    }

    TEST_CASE("a folder that cannot be listed is named, and the rest taken") {
        const Folder folder;
        const auto good = folder.touch("m.pdf");
        folder.touch("shut/n.pdf");
        // What opening refuses to anybody, root too: no descriptor is left.
        rlimit before{};
        REQUIRE(getrlimit(RLIMIT_NOFILE, &before) == 0);
        const auto shut = folder.path() / "shut";
        if (geteuid() != 0) fs::permissions(shut, fs::perms::none);
        const rlimit none{0, before.rlim_max};
        if (geteuid() == 0) setrlimit(RLIMIT_NOFILE, &none);
        const auto sources = source_files({good, shut});
        setrlimit(RLIMIT_NOFILE, &before);
        fs::permissions(shut, fs::perms::owner_all);
        CHECK(sources.files == std::vector<fs::path>{good});
        REQUIRE(sources.unlisted.size() == 1);
        CHECK(sources.unlisted[0].folder == shut);
        CHECK_FALSE(sources.unlisted[0].why.empty());
    }

} // TEST_SUITE
