// Parts of pages, drawn in worker processes.
#include "read/work/pictures.h"

#include "read/file_bytes.h"
#include "read/image/as_read.h"
#include "read/sha256.h"
#include "tests/read/fault_plan.h"
#include "tests/read/temp_folder.h"
#include "tests/read/tiny_pdf.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

namespace {

using namespace kompass;
using namespace kompass::read;
using namespace kompass::read::tests;
using namespace std::chrono_literals;

const Box band{0, 100, 1e9, 130};

PicturesRequest wish(const std::filesystem::path& file, int page, std::vector<Box> bands) {
    return {file.string(), sha256_hex(read_file(file).bytes), page, std::move(bands), 72};
}

RunnerOptions two_workers() {
    return {{"/proc/self/exe"}, 2, 0};
}

/// A page that draws a form which draws a form twice, and so on: 2 to the power of 40 times.
std::string endless_pdf() {
    std::string pdf = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
                      "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
                      "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
                      "/Resources << /XObject << /X 5 0 R >> >> >>\nendobj\n"
                      "4 0 obj\n<< /Length 5 >>\nstream\n/X Do\nendstream\nendobj\n";
    for (int level = 5; level < 45; ++level)
        pdf += fmt::format(
            "{} 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Length 11 /Resources << "
            "/XObject << /X {} 0 R >> >> >>\nstream\n/X Do /X Do\nendstream\nendobj\n",
            level, level + 1);
    pdf += "45 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Length 14 >>\nstream\n"
           "1 1 595 842 re\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 46 >>\n%%EOF\n";
    return pdf;
}

} // namespace

TEST_SUITE("read") {
    TEST_CASE("pictures come in the order of the wishes, cut to the page") {
        const TempFolder folder;
        const FaultPlan none("none");
        const auto file = folder.write("a.pdf", tiny_pdf({text_page("ett"), text_page("två")}));
        const auto drawn =
            draw_pictures({wish(file, 2, {band, {0, 5000, 10, 5010}}), wish(file, 1, {band})}, two_workers());
        REQUIRE(drawn.size() == 2);
        REQUIRE(drawn[0].size() == 2);
        CHECK(drawn[0][0].png.starts_with("\x89PNG"));
        CHECK(drawn[0][0].height == 30);
        CHECK(drawn[0][0].band.y0 == 100);
        CHECK(drawn[0][0].band.x1 < 1000);
        CHECK(drawn[0][1].png.empty()); // below the page
        REQUIRE(drawn[1].size() == 1);
        CHECK_FALSE(drawn[1][0].png.empty());
    }

    TEST_CASE("a page that OCR turned is laid as it read it") {
        // A line of words at the top, and one shorter below.
        constexpr int width = 200;
        constexpr int height = 300;
        std::string gray(static_cast<std::size_t>(width) * height, '\xff');
        const std::vector<Box> words{
            {20, 20, 60, 30}, {70, 20, 110, 30}, {120, 20, 180, 30}, {20, 50, 90, 60}};
        for (const auto& word : words)
            for (int y = static_cast<int>(word.y0); y < word.y1; ++y)
                for (int x = static_cast<int>(word.x0); x < word.x1; x += 2)
                    gray[static_cast<std::size_t>(y * width + x)] = '\0';
        const PageImage upright{Image::from_gray(gray.data(), width, height, width), 72, width, height};
        for (const int turns : {0, 1, 2, 3}) {
            const auto laid = as_read(turned(upright, turns), words);
            CHECK(laid.width == width);
            CHECK(laid.height == height);
            CHECK(laid.gray.darkest({20, 20, 160, 10}) == 0);
            CHECK(laid.gray.darkest({20, 240, 160, 20}) > 200); // its foot is blank
        }
    }

    TEST_CASE("what cannot be drawn is an empty picture") {
        const TempFolder folder;
        const FaultPlan none("none");
        const auto text = folder.write("a.txt", "ett\n");
        const auto pdf = folder.write("a.pdf", tiny_pdf({text_page("ett")}));
        auto changed = wish(pdf, 1, {band, band});
        changed.sha256 = std::string(64, '0');
        const auto drawn = draw_pictures({wish(text, 1, {band}), wish(pdf, 9, {band}), changed,
                                          wish(folder.path() / "gone.pdf", 1, {band})},
                                         two_workers());
        REQUIRE(drawn.size() == 4);
        for (const auto& pictures : drawn)
            for (const auto& picture : pictures)
                CHECK(picture.png.empty());
        CHECK(drawn[2].size() == 2);
    }

    TEST_CASE("a page that takes all time costs its own pictures") {
        const TempFolder folder;
        const FaultPlan none("none");
        const auto good = folder.write("a.pdf", tiny_pdf({text_page("ett")}));
        const auto endless = folder.write("b.pdf", endless_pdf());
        const auto drawn =
            draw_pictures({wish(endless, 1, {band}), wish(good, 1, {band})}, two_workers(), {60s, 60s, 1s});
        REQUIRE(drawn.size() == 2);
        CHECK(drawn[0][0].png.empty());
        CHECK_FALSE(drawn[1][0].png.empty());
    }
}
