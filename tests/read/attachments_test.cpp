// What PDFs carry, taken out in worker processes.
#include "read/work/attachments.h"

#include "read/reader.h"
#include "tests/read/fault_plan.h"
#include "tests/read/temp_folder.h"
#include "tests/read/tiny_pdf.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace kompass::read;
using namespace kompass::read::tests;

namespace fs = std::filesystem;

using Found = std::vector<std::pair<fs::path, std::vector<Attachment>>>;

Found taken_out(const std::vector<fs::path>& files, const char* worker = "/proc/self/exe") {
    const FaultPlan no_faults("none");
    Found found;
    take_out_attachments(files, {{worker}, 2, 0},
                         [&](const fs::path& file, const std::vector<Attachment>& attachments) {
                             found.emplace_back(file, attachments);
                         });
    return found;
}

} // namespace

TEST_SUITE("read") {
    TEST_CASE("the PDFs that PDFs carry are taken out, in the order of the files") {
        const TempFolder folder;
        const auto report = tiny_pdf({text_page("Granhult 2017")});
        std::vector<fs::path> files;
        for (int i = 0; i < 12; ++i)
            files.push_back(folder.write(
                "portfolio-" + std::to_string(i) + ".pdf",
                portfolio_pdf({{"a.pdf", report, ""}, {"b.xls", "PK", ""}, {"no ending", "%PDF-1.4", ""}})));
        files.push_back(folder.write("plain.pdf", report));
        files.push_back(folder.write("plain.txt", "ett\n"));
        files.push_back(folder.path() / "gone.pdf");
        const auto found = taken_out(files);
        REQUIRE(found.size() == files.size());
        for (std::size_t i = 0; i < found.size(); ++i) {
            CHECK(found[i].first == files[i]);
            REQUIRE(found[i].second.size() == (i < 12 ? 2 : 0));
            if (i >= 12) continue;
            CHECK(found[i].second[0].name == "a.pdf");
            CHECK(found[i].second[0].bytes == report);
            CHECK(found[i].second[1].name == "no ending");
        }
    }

    TEST_CASE("files of comments are taken out like those of the document, each once") {
        const TempFolder folder;
        const auto report = tiny_pdf({text_page("Granhult 2017")});
        const Attachment own{"a.pdf", report, ""};
        const auto file =
            folder.write("a.pdf", portfolio_pdf({own}, {{"b.pdf", report, ""}, own, {"c.txt", "text", ""}}));
        const auto found = taken_out({file}).at(0).second;
        REQUIRE(found.size() == 2);
        CHECK(found[0].name == "a.pdf");
        CHECK(found[0].bytes == report);
        CHECK(found[1].name == "b.pdf");
        CHECK(found[1].bytes == report);
        const auto document = read_document(file, {});
        const auto& troubles = document.troubles;
        const auto told = std::find_if(troubles.begin(), troubles.end(), [](const kompass::Trouble& trouble) {
            return trouble.code == "embedded-files";
        });
        REQUIRE(told != troubles.end());
        CHECK(told->message.find("(a.pdf, b.pdf, c.txt)") != std::string::npos);
        CHECK(document.pages.at(0).apart.empty());
    }

    TEST_CASE("an attached PDF that cannot be had is a fault, and so is a worker that is lost") {
        const TempFolder folder;
        const auto file = folder.write(
            "a.pdf", portfolio_pdf({{"a gone.PDF", "", "not there"}, {"b.pdf", "%PDF-1.4", ""}}));
        const auto found = taken_out({file}).at(0).second;
        REQUIRE(found.size() == 2);
        CHECK(found[0].name == "a gone.PDF");
        CHECK_FALSE(found[0].fault.empty());
        CHECK(found[0].bytes.empty());
        CHECK(found[1].bytes == "%PDF-1.4");
        const auto lost = taken_out({file, file}, "/bin/false");
        REQUIRE(lost.size() == 2);
        CHECK(lost[0].second.at(0).name.empty());
        CHECK_FALSE(lost[0].second.at(0).fault.empty());
    }
}
