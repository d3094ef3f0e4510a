#include "extractors/scoring_part.h"

#include "extractors/area_rows.h"
#include "model/instrument.h"
#include "text/tokens.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace kompass {
namespace {

/// Whose a score table is.
enum class Side { open, own, other };

/// Blocks [first, last) under a heading that names another model.
struct Chapter {
    std::size_t first = 0, last = 0;
};

bool names_area(const Block& block, const rules::Knowledge& knowledge) {
    return area_named_by(block, knowledge) != 0;
}

/// How deep the number with which a heading begins is: "5." is 1, "5.2" is 2; 0 without one.
std::size_t depth_of(std::string_view heading) {
    heading = text::trimmed(heading);
    auto number = heading.substr(0, heading.find(' '));
    while (number.ends_with('.'))
        number.remove_suffix(1);
    const bool digits = !number.empty() && number.find_first_not_of("0123456789.") == std::string_view::npos;
    return digits ? 1 + static_cast<std::size_t>(std::count(number.begin(), number.end(), '.')) : 0;
}

/// The heading is of the level of the one that begins a chapter, or of a higher one.
bool ends_chapter(const Block& block, const Block& beginning, const rules::Knowledge& knowledge) {
    if (block.kind != BlockKind::heading || names_area(block, knowledge)) return false;
    const auto depth = depth_of(block.text);
    const auto first = depth_of(beginning.text);
    if (depth > 0 && first > 0) return depth <= first;
    constexpr double same_type = 0.97; // of the size
    if (block.font_size > 0 && beginning.font_size > 0)
        return block.font_size >= same_type * beginning.font_size;
    return depth > 0 || first == 0;
}

std::vector<Chapter> chapters_of(const Blocks& blocks, const std::vector<ScoringMark>& marks,
                                 const std::vector<AreaSpan>& spans, ScoringMark other,
                                 const rules::Knowledge& knowledge) {
    std::set<std::size_t> area_texts;
    for (const auto& span : spans)
        area_texts.insert(span.first);
    std::vector<Chapter> chapters;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (blocks[i].kind != BlockKind::heading || marks[i] != other) continue;
        Chapter chapter{i, i + 1};
        const auto goes_on = [&](std::size_t at) {
            const bool another = marks[at] != other && marks[at] != ScoringMark::none;
            const bool next = knowledge.rules.matches("chapter_head", blocks[at].text) &&
                              blocks[at].kind != BlockKind::table && !names_area(blocks[at], knowledge) &&
                              marks[at] != other;
            return !area_texts.contains(at) && !another && !next &&
                   !ends_chapter(blocks[at], blocks[i], knowledge);
        };
        while (chapter.last < blocks.size() && goes_on(chapter.last))
            ++chapter.last;
        chapters.push_back(chapter);
        i = chapter.last - 1;
    }
    return chapters;
}

class Sorting {
public:
    Sorting(const Blocks& blocks, const std::vector<AreaSpan>& spans, const std::vector<ScoreTable>& tables,
            const rules::Knowledge& knowledge)
        : blocks_(blocks), spans_(spans), tables_(tables), knowledge_(knowledge),
          marks_(scoring_marks(blocks, knowledge.rules)), sides_(tables.size(), Side::open) {}

    std::optional<ScoringPart> part() {
        find_editions();
        sort_by_marks();
        sort_by_titles();
        settle_marked();
        sort_continuations();
        sort_seconds();
        sort_by_order();
        if (!stands()) return std::nullopt;
        return made();
    }

private:
    /// The mark of the text right above a table: its captions, or the heading of its place.
    [[nodiscard]] ScoringMark caption_of(std::size_t table) const {
        constexpr std::size_t farthest = 3; // blocks
        if (marks_[table] != ScoringMark::none) return marks_[table];
        for (std::size_t back = 1; back <= farthest && back <= table; ++back) {
            const auto at = table - back;
            if (blocks_[at].kind == BlockKind::table) break;
            if (marks_[at] != ScoringMark::none) return marks_[at];
        }
        return ScoringMark::none;
    }

    [[nodiscard]] ScoringMark mark_of(std::size_t table) const {
        for (const auto& chapter : chapters_)
            if (table > chapter.first && table < chapter.last) return other_;
        return caption_of(table);
    }

    void sort_by_marks() {
        chapters_ = chapters_of(blocks_, marks_, spans_, other_, knowledge_);
        for (std::size_t t = 0; t < tables_.size(); ++t) {
            const auto mark = mark_of(tables_[t].block);
            if (mark != ScoringMark::none) sides_[t] = mark == other_ ? Side::other : Side::own;
        }
        marked_ = sides_;
    }

    /// The editions that title the table's areas so, or else ask its questions; all that say nothing are
    /// left out.
    [[nodiscard]] std::set<std::string> editions_of(const ScoreTable& table) const {
        std::set<std::string> found;
        const auto add = [&](const std::vector<const rules::Edition*>& editions) {
            for (const auto* edition : editions)
                found.insert(edition->id);
        };
        for (const auto& [number, area] : table.areas) {
            std::vector<rules::EditionEvidence::AskedQuestion> asked;
            for (const auto& question : area.questions)
                asked.push_back({question.number, question.text});
            add(knowledge_.editions.with_title(number, area.table_title.value_or(title_above(table.block))));
            const auto asking = knowledge_.editions.asking(asked);
            std::set<std::string> narrowed;
            for (const auto* edition : asking)
                if (found.empty() || found.contains(edition->id)) narrowed.insert(edition->id);
            if (!narrowed.empty()) found = std::move(narrowed);
        }
        return found;
    }

    [[nodiscard]] std::string title_above(std::size_t table) const {
        if (table == 0 || !names_area(blocks_[table - 1], knowledge_)) return {};
        const auto text = text::trimmed(blocks_[table - 1].text);
        const auto letter = text.find_first_not_of("0123456789. \t");
        return letter == std::string_view::npos ? std::string() : std::string(text.substr(letter));
    }

    /// How many areas are decided between two editions, on either side.
    struct Split {
        std::set<int> own, other;

        [[nodiscard]] std::size_t least() const { return std::min(own.size(), other.size()); }
        [[nodiscard]] std::size_t common() const {
            return static_cast<std::size_t>(
                std::count_if(own.begin(), own.end(), [&](int area) { return other.contains(area); }));
        }
    };

    [[nodiscard]] Split split(const std::string& own, const std::string& other) const {
        Split found;
        for (std::size_t t = 0; t < tables_.size(); ++t) {
            const bool is_own = editions_[t].contains(own);
            if (is_own == editions_[t].contains(other)) continue;
            for (const auto& [number, area] : tables_[t].areas)
                (is_own ? found.own : found.other).insert(number);
        }
        return found;
    }

    /// The two editions of which both have most areas of their own, the later one first.
    void find_editions() {
        editions_.reserve(tables_.size());
        for (const auto& table : tables_)
            editions_.push_back(editions_of(table));
        for (const auto& later : knowledge_.editions.all())
            for (const auto& earlier : knowledge_.editions.all()) {
                if (earlier.first_year >= later.first_year) continue;
                const auto found = split(later.id, earlier.id);
                if (std::pair(found.least(), found.own.size() + found.other.size()) <=
                    std::pair(split_.least(), split_.own.size() + split_.other.size()))
                    continue;
                split_ = found;
                own_edition_ = later.id;
                other_edition_ = earlier.id;
            }
        // The texts on the areas are about the report's own scores.
        std::ptrdiff_t lead = 0;
        for (const auto& span : spans_)
            for (const auto* edition : knowledge_.editions.with_title(span.number, span.title))
                lead += edition->id == own_edition_ ? 1 : edition->id == other_edition_ ? -1 : 0;
        if (lead >= 0) return;
        std::swap(own_edition_, other_edition_);
        other_ = ScoringMark::revised;
    }

    void sort_by_titles() {
        constexpr std::size_t fewest = 3; // areas: fewer may be titles that drifted
        const bool marked =
            std::any_of(sides_.begin(), sides_.end(), [](Side side) { return side != Side::open; });
        if (split_.least() < fewest || (!marked && split_.common() < fewest)) return;
        for (std::size_t t = 0; t < tables_.size(); ++t) {
            const bool own = editions_[t].contains(own_edition_);
            if (own == editions_[t].contains(other_edition_)) continue;
            titled_[t] = own ? Side::own : Side::other;
            if (sides_[t] == Side::open) sides_[t] = titled_[t];
        }
    }

    [[nodiscard]] bool shares_area(const ScoreTable& a, const ScoreTable& b) const {
        return std::any_of(a.areas.begin(), a.areas.end(),
                           [&](const auto& area) { return b.areas.contains(area.first); });
    }

    [[nodiscard]] bool has_area_of(const ScoreTable& table, Side side) const {
        for (std::size_t t = 0; t < tables_.size(); ++t)
            if (&tables_[t] != &table && sides_[t] == side && shares_area(tables_[t], table)) return true;
        return false;
    }

    /// A mark may reach too far: a table that is titled as the report's own, and is its only one of the
    /// area, is its own.
    void settle_marked() {
        for (std::size_t t = 0; t < tables_.size(); ++t) {
            const auto titled = titled_.find(t);
            if (titled == titled_.end() || marked_[t] == Side::open || titled->second == sides_[t]) continue;
            if (!has_area_of(tables_[t], titled->second)) sides_[t] = titled->second;
        }
    }

    [[nodiscard]] static bool asks_the_same(const Area& a, const Area& b) {
        return std::any_of(a.questions.begin(), a.questions.end(), [&](const Question& question) {
            return std::any_of(b.questions.begin(), b.questions.end(),
                               [&](const Question& other) { return other.number == question.number; });
        });
    }

    /// The last area of a table goes on in the next, with other questions.
    void sort_continuations() {
        for (std::size_t t = 1; t < tables_.size(); ++t) {
            if (sides_[t] != Side::open) continue;
            const auto& before = *tables_[t - 1].areas.rbegin();
            const auto& now = *tables_[t].areas.begin();
            if (before.first == now.first && !asks_the_same(before.second, now.second))
                sides_[t] = sides_[t - 1];
        }
    }

    /// The second table of an area, where one is decided.
    void sort_seconds() {
        const bool any = std::count(sides_.begin(), sides_.end(), Side::other) > 0;
        for (std::size_t t = 0; any && t < tables_.size(); ++t) {
            if (sides_[t] != Side::open) continue;
            const bool own = has_area_of(tables_[t], Side::own);
            const bool other = has_area_of(tables_[t], Side::other);
            if (own != other) sides_[t] = own ? Side::other : Side::own;
        }
    }

    /// Pairs of which nothing is decided stand in the order of the others.
    void sort_by_order() {
        int own_first = 0;
        int other_first = 0;
        std::map<int, std::pair<std::size_t, Side>> seen;
        for (std::size_t t = 0; t < tables_.size(); ++t)
            for (const auto& [number, area] : tables_[t].areas) {
                if (sides_[t] == Side::open) continue;
                const auto [place, is_new] = seen.try_emplace(number, t, sides_[t]);
                if (!is_new && place->second.second != sides_[t])
                    ++(place->second.second == Side::own ? own_first : other_first);
            }
        const bool clear = (own_first == 0) != (other_first == 0);
        for (std::size_t t = 0; t < tables_.size(); ++t) {
            if (sides_[t] != Side::open) continue;
            const bool first =
                std::none_of(tables_.begin(), tables_.begin() + static_cast<std::ptrdiff_t>(t),
                             [&](const ScoreTable& table) { return shares_area(table, tables_[t]); });
            const bool alone = !has_area_of(tables_[t], Side::own) && !has_area_of(tables_[t], Side::other) &&
                               !has_area_of(tables_[t], Side::open);
            sides_[t] = !clear || alone || first == (own_first > 0) ? Side::own : Side::other;
        }
    }

    [[nodiscard]] std::size_t count_areas(Side side) const {
        std::set<int> areas;
        for (std::size_t t = 0; t < tables_.size(); ++t)
            if (sides_[t] == side)
                for (const auto& [number, area] : tables_[t].areas)
                    areas.insert(number);
        return areas.size();
    }

    /// A table of all areas' points.
    [[nodiscard]] bool is_summary(const Block& block) const {
        if (block.kind != BlockKind::table) return false;
        return block.table.figures > 0 ? count_area_rows(block.table, knowledge_) >= area_count / 2
                                       : !listed_areas(block.table, knowledge_).empty();
    }

    [[nodiscard]] bool is_score_table(std::size_t block) const {
        return std::any_of(tables_.begin(), tables_.end(),
                           [&](const ScoreTable& table) { return table.block == block; });
    }

    [[nodiscard]] bool is_other_summary(std::size_t block) const {
        return is_summary(blocks_[block]) && !is_score_table(block) && mark_of(block) == other_;
    }

    /// There is another scoring, and the report keeps one of its own.
    [[nodiscard]] bool stands() const {
        const auto own = count_areas(Side::own);
        if (const auto other = count_areas(Side::other); other > 0) return 2 * own >= other;
        if (own == 0) return false;
        for (std::size_t b = 0; b < blocks_.size(); ++b)
            if (is_other_summary(b)) return true;
        return false;
    }

    void tell(std::size_t block, ScoringPart& part) const {
        if (!part.label.empty() || marks_[block] == ScoringMark::none) return;
        part.label = blocks_[block].text;
        part.places = blocks_[block].places;
    }

    /// A table, what is its caption, and what heads its area right above it.
    void take(std::size_t table, ScoringPart& part) const {
        part.blocks[table] = true;
        for (auto at = table; at-- > 0 && table - at <= 3;) {
            const auto& block = blocks_[at];
            if (block.kind == BlockKind::table) break;
            const bool caption = marks_[at] == other_;
            const bool title = at + 1 == table && names_area(block, knowledge_) && !begins_area(at);
            if (!caption && !title) continue;
            part.blocks[at] = true;
            tell(at, part);
        }
    }

    [[nodiscard]] bool begins_area(std::size_t block) const {
        return std::any_of(spans_.begin(), spans_.end(),
                           [&](const AreaSpan& span) { return span.first == block; });
    }

    ScoringPart made() const {
        ScoringPart part;
        part.other = other_;
        part.blocks.assign(blocks_.size(), false);
        std::set<std::size_t> inside;
        for (std::size_t t = 0; t < tables_.size(); ++t)
            if (sides_[t] == Side::other) {
                inside.insert(tables_[t].block);
                part.has_tables = true;
            }
        for (std::size_t b = 0; b < blocks_.size(); ++b)
            if (is_other_summary(b)) inside.insert(b);
        for (const auto& chapter : chapters_) {
            const auto within = inside.lower_bound(chapter.first);
            if (within == inside.end() || *within >= chapter.last) continue;
            tell(chapter.first, part);
            for (auto b = chapter.first; b < chapter.last; ++b)
                if (!is_score_table(b)) part.blocks[b] = true;
        }
        for (const auto table : inside)
            take(table, part);
        if (part.places.empty()) part.places = blocks_[*inside.begin()].places;
        return part;
    }

    const Blocks& blocks_;
    const std::vector<AreaSpan>& spans_;
    const std::vector<ScoreTable>& tables_;
    const rules::Knowledge& knowledge_;
    std::vector<std::set<std::string>> editions_; ///< of each table
    Split split_;
    std::string own_edition_, other_edition_;
    ScoringMark other_ = ScoringMark::former;
    std::vector<ScoringMark> marks_;
    std::vector<Chapter> chapters_;
    std::vector<Side> sides_, marked_;
    std::map<std::size_t, Side> titled_;
};

} // namespace

std::optional<ScoringPart> find_other_scoring(const Blocks& blocks, const std::vector<AreaSpan>& spans,
                                              const std::vector<ScoreTable>& tables,
                                              const rules::Knowledge& knowledge) {
    return Sorting(blocks, spans, tables, knowledge).part();
}

Blocks only(const Blocks& blocks, const std::vector<bool>& keep) {
    Blocks kept;
    kept.reserve(blocks.size());
    for (std::size_t i = 0; i < blocks.size(); ++i)
        kept.push_back(keep[i] ? blocks[i] : Block{});
    return kept;
}

} // namespace kompass
