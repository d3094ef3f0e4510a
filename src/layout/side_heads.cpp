#include "layout/side_heads.h"

#include "layout/bullets.h"
#include "layout/flow.h"
#include "layout/hyphenation.h"
#include "layout/measures.h"
#include "text/tokens.h"
#include "text/unicode.h"

#include <cmath>
#include <iterator>
#include <string>

namespace kompass::layout {

namespace {

/// Ems of white behind a head: more than a blank, less than a gutter, as heads may nearly fill their column.
constexpr double kBehindHead = 0.8;

/// Ems. So far to the right of the lists' edge their lines may begin: by two indents and a bullet.
constexpr double kDeepestIndent = 3;

/// A line parted at the left edge of the lists.
struct Parts {
    std::optional<TextLine> head, text;
};

Parts parted_at(const TextLine& line, double text_left, double body_size) {
    std::vector<Word> head;
    std::vector<Word> text;
    for (const auto& word : line.words)
        (word.box.x0 < text_left - measures::aligned * body_size ? head : text).push_back(word);
    Parts parts;
    if (!head.empty()) parts.head = line_of(std::move(head), line.page);
    if (!text.empty()) parts.text = line_of(std::move(text), line.page);
    return parts;
}

/// White parts the two, or a bullet; a line that runs on across the edge is another text.
bool stand_apart(const Parts& parts) {
    if (!parts.head || !parts.text) return true;
    return parts.text->box.x0 - parts.head->box.x1 > kBehindHead * parts.head->size ||
           is_item_mark(parts.text->words.front().text);
}

/// A head and the lines beside it.
struct Row {
    std::vector<std::string> head;
    Places places;
    double size = 0; ///< of the head's type, points
    bool bold = false, exact_type = true;
    std::vector<TextLine> lines;
};

Block heading_of(const Row& row) {
    Block block;
    block.kind = BlockKind::heading;
    block.text = joined(row.head);
    block.places = row.places;
    block.font_size = row.size;
    block.exact_type = row.exact_type;
    block.bold = row.bold;
    for (const auto& text : row.head)
        block.lines.push_back({text, row.places.front(), false});
    return block;
}

bool is_head(std::string_view text, const Hints& hints) {
    return hints.is_column_head(text) || hints.recurs(text);
}

/// More white than between the words behind it, which a justified line sets far apart.
bool is_parted_before(const TextLine& line, std::size_t word) {
    constexpr double clearly = 1.3;
    const double white = gap_before(line, word);
    if (white <= kBehindHead * line.size) return false;
    for (auto w = word + 1; w < line.words.size(); ++w)
        if (white < clearly * gap_before(line, w)) return false;
    return true;
}

/// The left edge of the text beside the head with which the line begins, if it does.
std::optional<double> text_left_of(const TextLine& line, const Hints& hints) {
    std::string head;
    for (std::size_t w = 1; w < line.words.size(); ++w) {
        head += (head.empty() ? "" : " ") + line.words[w - 1].text;
        const auto& next = line.words[w].text;
        if ((is_item_mark(next) || is_parted_before(line, w)) && is_head(head, hints) &&
            !is_head(next, hints))
            return line.words[w].box.x0;
    }
    return std::nullopt;
}

} // namespace

bool begins_side_head(const TextLine& line, const Hints& hints) {
    const auto text_left = text_left_of(line, hints);
    if (!text_left) return false;
    // Two heads side by side have their lists below.
    std::vector<Word> text;
    for (const auto& word : line.words)
        if (word.box.x0 >= *text_left) text.push_back(word);
    return !is_head(segment_of(std::move(text)).text, hints);
}

std::optional<SideHeads> side_heads_at(const std::vector<TextLine>& lines, std::size_t at, std::size_t limit,
                                       double body_size, const Hints& hints) {
    const auto text_left = text_left_of(lines[at], hints);
    if (!text_left) return std::nullopt;
    const double head_left = lines[at].box.x0;
    std::vector<Row> rows;
    std::size_t i = at;
    // A table of heads and texts may have heads of its own, which a page repeats.
    const auto repeats_head = [&](std::size_t k) {
        return at > 0 && k > at && lines[k].page != lines[k - 1].page && lines[k].text == lines[at - 1].text;
    };
    for (; i < limit; ++i) {
        if (repeats_head(i)) continue;
        auto parts = parted_at(lines[i], *text_left, body_size);
        const bool beside =
            parts.text && std::abs(parts.text->box.x0 - *text_left) < kDeepestIndent * body_size;
        if (parts.head) {
            const bool aligned = measures::are_aligned(parts.head->box.x0, head_left, body_size);
            const bool wraps = !rows.empty() && unicode::starts_with_lower(parts.head->text);
            if (!aligned || (parts.text && !beside) || !stand_apart(parts) ||
                (!wraps && !is_head(parts.head->text, hints) && !beside))
                break;
            if (!wraps && (hints.is_section_head(lines[i].text) || !parts.text)) break;
            if (!wraps)
                rows.push_back(
                    {{}, {}, parts.head->size, parts.head->bold, parts.head->has_exact_type(), {}});
            rows.back().head.push_back(parts.head->text);
            add_place(rows.back().places, parts.head->place());
        } else if (rows.empty() || (!beside && parts.text->box.x0 < *text_left)) {
            break;
        }
        if (parts.text) rows.back().lines.push_back(std::move(*parts.text));
    }
    if (rows.empty()) return std::nullopt; // the head is no wider than what aligned edges err
    SideHeads found{i, {}};
    for (const auto& row : rows) {
        found.blocks.push_back(heading_of(row));
        auto below = flowed(row.lines, 0, row.lines.size(), body_size, hints);
        std::move(below.begin(), below.end(), std::back_inserter(found.blocks));
    }
    return found;
}

} // namespace kompass::layout
