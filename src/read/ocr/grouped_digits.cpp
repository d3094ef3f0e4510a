#include "read/ocr/grouped_digits.h"

#include <algorithm>

namespace kompass::read {
namespace {

constexpr std::size_t group = 3; ///< digits of thousands

/// Of the height of digits. A narrow blank has a fifth of the type and the white beside two digits.
constexpr double least_blank = 0.28;
constexpr double wider = 1.4; ///< times the widest other gap

bool is_number(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The boxes of digits from left to right, the parts of a broken one put together.
std::vector<PixelBox> digits_in(const CleanPage& page, const PixelBox& box) {
    auto blobs = page.ink.cropped(box).blobs();
    std::sort(blobs.begin(), blobs.end(), [](const Blob& a, const Blob& b) { return a.box.x < b.box.x; });
    std::vector<PixelBox> digits;
    for (auto& blob : blobs) {
        blob.box.x += box.x;
        blob.box.y += box.y;
        if (!digits.empty() && blob.box.x < digits.back().right())
            digits.back() = digits.back().united(blob.box);
        else
            digits.push_back(blob.box);
    }
    return digits;
}

/// Whether thousands part before digit `at` of `count`.
bool begins_group(std::size_t at, std::size_t count) {
    return (count - at) % group == 0;
}

bool has_blanks(const std::vector<PixelBox>& digits) {
    int narrowest_blank = digits.back().right();
    int widest_other = 0;
    int height = 0;
    for (std::size_t i = 1; i < digits.size(); ++i) {
        const int gap = digits[i].x - digits[i - 1].right();
        height = std::max(height, digits[i].height);
        if (begins_group(i, digits.size()))
            narrowest_blank = std::min(narrowest_blank, gap);
        else
            widest_other = std::max(widest_other, gap);
    }
    return narrowest_blank >= least_blank * height && narrowest_blank >= wider * widest_other;
}

} // namespace

std::vector<ReadWord> digit_groups(const CleanPage& page, const ReadWord& word) {
    const auto count = word.text.size();
    if (count <= group || !is_number(word.text)) return {word};
    const auto digits = digits_in(page, word.box);
    if (digits.size() != count || !has_blanks(digits)) return {word};
    std::vector<ReadWord> groups;
    for (std::size_t i = 0; i < count; ++i) {
        if (i == 0 || begins_group(i, count)) {
            groups.push_back(word);
            groups.back().text.clear();
            groups.back().box = digits[i];
        }
        groups.back().text += word.text[i];
        groups.back().box = groups.back().box.united(digits[i]);
    }
    return groups;
}

} // namespace kompass::read
