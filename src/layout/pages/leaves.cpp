#include "layout/pages/leaves.h"

#include "layout/pages/mirrored.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <string>
#include <utility>

namespace kompass::layout {

namespace {

double middle_of(const Page& sheet) {
    return sheet.width / 2;
}

bool stands_left(const Box& box, const Page& sheet) {
    return (box.x0 + box.x1) / 2 < middle_of(sheet);
}

/// A sheet that lies, with a gutter in its middle.
bool can_be_cut(const Page& sheet) {
    constexpr double gutter = 0.01; // of the width, on either side: half a page's margin, three millimetres
    if (sheet.width <= sheet.height || sheet.words.empty()) return false;
    const double least = gutter * sheet.width;
    return std::none_of(sheet.words.begin(), sheet.words.end(), [&](const Word& word) {
        return word.box.x0 < middle_of(sheet) + least && word.box.x1 > middle_of(sheet) - least;
    });
}

/// What may be page numbers of a half: numbers at its head and foot.
std::set<int> numbers_in_margins(const Page& sheet, bool left) {
    constexpr double margin = 0.12; // of the height
    constexpr std::size_t longest = 3;
    std::set<int> numbers;
    for (const auto& word : sheet.words) {
        const bool in_margin =
            word.box.y1 < margin * sheet.height || word.box.y0 > (1 - margin) * sheet.height;
        const bool number = !word.text.empty() && word.text.size() <= longest &&
                            std::all_of(word.text.begin(), word.text.end(),
                                        [](unsigned char c) { return std::isdigit(c) != 0; });
        if (in_margin && number && stands_left(word.box, sheet) == left) numbers.insert(std::stoi(word.text));
    }
    return numbers;
}

/// The right half's number follows the left one's.
bool is_numbered_twice(const Page& sheet) {
    const auto left = numbers_in_margins(sheet, true);
    const auto right = numbers_in_margins(sheet, false);
    return std::any_of(left.begin(), left.end(), [&](int number) { return right.contains(number + 1); });
}

void move_left(Box& box, double by) {
    box.x0 -= by;
    box.x1 -= by;
}

void move_left(Page& page, double by) {
    for (auto& word : page.words)
        move_left(word.box, by);
    for (auto& apart : page.apart)
        move_left(apart.word.box, by);
}

Page half_of(const Page& sheet, bool left) {
    auto half = sheet;
    half.width = middle_of(sheet);
    std::erase_if(half.words, [&](const Word& word) { return stands_left(word.box, sheet) != left; });
    std::erase_if(half.apart,
                  [&](const WordApart& apart) { return stands_left(apart.word.box, sheet) != left; });
    if (left) return half;
    move_left(half, half.width);
    return half;
}

bool has_sheets_to_cut(const Document& document) {
    std::size_t sheets = 0;
    std::size_t twice = 0;
    for (const auto& page : document.pages) {
        if (page.words.empty()) continue;
        ++sheets;
        if (can_be_cut(page) && is_numbered_twice(page)) ++twice;
    }
    return twice > 0 && twice * 2 >= sheets;
}

/// One page of each sheet that is not cut.
Leaves leaves_of(const Document& document, bool cut) {
    Leaves leaves{document, {}, cut};
    auto& pages = leaves.document.pages;
    pages.clear();
    const auto add = [&](Page page, double left) {
        leaves.sheet.push_back({page.number, left});
        page.number = static_cast<int>(pages.size()) + 1;
        pages.push_back(std::move(page));
    };
    for (const auto& page : document.pages) {
        if (!cut || !can_be_cut(page)) {
            add(page, 0);
            continue;
        }
        add(half_of(page, true), 0);
        add(half_of(page, false), middle_of(page));
    }
    return leaves;
}

} // namespace

std::optional<Leaves> in_leaves(const Document& document) {
    std::optional<Leaves> leaves;
    if (has_sheets_to_cut(document)) leaves = leaves_of(document, true);
    const double offset = offset_of_even_pages(leaves ? leaves->document.pages : document.pages);
    if (offset == 0) return leaves;
    if (!leaves) leaves = leaves_of(document, false);
    for (std::size_t i = 1; i < leaves->sheet.size(); i += 2) {
        move_left(leaves->document.pages[i], offset);
        leaves->sheet[i].left += offset;
    }
    return leaves;
}

} // namespace kompass::layout
