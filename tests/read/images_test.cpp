// Image files, from their bytes to words, by the real engine; and what becomes of damaged ones.
#include "read/image/image_frame.h"
#include "read/work/reader_pool.h"
#include "tests/read/fault_plan.h"
#include "tests/read/image_files.h"
#include "tests/read/temp_folder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace {

using namespace kompass;
using namespace kompass::read;
using namespace kompass::read::tests;
using namespace std::chrono_literals;

std::vector<Document> read_by_engine(const std::vector<std::filesystem::path>& files) {
    const FaultPlan real("none/real");
    PoolOptions options;
    options.worker_command = {"/proc/self/exe"};
    options.jobs = 2;
    std::vector<Document> documents;
    read_all(files, options, [&](Document document) { documents.push_back(std::move(document)); });
    return documents;
}

/// Which share of the printed words the page has.
double share_read(const Page& page) {
    static const auto printed = printed_words();
    REQUIRE(printed.size() > 40);
    const auto read = std::count_if(printed.begin(), printed.end(), [&](const std::string& text) {
        return std::any_of(page.words.begin(), page.words.end(),
                           [&](const Word& word) { return word.text == text; });
    });
    return static_cast<double>(read) / static_cast<double>(printed.size());
}

void check_read(const Document& document) {
    CAPTURE(document.file);
    CHECK(document.kind == SourceKind::image);
    CHECK(document.troubles.empty());
    for (const auto& page : document.pages) {
        CHECK(page.reading == Reading::ocr);
        CHECK(share_read(page) > 0.95);
        CHECK(page.width == doctest::Approx(595).epsilon(0.01));
    }
}

} // namespace

TEST_SUITE("read") {
    TEST_CASE("PNG, JPEG and TIFF of many pages are read, upright or turned") {
        const TempFolder folder;
        const auto image = printed_image();
        const auto documents = read_by_engine(
            {folder.write("a.png", png(image)), folder.write("ett halvt varv.jpg", jpeg(image.turned(2))),
             folder.write("b.tif", tiff({image, image.turned(3), image.turned(1)}))});
        REQUIRE(documents.size() == 3);
        for (const auto& document : documents)
            check_read(document);
        CHECK(documents[0].pages.size() == 1);
        CHECK(documents[0].pages[0].why.find("turned") == std::string::npos);
        CHECK(documents[1].pages.at(0).why.find("turned by 180 degrees") != std::string::npos);
        REQUIRE(documents[2].pages.size() == 3);
        CHECK(documents[2].pages[1].why.find("turned by 90 degrees") != std::string::npos);
        CHECK(documents[2].pages[2].why.find("turned by 270 degrees") != std::string::npos);
    }

    TEST_CASE("faxes, negatives and pictures of turned cameras are read as they are meant") {
        const TempFolder folder;
        const auto image = printed_image();
        auto fax = image.scaled(1.02, 0.49); // 204 dots an inch across, 98 down
        state_resolution(fax, 204, 98);
        auto unsaid = image;
        state_resolution(unsaid, 0, 0);
        const auto documents = read_by_engine(
            {folder.write("fax.tif", tiff({fax})), folder.write("negativ.png", png(image.negative())),
             folder.write("kamera.jpg", with_orientation(jpeg(image.turned(3)), 6)),
             folder.write("utan.png", png(unsaid))});
        REQUIRE(documents.size() == 4);
        for (std::size_t i = 1; i < documents.size(); ++i)
            check_read(documents[i]);
        CHECK(documents[2].pages.at(0).why.find("turned by") == std::string::npos);
        // Half the lines of a fax are lost, and letters with them.
        CHECK(documents[0].pages.at(0).width == doctest::Approx(595).epsilon(0.01));
        CHECK(documents[0].pages.at(0).height == doctest::Approx(842).epsilon(0.01));
        CHECK(share_read(documents[0].pages.at(0)) > 0.7);
    }

    TEST_CASE("whatever an image's colours are made of, ink is dark and paper is light") {
        const auto image = printed_image().cropped({200, 200, 400, 60});
        const auto plain = decoded_image(png(image), 1);
        CHECK(difference(plain, image) == 0);
        CHECK(difference(decoded_image(jpeg(image), 1), image) < 3);
        CHECK(difference(decoded_image(png_with_alpha(image), 1), image) < 1);
        CHECK(difference(decoded_image(cmyk_jpeg(image, true), 1), image) < 3);
        CHECK_FALSE(frame_of(cmyk_jpeg(image, true)).unmarked_inks);
        CHECK_FALSE(frame_of(jpeg(image)).unmarked_inks);
        // Bits lose the shades at the edges of letters.
        CHECK(difference(decoded_image(png_of_bits(image), 1), image) < 12);
        CHECK(difference(decoded_image(fax_tiff(image), 1), image) < 12);
        CHECK(difference(image.negative(), image) > 100);
    }

    TEST_CASE("a JPEG of four inks that does not say how they are counted is refused") {
        const TempFolder folder;
        const auto image = printed_image().cropped({200, 200, 400, 60});
        const auto documents = read_by_engine({folder.write("a.jpg", cmyk_jpeg(image, false))});
        REQUIRE(documents.at(0).troubles.size() == 1);
        CHECK(documents[0].troubles[0].code == "unmarked-inks");
        CHECK(documents[0].troubles[0].message.find("PNG") != std::string::npos);
    }

    TEST_CASE("how a camera was held is told by its notes, if they are whole") {
        const auto image = printed_image().cropped({200, 200, 400, 60});
        for (const auto& [way, turns] : {std::pair{1, 0}, {3, 2}, {6, 1}, {8, 3}, {2, 0}, {99, 0}})
            CHECK(frame_of(with_orientation(jpeg(image), way)).quarter_turns == turns);
        auto broken = with_orientation(jpeg(image), 6);
        broken[16] = '\x7F'; // the directory lies far behind
        CHECK(frame_of(broken).quarter_turns == 0);
        CHECK_FALSE(frame_of(broken).cut_off);
        CHECK(decoded_image(with_orientation(jpeg(image), 6), 1).width() == 60);
    }

    TEST_CASE("an image says how large it is, and whether its end is missing") {
        const auto image = printed_image().cropped({200, 200, 400, 60});
        for (const auto& file : {png(image), jpeg(image), tiff({image, image})}) {
            CHECK_FALSE(frame_of(file).cut_off);
            CHECK(frame_of(file).pixels == 400 * 60);
            // The last bytes of a TIFF may be pixels, which decoding misses.
            const bool is_tiff = file.starts_with("II");
            for (std::size_t size = 8; size < file.size(); size += 13)
                CHECK((frame_of(file.substr(0, size)).cut_off || is_tiff));
        }
        CHECK_FALSE(frame_of(jpeg(image) + "what a camera adds").cut_off);
        const auto pages = tiff({image, image});
        CHECK(frame_of(pages.substr(0, pages.size() / 2)).cut_off);
    }

    TEST_CASE("damaged images are named, and those beside them are read") {
        const TempFolder folder;
        const auto image = printed_image().cropped({0, 100, 1650, 300});
        const auto cut = [](const std::string& bytes) { return bytes.substr(0, bytes.size() * 2 / 3); };
        auto garbled = png(image);
        std::fill(garbled.begin() + 200, garbled.end() - 12, '\x55');
        const auto documents =
            read_by_engine({folder.write("a.png", cut(png(image))), folder.write("b.jpg", cut(jpeg(image))),
                            folder.write("c.tif", cut(tiff({image, image, image}))),
                            folder.write("d.png", garbled), folder.write("hel.png", png(image))});
        REQUIRE(documents.size() == 5);
        for (std::size_t i = 0; i < 4; ++i) {
            CAPTURE(documents[i].file);
            REQUIRE_FALSE(documents[i].troubles.empty());
            CHECK(documents[i].troubles.back().severity == Severity::error);
        }
        for (std::size_t i = 0; i < 3; ++i) {
            CHECK(documents[i].troubles[0].code == "damaged-image");
            CHECK(documents[i].troubles[0].message.find("cut off") != std::string::npos);
        }
        CHECK(documents[4].troubles.empty());
        CHECK(documents[4].pages.at(0).words.size() > 20);
    }

    TEST_CASE("an image of absurd size is refused by its head") {
        const TempFolder folder;
        const auto documents = read_by_engine({folder.write("bomb.png", png_of_size(60'000, 60'000))});
        REQUIRE(documents.size() == 1);
        REQUIRE(documents[0].troubles.size() == 1);
        CHECK(documents[0].troubles[0].code == "image-too-large");
        CHECK(documents[0].troubles[0].message.find("3600 million pixels") != std::string::npos);
        CHECK(documents[0].pages.empty());
    }
}
