#include "layout/flow.h"

#include "layout/bullets.h"
#include "layout/hyphenation.h"
#include "text/tokens.h"

#include <cmath>

namespace kompass::layout {

namespace {

bool is_heading(const TextLine& line, double body_size, const Hints& hints) {
    return hints.is_section_head(line.text) || hints.is_prose_head(line.text) ||
           hints.is_column_head(line.text) || line.size > body_size * 1.12 ||
           (line.bold && line.text.size() < 120);
}

SourceLine source_line(const TextLine& line, std::string text, bool gap) {
    return {std::move(text), line.place(), gap};
}

Block begun(BlockKind kind, const TextLine& line) {
    Block block;
    block.kind = kind;
    block.font_size = line.size;
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
    Flow(double body_size, const Hints& hints) : body_size_(body_size), hints_(hints) {}

    void take(const TextLine& line, const TextLine* above) {
        const bool new_page = above == nullptr || above->page != line.page;
        const double gap = new_page ? 0 : gap_between(*above, line);
        const bool wide_gap = !new_page && gap > 0.45 * line.size;
        if (auto rest = after_bullet(line.text, BulletGlyphs::printed)) {
            start(BlockKind::list_item, line);
            bullet_left_ = line.box.x0;
            if (!rest->empty()) append(blocks_.back(), line, std::move(*rest), wide_gap);
            return;
        }
        if (is_heading(line, body_size_, hints_)) {
            if (!joins_heading(line, wide_gap, new_page)) start(BlockKind::heading, line);
        } else if (!joins_text(line, wide_gap, new_page)) {
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

    /// A heading that wraps: the same type, no gap, and no new section of its own.
    [[nodiscard]] bool joins_heading(const TextLine& line, bool wide_gap, bool new_page) const {
        if (blocks_.empty() || new_page) return false;
        const auto& last = blocks_.back();
        const bool own_section = hints_.is_section_head(line.text) || hints_.is_prose_head(line.text) ||
                                 hints_.is_column_head(line.text) || hints_.is_column_head(last.text);
        return last.kind == BlockKind::heading && !own_section && !wide_gap &&
               std::abs(last.font_size - line.size) < 0.3 && last.bold == line.bold;
    }

    [[nodiscard]] bool joins_text(const TextLine& line, bool wide_gap, bool new_page) const {
        if (blocks_.empty() || blocks_.back().text.empty()) return !blocks_.empty();
        const auto& last = blocks_.back();
        if (last.kind == BlockKind::heading || last.kind == BlockKind::table) return false;
        if (last.kind == BlockKind::list_item && !new_page && line.box.x0 < bullet_left_ + 3) return false;
        if (new_page) return goes_on_over_page(last, line);
        return !wide_gap;
    }

    [[nodiscard]] bool goes_on_over_page(const Block& last, const TextLine& line) const {
        const auto text = text::trimmed(last.text);
        const bool finished = text.ends_with('.') || text.ends_with(':') || text.ends_with('?');
        if (last.kind == BlockKind::list_item && line.box.x0 < bullet_left_ + 3) return false;
        return !finished || ends_hyphenated(text);
    }

    double body_size_;
    const Hints& hints_;
    Blocks blocks_;
    double bullet_left_ = 0;
};

} // namespace

Blocks flowed(const std::vector<TextLine>& lines, std::size_t first, std::size_t last, double body_size,
              const Hints& hints) {
    Flow flow(body_size, hints);
    for (std::size_t i = first; i < last; ++i)
        flow.take(lines[i], i > first ? &lines[i - 1] : nullptr);
    return flow.blocks();
}

} // namespace kompass::layout
