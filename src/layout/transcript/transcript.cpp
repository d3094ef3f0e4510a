#include "layout/transcript/transcript.h"

#include "layout/hyphenation.h"
#include "layout/items.h"
#include "layout/transcript/line_table.h"
#include "layout/transcript/lost_lines.h"
#include "layout/transcript/marked_table.h"
#include "layout/transcript/markup.h"
#include "layout/transcript/woven_columns.h"
#include "model/printed_tokens.h"
#include "text/tokens.h"

#include <algorithm>

namespace kompass::layout {

namespace {

/// All lines of all pages without blank lines and running heads; a blank line above becomes a gap.
std::vector<SourceLine> lines_of(const Document& document, const Hints& hints) {
    std::vector<SourceLine> lines;
    for (const auto& page : document.pages) {
        bool gap = false;
        for (const auto& text : page.lines) {
            const auto bare = text::trimmed(text);
            if (bare.empty() || hints.is_running_head(bare)) {
                gap = gap || bare.empty();
                continue;
            }
            lines.push_back({text, {page.number, std::nullopt}, gap});
            gap = false;
        }
    }
    return has_lost_its_lines(document) ? with_lines_given_back(lines, hints) : lines;
}

/// Walks over the lines and makes blocks of them, tables first.
class Walk {
public:
    Walk(std::vector<SourceLine> lines, const Hints& hints) : lines_(std::move(lines)), hints_(hints) {}

    Blocks blocks() {
        while (at_ < lines_.size()) {
            if (take_marked_table() || take_line_table() || take_box() || take_columns() || take_list())
                continue;
            take_text();
        }
        return std::move(blocks_);
    }

private:
    [[nodiscard]] std::string_view text(std::size_t i) const { return text::trimmed(lines_[i].text); }

    [[nodiscard]] bool is_head(std::size_t i) const {
        return hints_.is_section_head(text(i)) || hints_.is_prose_head(text(i)) ||
               hints_.is_column_head(text(i));
    }

    [[nodiscard]] bool begins_table(std::size_t i) const {
        return !marked_cells(lines_[i].text).empty() || box_heads_end(i) > i || column_heads_on(i) >= 2 ||
               score_table_at(lines_, i, hints_) || year_table_at(lines_, i) ||
               numbered_table_at(lines_, i, hints_);
    }

    /// One past the last line of what stands under a head at `first` - 1.
    [[nodiscard]] std::size_t section_end(std::size_t first) const {
        std::size_t end = first;
        while (end < lines_.size() && !is_head(end) && !begins_table(end))
            ++end;
        return end;
    }

    [[nodiscard]] std::vector<SourceLine> slice(std::size_t first, std::size_t last) const {
        return {lines_.begin() + static_cast<std::ptrdiff_t>(first),
                lines_.begin() + static_cast<std::ptrdiff_t>(last)};
    }

    /// Where a line begins or ends among these was guessed.
    [[nodiscard]] bool any_guessed(std::size_t first, std::size_t last) const {
        for (std::size_t i = first; i < last; ++i)
            if (lines_[i].guessed) return true;
        return false;
    }

    bool take_marked_table() {
        auto table = marked_table_at(lines_, at_, hints_);
        if (!table) return false;
        blocks_.push_back(std::move(table->block));
        if (table->beside) blocks_.push_back(std::move(*table->beside));
        at_ = table->last;
        return true;
    }

    bool take_line_table() {
        auto table = score_table_at(lines_, at_, hints_);
        if (!table) table = year_table_at(lines_, at_);
        if (!table) table = numbered_table_at(lines_, at_, hints_);
        if (!table) return false;
        blocks_.push_back(std::move(table->block));
        at_ = table->last;
        return true;
    }

    /// One past the heads of a points box ("Rubriker Poäng", on one line or two), or `i` if none stand there.
    [[nodiscard]] std::size_t box_heads_end(std::size_t i) const {
        const auto words = text::tokens(lines_[i].text);
        if (words.size() == 2 && hints_.is_box_head(words[0]) && hints_.is_box_head(words[1])) return i + 1;
        if (words.size() == 1 && i + 1 < lines_.size() && hints_.is_box_head(words[0]) &&
            hints_.is_box_head(text(i + 1)))
            return i + 2;
        return i;
    }

    static bool may_be_points(std::string_view word) {
        constexpr std::string_view most = "100,0";
        const auto figure = word.size() <= most.size() ? printed::figure(word) : std::nullopt;
        const bool year =
            figure && figure->value.is_whole() && word.size() > 3 && word.find(',') == std::string_view::npos;
        return figure && !figure->percent && !year;
    }

    /// One past the last line of a box. Where its lines were given back, those of its headings are known, and
    /// the points stand below them.
    [[nodiscard]] std::size_t box_end(std::size_t first) const {
        auto end = first;
        while (end < lines_.size() && lines_[end].guessed)
            ++end;
        return end > first ? std::min(end + 1, lines_.size()) : section_end(first);
    }

    /// The points box: its figure may stand at the end of any heading, or alone, with its digits apart.
    bool take_box() {
        const auto first = box_heads_end(at_);
        if (first == at_) return false;
        const auto end = box_end(first);
        std::string points;
        Places points_places;
        std::vector<SourceLine> headings;
        for (std::size_t i = first; i < end; ++i) {
            auto words = text::tokens(lines_[i].text);
            std::string digits;
            while (!words.empty() && may_be_points(words.back())) {
                digits.insert(0, printed::without_rules(words.back()));
                words.pop_back();
            }
            if (!digits.empty() && points.empty()) {
                points = digits;
                points_places = {lines_[i].place};
            }
            if (words.empty()) continue;
            headings.push_back(lines_[i]);
            headings.back().text = text::with_blanks(words, 0, words.size());
        }
        push_columns(at_, {"Rubriker", "Poäng"},
                     {list_cell(headings, BulletGlyphs::scanned, hints_), {points, {}, points_places, {}}},
                     !any_guessed(first, end));
        at_ = end;
        return true;
    }

    /// How many heads of findings columns stand on the line, if nothing else does.
    [[nodiscard]] std::size_t column_heads_on(std::size_t i) const {
        const auto words = text::tokens(lines_[i].text);
        std::size_t heads = 0;
        for (const auto& word : words) {
            if (printed::is_debris(word)) continue;
            if (!hints_.is_column_head(printed::without_rules(word))) return 0;
            ++heads;
        }
        return heads;
    }

    bool take_columns() {
        const auto heads = column_heads_on(at_);
        const bool in_turn = heads == 1 && at_ + 1 < lines_.size() && column_heads_on(at_ + 1) == 1;
        if (heads != 2 && !in_turn) return false;
        const auto first = at_ + (in_turn ? 2 : 1);
        const auto end = section_end(first);
        std::vector<std::string> names;
        for (std::size_t i = at_; i < first; ++i)
            for (const auto& word : text::tokens(lines_[i].text))
                if (!printed::is_debris(word)) names.emplace_back(printed::without_rules(word));
        const auto columns =
            in_turn ? parted_in_turn(slice(first, end), hints_) : unwoven(slice(first, end), hints_);
        push_columns(at_, names,
                     {list_cell(columns.left, BulletGlyphs::scanned, hints_),
                      list_cell(columns.right, BulletGlyphs::scanned, hints_)},
                     columns.certain && !any_guessed(first, end));
        at_ = end;
        return true;
    }

    void push_columns(std::size_t head, const std::vector<std::string>& names, std::vector<TableCell> row,
                      bool certain) {
        Block block;
        block.kind = BlockKind::table;
        block.certain = certain;
        block.table.has_head = true;
        std::vector<TableCell> heads;
        heads.reserve(names.size());
        for (const auto& name : names)
            heads.push_back({name, {}, {lines_[head].place}, {}});
        add_place(block.places, lines_[head].place);
        for (const auto& cell : row)
            for (const auto& place : cell.places)
                add_place(block.places, place);
        block.table.rows = {std::move(heads), std::move(row)};
        blocks_.push_back(std::move(block));
    }

    /// The items under a single findings head ("STYRKOR").
    bool take_list() {
        if (column_heads_on(at_) != 1) return false;
        start(BlockKind::heading);
        add_line();
        const auto end = section_end(at_);
        const bool certain = !any_guessed(at_, end);
        for (auto& item : list_items(slice(at_, end), BulletGlyphs::scanned, hints_)) {
            Block block;
            block.kind = BlockKind::list_item;
            block.text = std::move(item.text);
            block.places = std::move(item.places);
            block.lines = std::move(item.lines);
            block.certain = certain;
            blocks_.push_back(std::move(block));
        }
        at_ = end;
        return true;
    }

    void start(BlockKind kind) {
        blocks_.emplace_back();
        blocks_.back().kind = kind;
    }

    void add_line(std::string_view line) {
        auto& block = blocks_.back();
        append_joined(block.text, line);
        add_place(block.places, lines_[at_].place);
        block.lines.push_back({std::string(line), lines_[at_].place, lines_[at_].gap_before});
        ++at_;
    }

    void add_line() { add_line(text(at_)); }

    void take_text() {
        if (is_head(at_)) {
            take_heading();
        } else if (const auto rest = after_bullet(lines_[at_].text, BulletGlyphs::scanned)) {
            start(BlockKind::list_item);
            add_line(*rest);
        } else {
            if (!goes_on()) start(BlockKind::paragraph);
            add_line();
        }
    }

    /// A heading and the lines it wraps to.
    void take_heading() {
        start(BlockKind::heading);
        add_line();
        while (at_ < lines_.size() && !lines_[at_].gap_before && !is_head(at_) && heading_wraps())
            add_line();
    }

    [[nodiscard]] bool heading_wraps() const {
        const auto above = text::trimmed(blocks_.back().lines.back().text);
        return ends_hyphenated(above) || above.ends_with("–") || above.ends_with(":") ||
               hints_.is_unfinished(above);
    }

    /// The line belongs to the paragraph or list item above.
    [[nodiscard]] bool goes_on() const {
        if (blocks_.empty() || blocks_.back().lines.empty()) return false;
        const auto& above = blocks_.back();
        if (above.kind != BlockKind::paragraph && above.kind != BlockKind::list_item) return false;
        if (ends_hyphenated(above.lines.back().text)) return true;
        const bool new_page = above.lines.back().place.page != lines_[at_].place.page;
        if (new_page) return !text::trimmed(above.text).ends_with('.');
        return !lines_[at_].gap_before;
    }

    std::vector<SourceLine> lines_;
    const Hints& hints_;
    std::size_t at_ = 0;
    Blocks blocks_;
};

} // namespace

Blocks transcript_layout(const Document& document, const Hints& hints) {
    return Walk(lines_of(document, hints), hints).blocks();
}

} // namespace kompass::layout
