#include "read/image/text_image.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>

namespace kompass::read {
namespace {

/// How an image is prepared for reading.
struct Way {
    double dpi;       ///< that it is brought to
    int smoothing;    ///< radius, before that
    int black, white; ///< shades taken for them
};

constexpr Way usual_way{240, 0, 60, 180};
constexpr std::array further_ways = {Way{210, 0, 40, 170}, Way{300, 1, 70, 175}};

/// Words of less confidence are read again; what is wrong among surer ones the repair mends.
constexpr double sure_word = 0.89;
constexpr int margin = 10; ///< pixels of white, as Tesseract likes

PixelBox scaled(const PixelBox& box, double factor) {
    const auto at = [&](int pixels) { return static_cast<int>(std::lround(pixels * factor)); };
    return {at(box.x), at(box.y), at(box.width), at(box.height)};
}

Image prepared(const Image& gray, const Way& way, double factor) {
    auto image = way.smoothing > 0 ? gray.smoothed(way.smoothing) : gray;
    return image.scaled(factor).stretched(way.black, way.white);
}

} // namespace

TextImage TextImage::without(const std::vector<PixelBox>& boxes) const {
    return {gray_.painted(boxes, paper_shade), dpi_};
}

std::vector<ReadWord> TextImage::read(TextReader& reader, const PixelBox& area, TextShape shape) const {
    const auto part = area.common(gray_.box());
    const double factor = std::min(1.0, usual_way.dpi / dpi_);
    auto words = reader.read(prepared(gray_.cropped(part), usual_way, factor), shape,
                             static_cast<int>(std::lround(dpi_ * factor)));
    for (auto& word : words) {
        word.box = scaled(word.box, 1 / factor);
        word.box.x += part.x;
        word.box.y += part.y;
        word.baseline = word.baseline / factor + part.y;
        if (word.confidence < sure_word) read_again(reader, word);
    }
    return words;
}

/// The reading that has most confidence behind it takes the word.
void TextImage::read_again(TextReader& reader, ReadWord& word) const {
    std::map<std::string, double> votes{{word.text, word.confidence}};
    constexpr int part_of_height = 8; // a serif that the box cut off, and no letter of the next word
    const int reach = std::max(1, word.box.height / part_of_height);
    const auto image = gray_.cropped(word.box.grown(reach, reach));
    for (const auto& way : further_ways) {
        const double factor = way.dpi / dpi_;
        const auto words = reader.read(prepared(image, way, factor).framed(margin), TextShape::line,
                                       static_cast<int>(std::lround(way.dpi)));
        if (words.size() != 1) continue;
        votes[words.front().text] += words.front().confidence;
        if (votes.size() == 1) return; // two readings agree, which the third cannot outvote
    }
    const auto best =
        std::max_element(votes.begin(), votes.end(), [](auto& a, auto& b) { return a.second < b.second; });
    word.text = best->first;
}

} // namespace kompass::read
