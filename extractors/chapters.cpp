#include "extractors/chapters.h"

#include "text/tokens.h"
#include "text/unicode.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace kompass {
namespace {

/// As in the areas' own text: what has as many words is no debris of a chart.
constexpr std::size_t fewest_words = 6;
/// Fewer make a sentence where one ends.
constexpr std::size_t fewest_of_sentence = 3;

int page_of(const Block& block) {
    return block.places.empty() ? 1 : block.places.front().page;
}

bool ends_sentence(std::string_view text) {
    return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with(':');
}

class Chapters {
public:
    Chapters(const std::vector<std::pair<std::string, std::string>>& facts, const rules::RuleSet& rules)
        : facts_(facts), rules_(rules) {}

    /// `next` is what follows outside the areas, if anything does.
    void add(const Block& block, const Block* next) {
        if (block.kind == BlockKind::table || is_furniture(block.text)) {
            of_section_ = false;
        } else if (block.kind == BlockKind::heading || heads(block, next)) {
            begin(block);
        } else if (is_text(block)) {
            if (open_.page == 0) open_.page = page_of(block);
            open_.paragraphs.push_back({block.text, page_of(block)});
        }
    }

    /// What follows is of an area.
    void end() {
        if (!open_.paragraphs.empty()) {
            for (auto& heading : waiting_)
                found_.push_back(std::move(heading));
            found_.push_back(std::move(open_));
        }
        waiting_.clear();
        open_ = {.heading = {}, .page = 0, .paragraphs = {}};
        of_section_ = false;
    }

    std::vector<Chapter> take() {
        end();
        leave_out_cover();
        return std::move(found_);
    }

private:
    /// What comes before the first sentence, but for headings right above it.
    void leave_out_cover() {
        auto first = std::find_if(found_.begin(), found_.end(), [](const Chapter& chapter) {
            return std::any_of(chapter.paragraphs.begin(), chapter.paragraphs.end(),
                               [](const Paragraph& paragraph) { return ends_sentence(paragraph.text); });
        });
        while (first != found_.begin() && std::prev(first)->paragraphs.empty())
            --first;
        found_.erase(found_.begin(), first);
    }

    void begin(const Block& heading) {
        const bool bare = of_section_ && open_.paragraphs.empty();
        if (bare && page_of(heading) == open_.page)
            waiting_.push_back(std::move(open_));
        else
            end();
        open_ = {.heading = heading.text, .page = page_of(heading), .paragraphs = {}};
        of_section_ = true;
        lists_contents_ = rules_.matches("contents_head", heading.text);
    }

    [[nodiscard]] bool is_furniture(std::string_view text) const {
        return rules_.matches("toc_line", text) || rules_.matches("running_head", text) ||
               rules_.matches("caption", text);
    }

    [[nodiscard]] bool is_text(const Block& block) const {
        if (!unicode::has_letter(block.text) || is_fact(block.text)) return false;
        const auto words = text::tokens(block.text).size();
        const bool sentence = ends_sentence(block.text);
        if (lists_contents_) return words >= fewest_words && sentence;
        if (block.kind == BlockKind::list_item) return true;
        return words >= (sentence ? fewest_of_sentence : fewest_words);
    }

    /// Where nothing tells how lines are set, as in transcripts: a short line of its own that is numbered, or
    /// right above text.
    [[nodiscard]] bool heads(const Block& block, const Block* next) const {
        if (block.kind != BlockKind::paragraph || block.font_size > 0 || block.lines.size() != 1)
            return false;
        if (is_text(block) || ends_sentence(block.text) || block.text.ends_with(',')) return false;
        const auto begin = block.text.find_first_not_of("0123456789. ");
        if (begin == std::string::npos) return false;
        if (!unicode::starts_with_upper(std::string_view(block.text).substr(begin))) return false;
        return begin > 0 || (next != nullptr && next->kind != BlockKind::heading && is_text(*next));
    }

    [[nodiscard]] bool is_fact(const std::string& text) const {
        return std::any_of(facts_.begin(), facts_.end(), [&](const auto& fact) {
            return text == fact.second || text == fact.first ||
                   (text.starts_with(fact.first) && text.ends_with(fact.second));
        });
    }

    const std::vector<std::pair<std::string, std::string>>& facts_;
    const rules::RuleSet& rules_;
    std::vector<Chapter> found_;
    std::vector<Chapter> waiting_; ///< headings right above the open one
    Chapter open_{.heading = {}, .page = 0, .paragraphs = {}};
    bool of_section_ = false; ///< nothing stands between the open heading and what comes
    bool lists_contents_ = false;
};

} // namespace

std::vector<Chapter> extract_chapters(const Blocks& blocks, const std::vector<AreaSpan>& spans,
                                      const std::vector<std::pair<std::string, std::string>>& facts,
                                      const rules::Knowledge& knowledge) {
    std::vector<bool> of_area(blocks.size());
    for (const auto& span : spans)
        std::fill(of_area.begin() + static_cast<std::ptrdiff_t>(span.first),
                  of_area.begin() + static_cast<std::ptrdiff_t>(span.last), true);
    Chapters chapters(facts, knowledge.rules);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (of_area[i])
            chapters.end();
        else
            chapters.add(blocks[i], i + 1 < blocks.size() && !of_area[i + 1] ? &blocks[i + 1] : nullptr);
    }
    return chapters.take();
}

} // namespace kompass
