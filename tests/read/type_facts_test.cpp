// Where words are set and how large, and how numbers of thousands part, told from painted letters.
#include "read/ocr/grouped_digits.h"
#include "read/ocr/type_facts.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using namespace kompass::read;

constexpr int width = 1600, height = 600;

/// A page of solid letters, and what OCR is said to have read of them.
class Painted {
public:
    /// A word of letters `tall` pixels high that stand on `baseline`.
    Painted& write(const std::string& text, int x, int baseline, int tall, int line) {
        const int step = 3 * tall / 4;
        const auto count = static_cast<int>(text.size());
        for (int i = 0; i < count; ++i)
            paint({x + i * step, baseline - tall, tall / 2, tall});
        const PixelBox box = {x, baseline - tall, (count - 1) * step + tall / 2, tall};
        words_.push_back({{text, box, 1, static_cast<double>(baseline), line}, {}});
        return *this;
    }
    void paint(const PixelBox& box) {
        for (int y = box.y; y < box.bottom(); ++y)
            for (int x = box.x; x < box.right(); ++x)
                pixels_[static_cast<std::size_t>(y * width + x)] = 40;
    }
    [[nodiscard]] CleanPage page() const {
        return cleaned(Image::from_gray(pixels_.data(), width, height, width), 300);
    }
    [[nodiscard]] std::vector<kompass::Word> words() const { return with_type_facts(page(), words_); }

private:
    std::string pixels_ = std::string(static_cast<std::size_t>(width * height), '\xF0');
    std::vector<SeenWord> words_;
};

/// Six digits, with `blank` pixels more in their middle.
std::vector<ReadWord> groups_of(const std::string& text, int blank) {
    Painted painted;
    int right = 100;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((text.size() - i) % 3 == 0 && i > 0) right += blank;
        painted.paint({right, 200, 20, 32});
        right += 26;
    }
    const PixelBox box = {100, 200, right - 106, 32};
    return digit_groups(painted.page(), {text, box, 0.9, 232, 1});
}

} // namespace

TEST_SUITE("read") {
    TEST_CASE("a large figure that OCR takes for a part of the line beside it has its own size and place") {
        Painted page;
        page.write("Strandfrid", 100, 200, 30, 1).write("bemE", 420, 200, 30, 1);
        page.write("38", 1200, 215, 56, 1);
        page.write("Tillhorande", 100, 255, 30, 2);
        const auto words = page.words();
        REQUIRE(words.size() == 4);
        CHECK(words[0].font_size == words[3].font_size);
        CHECK(words[0].box.y1 < words[3].box.y1 - 10);
        CHECK(words[2].font_size > 1.7 * words[0].font_size);
    }

    TEST_CASE("a figure whose digits came out a little taller is set as the line beside it") {
        Painted page;
        page.write("Kulturlivet", 300, 200, 36, 1).write("Samverkar", 700, 200, 36, 1);
        page.write("10", 1300, 200, 41, 2);
        const auto words = page.words();
        REQUIRE(words.size() == 3);
        CHECK(words[2].font_size == words[0].font_size);
    }

    TEST_CASE("thousands part where a narrow blank stands between their digits") {
        const auto parted = groups_of("27551", 8);
        REQUIRE(parted.size() == 2);
        CHECK(parted[0].text == "27");
        CHECK(parted[1].text == "551");
        CHECK(parted[0].box.right() < parted[1].box.x);
        CHECK(groups_of("1234567", 8).size() == 3);
        CHECK(groups_of("2017", 0).size() == 1);
        CHECK(groups_of("341", 8).size() == 1);
    }
}
