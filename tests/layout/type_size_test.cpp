// Lengths are multiples of the size of the type: a page printed smaller or larger is laid out alike.
#include "layout/layout.h"
#include "read/reader.h"
#include "tests/support/real_rules.h"
#include "tests/support/shown.h"

#include <doctest/doctest.h>

#include <filesystem>

using namespace kompass;

namespace {

Box scaled(const Box& box, double by) {
    return {box.x0 * by, box.y0 * by, box.x1 * by, box.y1 * by};
}

Document scaled(Document document, double by) {
    for (auto& page : document.pages) {
        page.width *= by;
        page.height *= by;
        for (auto& word : page.words) {
            word.box = scaled(word.box, by);
            word.font_size *= by;
        }
    }
    return document;
}

} // namespace

TEST_SUITE("layout") {
    TEST_CASE("a report a quarter or four times as large has the same headings, texts and tables") {
        for (const auto& file : std::filesystem::directory_iterator(KOMPASS_SOURCE_DIR "/corpus/pdf")) {
            if (file.path().extension() != ".pdf") continue;
            CAPTURE(file.path().filename().string());
            const auto document = read::read_document(file.path(), {});
            const auto expected = testing::shown(testing::laid_out(document));
            for (const double by : {0.25, 4.0})
                CHECK(testing::shown(testing::laid_out(scaled(document, by))) == expected);
        }
    }
}
