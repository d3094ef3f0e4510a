#include "layout/flow.h"

#include "layout/bullets.h"
#include "layout/hyphenation.h"
#include "layout/measures.h"
#include "model/printed_tokens.h"
#include "text/tokens.h"
#include "text/unicode.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

namespace kompass::layout {

namespace {

bool is_heading(const TextLine& line, double body_size, const Hints& hints) {
    constexpr std::size_t longest = 120; // bytes: a line and a half; a longer bold text is a paragraph
    // What goes on from the line above may read like a head.
    const bool large = line.size > body_size * measures::heading_size;
    const bool plain = !line.bold && !large;
    if (plain && unicode::starts_with_lower(line.text)) return false;
    return hints.is_section_head(line.text) || hints.is_prose_head(line.text) ||
           hints.is_column_head(line.text) || hints.recurs(line.text) || large ||
           (line.bold && line.text.size() < longest);
}

SourceLine source_line(const TextLine& line, std::string text, bool gap) {
    return {std::move(text), line.place(), gap};
}

Block begun(BlockKind kind, const TextLine& line) {
    Block block;
    block.kind = kind;
    block.font_size = line.size;
    block.exact_type = line.has_exact_type();
    block.bold = line.bold;
    return block;
}

void append(Block& block, const TextLine& line, std::string text, bool gap) {
    append_joined(block.text, text);
    add_place(block.places, line.place());
    block.lines.push_back(source_line(line, std::move(text), gap));
}

/// Follows the lines and decides which block each belongs to.
class Flow {
public:
    Flow(const std::vector<TextLine>& lines, std::size_t first, std::size_t last, double body_size,
         const Hints& hints)
        : body_size_(body_size), hints_(hints) {
        for (auto i = first; i < last; ++i) {
            auto& right = rights_.try_emplace(lines[i].box.x0, 0).first->second;
            right = std::max(right, lines[i].box.x1);
        }
    }

    /// `below`: the next line, if the text may go on there.
    void take(const TextLine& line, const TextLine* above, const TextLine* below) {
        // Of what sets a line apart: paragraphs may have a little less between them.
        constexpr double of_paragraphs = 0.9;
        // The next column begins above where the one before ended.
        const bool new_page = above == nullptr || above->page != line.page || line.box.y1 < above->box.y0;
        const double gap = new_page ? 0 : gap_between(*above, line);
        const bool wide_gap = !new_page && gap > of_paragraphs * hints_.set_apart() * line.size;
        std::optional<std::string> rest;
        if (!goes_on_in_heading(line, wide_gap, new_page))
            rest = after_bullet(line.text, BulletGlyphs::printed);
        if (!rest) rest = after_next_number(line);
        const bool lost = !rest && !wide_gap && !new_page && lost_its_bullet(line, *above);
        if (lost) rest = line.text;
        if (rest) {
            start(BlockKind::list_item, line);
            if (!lost) bullet_left_ = line.box.x0;
            if (!rest->empty()) append(blocks_.back(), line, std::move(*rest), wide_gap);
            return;
        }
        const bool in_text =
            above != nullptr && below != nullptr && !wide_gap && is_within_text(line, *below);
        if (!in_text && is_heading(line, body_size_, hints_)) {
            if (!joins_heading(line, wide_gap, new_page)) start(BlockKind::heading, line);
        } else if (!joins_text(line, wide_gap, new_page) ||
                   (new_page && above && begins_anew(line, *above))) {
            start(BlockKind::paragraph, line);
        }
        append(blocks_.back(), line, line.text, wide_gap);
    }

    Blocks blocks() {
        std::erase_if(blocks_, [](const Block& block) { return block.text.empty(); });
        return std::move(blocks_);
    }

private:
    void start(BlockKind kind, const TextLine& line) { blocks_.push_back(begun(kind, line)); }

    /// The text behind a number that counts on from the item above, or begins to count.
    std::optional<std::string> after_next_number(const TextLine& line) {
        auto item = after_number(line.text);
        if (!item) return std::nullopt;
        const bool in_list = !blocks_.empty() && blocks_.back().kind == BlockKind::list_item;
        // Within a list it may begin one of an item's own.
        if (item->number != 1 && !(in_list && item->number == number_ + 1)) return std::nullopt;
        // A chapter counts as well, but is set apart.
        const bool below_head = !blocks_.empty() && hints_.is_column_head(blocks_.back().text);
        const bool plain = line.size <= body_size_ * measures::same_size &&
                           (in_list ? line.bold == blocks_.back().bold : !line.bold);
        const bool goes_on = plain && (in_list || below_head);
        if (!goes_on && is_heading(line, body_size_, hints_)) return std::nullopt;
        number_ = item->number;
        return std::move(item->text);
    }

    /// Set as the text above it is, and the next line goes on with its sentence: what recurs so is no head.
    [[nodiscard]] bool is_within_text(const TextLine& line, const TextLine& below) const {
        return !blocks_.empty() && blocks_.back().kind == BlockKind::paragraph && !line.bold &&
               line.size <= body_size_ * measures::heading_size && !is_finished(line.text) &&
               are_set_alike(begun(BlockKind::paragraph, line), blocks_.back()) &&
               are_set_alike(begun(BlockKind::paragraph, below), blocks_.back()) &&
               unicode::starts_with_lower(below.text) && !hints_.is_section_head(line.text) &&
               !hints_.is_prose_head(line.text) && !hints_.is_column_head(line.text);
    }

    /// "Kommunen som arbetsgivare" over "- personalpolitik": no list is set in the type of headings.
    [[nodiscard]] bool goes_on_in_heading(const TextLine& line, bool wide_gap, bool new_page) const {
        return line.size > body_size_ * measures::heading_size && joins_heading(line, wide_gap, new_page);
    }

    /// A heading that wraps: the same type, no gap, and no new section of its own.
    [[nodiscard]] bool joins_heading(const TextLine& line, bool wide_gap, bool new_page) const {
        if (blocks_.empty() || new_page) return false;
        const auto& last = blocks_.back();
        const bool own_section = hints_.is_section_head(line.text) || hints_.is_prose_head(line.text) ||
                                 hints_.is_column_head(line.text) || hints_.is_column_head(last.text);
        return last.kind == BlockKind::heading && !own_section && !wide_gap && last.bold == line.bold &&
               std::abs(last.font_size - line.size) < measures::same_type * line.size;
    }

    [[nodiscard]] bool joins_text(const TextLine& line, bool wide_gap, bool new_page) const {
        if (blocks_.empty() || blocks_.back().text.empty()) return !blocks_.empty();
        const auto& last = blocks_.back();
        if (last.kind == BlockKind::heading || last.kind == BlockKind::table) return false;
        if (last.kind == BlockKind::list_item && !new_page && stands_under_bullet(line)) return false;
        if (last.bold && !line.bold && (hints_.is_column_head(last.text) || hints_.recurs(last.text)))
            return false;
        // In smaller or larger type stands a label, a note.
        if (last.kind == BlockKind::list_item && !are_set_alike(begun(last.kind, line), last)) return false;
        if (new_page) return goes_on_over_page(last, line);
        return !wide_gap;
    }

    /// The line above left room for its first word, so it is no text that goes on.
    [[nodiscard]] bool begins_anew(const TextLine& line, const TextLine& above) const {
        constexpr double ragged = 1; // ems that a line leaves free though a short word would fit
        if (!unicode::starts_with_upper(line.text)) return false;
        return room_for(line, above, right_of(above)) > ragged * above.size;
    }

    /// Of a scanned list: a line that begins anew where the items' texts do.
    [[nodiscard]] bool lost_its_bullet(const TextLine& line, const TextLine& above) const {
        if (blocks_.empty() || blocks_.back().kind != BlockKind::list_item) return false;
        const auto text = text::trimmed(blocks_.back().text);
        const bool goes_on =
            text.empty() || text.ends_with(',') || text.ends_with('/') || ends_hyphenated(text);
        return !goes_on && !line.has_exact_type() && !stands_under_bullet(line) && begins_anew(line, above);
    }

    /// How far lines reach that begin no farther right.
    [[nodiscard]] double right_of(const TextLine& line) const {
        double right = line.box.x1;
        const auto end = rights_.upper_bound(line.box.x0 + measures::aligned * line.size);
        for (auto edge = rights_.begin(); edge != end; ++edge)
            right = std::max(right, edge->second);
        return right;
    }

    /// And not under the item's text.
    [[nodiscard]] bool stands_under_bullet(const TextLine& line) const {
        return line.box.x0 < bullet_left_ + measures::aligned * line.size;
    }

    [[nodiscard]] bool goes_on_over_page(const Block& last, const TextLine& line) const {
        const auto text = text::trimmed(last.text);
        if (last.kind == BlockKind::list_item && stands_under_bullet(line)) return false;
        return !is_finished(text) || ends_hyphenated(text);
    }

    double body_size_;
    const Hints& hints_;
    Blocks blocks_;
    std::map<double, double> rights_; ///< by left edge, how far lines reach
    double bullet_left_ = 0;
    int number_ = 0; ///< of the last item that bears one
};

/// More words than these are text, wherever they stand.
constexpr std::size_t most_words_aside = 3;

/// A line's words, and what stands far to the right of them: a heading's points, a figure in a badge.
struct Parted {
    TextLine line;
    std::optional<TextLine> aside;
};

Parted parted(const TextLine& line) {
    auto segments = line.segments(measures::far_apart);
    if (segments.size() != 2 || segments[1].words.size() > most_words_aside) return {line, std::nullopt};
    // A word without a figure that goes on: the blank of a justified line.
    const auto& aside = segments[1].text;
    if (unicode::starts_with_lower(aside) && aside.find_first_of("0123456789") == std::string::npos)
        return {line, std::nullopt};
    return {line_of(std::move(segments[0].words), line.page),
            line_of(std::move(segments[1].words), line.page)};
}

/// A line of a table of contents: the next one, or the one before, ends in a number of its own as well.
bool is_one_of_many(const std::vector<TextLine>& lines, std::size_t first, std::size_t at, std::size_t last) {
    const auto ends_in_number = [&](std::size_t i) {
        const auto parts = parted(lines[i]);
        return parts.aside && printed::figure(parts.aside->text);
    };
    return ends_in_number(at) &&
           ((at > first && ends_in_number(at - 1)) || (at + 1 < last && ends_in_number(at + 1)));
}

/// A few words that stand far right of the lines they stand beside: a figure in a badge.
bool stands_aside(const std::vector<TextLine>& lines, std::size_t first, std::size_t at, std::size_t last) {
    const auto& line = lines[at];
    if (line.words.size() > most_words_aside) return false;
    const auto is_right_of = [&](const TextLine& whole) {
        const auto other = parted(whole).line;
        return other.page == line.page && line.box.x0 - other.box.x1 > measures::far_apart * other.size &&
               gap_between(other, line) < other.size && gap_between(line, other) < other.size;
    };
    return (at > first && is_right_of(lines[at - 1])) && (at + 1 < last && is_right_of(lines[at + 1]));
}

} // namespace

bool is_finished(std::string_view text) {
    return text.ends_with('.') || text.ends_with(':') || text.ends_with('?');
}

Blocks flowed(const std::vector<TextLine>& lines, std::size_t first, std::size_t last, double body_size,
              const Hints& hints) {
    Flow flow(lines, first, last, body_size, hints);
    std::optional<TextLine> above;
    std::vector<TextLine> asides;
    const auto take = [&](const TextLine& line, const TextLine* below) {
        flow.take(line, above ? &*above : nullptr, below);
        above = line;
    };
    // What stands aside comes after the lines it stands beside.
    const auto take_asides = [&] {
        for (const auto& aside : std::exchange(asides, {})) {
            flow.take(aside, nullptr, nullptr);
            above.reset();
        }
    };
    for (std::size_t i = first; i < last; ++i) {
        auto [line, aside] =
            is_one_of_many(lines, first, i, last) ? Parted{lines[i], std::nullopt} : parted(lines[i]);
        if (stands_aside(lines, first, i, last)) {
            asides.push_back(line);
            continue;
        }
        if (above && (above->page != line.page || gap_between(*above, line) > line.size)) take_asides();
        take(line, i + 1 < last ? &lines[i + 1] : nullptr);
        if (aside) asides.push_back(std::move(*aside));
    }
    take_asides();
    return flow.blocks();
}

} // namespace kompass::layout
