#include "account/area_view.h"

#include "account/text_faults.h"
#include "model/figure_row.h"
#include "model/instrument.h"
#include "model/printed_tokens.h"
#include "text/tokens.h"
#include "text/unicode.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace kompass::account {

namespace {

/// "S T Y R K O R" -> "STYRKOR".
std::string unspaced(std::string_view text) {
    const auto tokens = text::tokens(text);
    const bool spaced =
        tokens.size() >= 5 && std::all_of(tokens.begin(), tokens.end(), [](const auto& token) {
            return unicode::code_points(token).size() == 1;
        });
    if (!spaced) return std::string(text);
    std::string joined;
    for (const auto& token : tokens)
        joined += token;
    return joined;
}

/// The parts that a line heads: "Styrkor", "Rubriker", or several columns at once.
std::vector<PartKind> headed(std::string_view text, const rules::RuleSet& rules) {
    constexpr std::size_t longest = 80; // bytes
    text = text::trimmed(text);
    if (text.empty() || text.size() > longest) return {};
    const auto line = unspaced(text);
    if (const auto list = list_headed(line, rules)) return {*list};
    if (rules.matches("box_head", line) || rules.matches("box_topics_head", line)) return {PartKind::box};
    std::vector<PartKind> parts;
    for (const auto& token : text::tokens(line)) {
        const auto list = list_headed(token, rules);
        if (!list) return {};
        parts.push_back(*list);
    }
    return parts;
}

/// The line begins with the head of one list and ends with that of another: heads that stood side by side,
/// not all of which were understood.
bool holds_heads(std::string_view text, const rules::RuleSet& rules) {
    const auto tokens = text::tokens(text);
    constexpr std::size_t most = 8; // words: of two heads, and of one between them
    if (tokens.size() < 2 || tokens.size() > most) return false;
    for (std::size_t end = 1; end < tokens.size(); ++end) {
        const auto first = list_headed(text::with_blanks(tokens, 0, end), rules);
        for (auto begin = end; first && begin < tokens.size(); ++begin) {
            const auto second = list_headed(text::with_blanks(tokens, begin, tokens.size()), rules);
            if (second && second != first) return true;
        }
    }
    return false;
}

bool reads_like_a_sentence_end(std::string_view text) {
    text = text::trimmed(text);
    while (!text.empty() && (text.back() == ')' || text.back() == '"' || text.back() == '\''))
        text.remove_suffix(1);
    return text.ends_with('.') || text.ends_with('?') || text.ends_with('!') || text.ends_with(':') ||
           text.ends_with("”") || text.ends_with("…");
}

/// "… av kommunen. Det är ännu": one sentence ends and another begins.
bool holds_sentence_end(const std::vector<std::string>& tokens) {
    for (std::size_t i = 1; i < tokens.size(); ++i)
        if (tokens[i - 1].size() > 3 && tokens[i - 1].ends_with('.') && unicode::starts_with_upper(tokens[i]))
            return true;
    return false;
}

/// A whole sentence or more of running text, of which a page's end may have cut the last one.
bool is_prose(std::string_view text) {
    constexpr std::size_t fewest_words = 10;
    const auto tokens = text::tokens(text);
    return !unicode::starts_with_lower(text) && tokens.size() >= fewest_words &&
           (reads_like_a_sentence_end(text) || holds_sentence_end(tokens));
}

class Viewing {
public:
    explicit Viewing(const Sight& sight) : sight_(sight), views_(area_count) {
        for (int number = 1; number <= area_count; ++number)
            views_[static_cast<std::size_t>(number - 1)].number = number;
        for (const auto& area : sight.record.areas)
            if (auto* view = at(area.number)) view->area = &area;
        for (const auto& span : sight.spans)
            if (auto* view = at(span.number)) view->span = &span;
        area_at_.resize(sight.blocks.size());
        for (const auto& span : sight.spans)
            std::fill(area_at_.begin() + static_cast<std::ptrdiff_t>(span.first),
                      area_at_.begin() + static_cast<std::ptrdiff_t>(span.last), span.number);
    }

    std::vector<AreaView> all() {
        extents_ = extents_of_items();
        for (std::size_t h = 0; h < sight_.held.holders.size(); ++h)
            look_at(h);
        look_for_short_lines();
        look_for_room();
        return std::move(views_);
    }

private:
    AreaView* at(int number) {
        return number >= 1 && number <= area_count ? &views_[static_cast<std::size_t>(number - 1)] : nullptr;
    }

    void look_at(std::size_t h) {
        const auto& holder = sight_.held.holders[h];
        const auto& claim = sight_.claims[h];
        const auto& block = sight_.blocks[holder.block];
        auto* view = at(area_at_[holder.block]);
        if (view == nullptr) return;
        const bool claimed = claim.use == Use::claimed;
        if (claim.part == PartKind::title) begin_area();
        if (!claimed && !holder.is_cell() && sight_.knowledge.rules.matches("caption", holder.text)) return;
        if (!holder.is_cell() && ends_last_text(holder.text)) {
            if (view->behind_box == std::vector{last_text_}) view->behind_box.clear();
            unfinished_ = false;
            return;
        }
        if (claim.part && !claim.is_head && claimed && claim.area == view->number)
            ++view->values[*claim.part];
        count_heads(holder, block, *view);
        if (!holder.is_cell() && has_points(holder.text, *view)) view->tells_points = true;
        if (claimed && is_list(claim.part)) {
            // A list whose head stands behind another list that nothing claims lacks what stands there.
            if (claim.is_head && loose_item_ != kNowhere) view->beside_lists.push_back(loose_item_);
            after_list_ = !claim.is_head;
            after_box_ = false;
        } else if (claimed && claim.part == PartKind::box) {
            after_box_ = true;
        } else if (holder.is_cell()) {
            look_at_cell(h, claim, *view);
        } else if (!claimed) {
            look_at_text(h, claim, block, *view);
        }
        // "Underlaget består av:" announces a list of its own.
        if (block.kind != BlockKind::list_item) announced_ = text::trimmed(holder.text).ends_with(':');
        const bool loose = !claimed && !claim.recurs && block.kind == BlockKind::list_item && !announced_;
        loose_item_ = loose ? h : kNowhere;
    }

    /// A paragraph that a page's end cut in two goes on in lower case, whatever its end is taken for.
    [[nodiscard]] bool ends_last_text(std::string_view text) const {
        return unfinished_ && unicode::starts_with_lower(text) && reads_like_a_sentence_end(text);
    }

    void begin_area() {
        unfinished_ = false;
        after_list_ = false;
        after_box_ = false;
    }

    static bool is_list(const std::optional<PartKind>& part) {
        return part == PartKind::strengths || part == PartKind::improvements || part == PartKind::weaknesses;
    }

    void look_at_cell(std::size_t h, const Claim& claim, AreaView& view) {
        const auto& table = sight_.blocks[sight_.held.holders[h].block].table;
        // Figures alone are no finding.
        if (claim.use == Use::unclaimed && unicode::has_letter(sight_.held.holders[h].text) &&
            !stands_with_figures(h))
            (is_running_text(table) ? view.stray_texts : view.stray_lists).push_back(h);
        after_list_ = false;
        after_box_ = false;
    }

    /// In a row of a table of figures: what that may lack are scores, not findings; but for the row that is
    /// another area's heading.
    [[nodiscard]] bool stands_with_figures(std::size_t h) const {
        const auto& holder = sight_.held.holders[h];
        const auto& table = sight_.blocks[holder.block].table;
        if (table.figures == 0 || heads_area(table, table.rows[holder.row])) return false;
        const auto figures = FigureRow(table.rows[holder.row]).figures();
        return (table.has_head && holder.row == 0) ||
               std::any_of(figures.begin(), figures.end(),
                           [](const TableCell& cell) { return !cell.text.empty(); });
    }

    /// The one row of the table that does; a table of all areas' points has many.
    [[nodiscard]] bool heads_area(const Table& table, const TableRow& row) const {
        const auto names = [&](const TableRow& one) {
            return area_named_in(FigureRow(one).wording().text, sight_.knowledge) != 0;
        };
        return names(row) && std::count_if(table.rows.begin(), table.rows.end(), names) == 1;
    }

    /// Prose in columns that was read as a table: it holds what is too long for an item, and
    /// sentences for the most part.
    [[nodiscard]] static bool is_running_text(const Table& table) {
        std::size_t all = 0;
        std::size_t running = 0;
        bool too_long = false;
        const auto count = [&](std::string_view text) {
            const auto words = text::tokens(text).size();
            all += words;
            if (words > kLongestItem) too_long = true;
            if (words > kLongestItem || is_prose(text)) running += words;
        };
        for (const auto& row : table.rows)
            for (const auto& cell : row) {
                if (cell.items.empty()) count(cell.text);
                for (const auto& item : cell.items)
                    count(item);
            }
        return too_long && running * 4 > all * 3;
    }

    void look_at_text(std::size_t h, const Claim& claim, const Block& block, AreaView& view) {
        const auto text = sight_.held.holders[h].text;
        if (is_of_next_head(sight_.held.holders[h])) return;
        const bool lower = unicode::starts_with_lower(text);
        const bool broken = lower && (block.kind == BlockKind::heading || !unfinished_);
        if (block.kind == BlockKind::heading || claim.recurs) {
            const bool labels = claim.recurs || sight_.knowledge.rules.matches("figure_head", text);
            if (broken && !labels && may_be_of_list(h, view)) view.broken_texts.push_back(h);
            if (holds_heads(text, sight_.knowledge.rules)) view.beside_lists.push_back(h);
            after_list_ = false;
            return;
        }
        unfinished_ = !reads_like_a_sentence_end(text);
        last_text_ = h;
        const bool prose = block.kind == BlockKind::paragraph && is_prose(text);
        constexpr std::size_t longest_heading = 12; // words
        const bool may_be_heading =
            block.kind == BlockKind::list_item ||
            (!reads_like_a_sentence_end(text) && text::tokens(text).size() < longest_heading);
        if (after_box_ && may_be_heading) view.behind_box.push_back(h);
        after_box_ = false;
        // Until another head, what stands behind a list is of the list, unless it is plainly running text.
        const bool announced = announced_ && block.kind == BlockKind::list_item;
        const bool of_list = !announced && may_be_of_list(h, view);
        if ((after_list_ && !prose && of_list) || begins_with_head(text))
            view.beside_lists.push_back(h);
        else if (claim.use == Use::unclaimed)
            view.stray_texts.push_back(h);
        else if (block.kind == BlockKind::paragraph && broken && of_list)
            view.broken_texts.push_back(h);
    }

    /// The head of a table stands at a page's foot, in pieces, and again where its rows begin overleaf.
    [[nodiscard]] bool is_of_next_head(const Holder& holder) const {
        const auto& blocks = sight_.blocks;
        constexpr std::size_t most = 4; // pieces: of as many columns
        const auto begin = blocks.begin() + static_cast<std::ptrdiff_t>(holder.block);
        const auto end =
            blocks.begin() + static_cast<std::ptrdiff_t>(std::min(blocks.size(), holder.block + most + 1));
        const auto next =
            std::find_if(begin, end, [](const Block& block) { return block.kind == BlockKind::table; });
        if (next == end || !next->table.has_head) return false;
        std::vector<std::string> words;
        for (const auto& cell : next->table.rows.front())
            for (auto& word : text::tokens(cell.text))
                words.push_back(std::move(word));
        const auto tokens = text::tokens(holder.text);
        return std::all_of(tokens.begin(), tokens.end(), [&](const std::string& token) {
            return std::find(words.begin(), words.end(), token) != words.end();
        });
    }

    /// "Styrkor • Verksamheterna arbetar …": a head that was run together with what it heads.
    [[nodiscard]] bool begins_with_head(std::string_view text) const {
        const auto tokens = text::tokens(text);
        return tokens.size() > 1 && unicode::starts_with_upper(tokens[0]) &&
               !unicode::starts_with_lower(tokens[1]) && list_headed(tokens[0], sight_.knowledge.rules);
    }

    void count_heads(const Holder& holder, const Block& block, AreaView& view) {
        const auto& rules = sight_.knowledge.rules;
        for (const auto part : headed(holder.text, rules))
            ++view.heads[part];
        if (holder.is_cell() || block.lines.size() < 2) return;
        for (const auto& line : block.lines)
            for (const auto part : headed(line.text, rules))
                ++view.heads[part];
    }

    /// A short text that says the area's points: "43", "Poäng: 43 av 100".
    [[nodiscard]] static bool has_points(std::string_view text, const AreaView& view) {
        if (view.area == nullptr || !view.area->total.points) return false;
        const auto tokens = text::tokens(text);
        constexpr std::size_t most = 6;
        return tokens.size() <= most &&
               std::any_of(tokens.begin(), tokens.end(), [&](const std::string& token) {
                   const auto figure = printed::figure(token);
                   return figure && figure->value == view.area->total.points;
               });
    }

    /// A line of a claimed holder.
    struct Line {
        double x0 = 0, x1 = 0, y = 0, first_width = 0, size = 0;
        std::string_view first;  ///< word
        std::size_t letters = 0; ///< of the holder before the line
        int page = 0;
    };

    /// From the top down: a file may hold the words of a column in any order.
    static std::vector<Line> lines_of(std::vector<const HeldWord*> words) {
        std::stable_sort(words.begin(), words.end(), [](const HeldWord* a, const HeldWord* b) {
            return std::pair{a->page, a->word->box.y1} < std::pair{b->page, b->word->box.y1};
        });
        std::vector<Line> lines;
        std::size_t letters = 0;
        for (const auto* held : words) {
            const auto& box = held->word->box;
            const bool goes_on = !lines.empty() && lines.back().page == held->page &&
                                 box.y1 - lines.back().y <= box.height() / 2;
            if (!goes_on)
                lines.push_back(
                    {box.x0, box.x1, box.y1, box.width(), box.height(), held->text, letters, held->page});
            auto& line = lines.back();
            if (box.x0 < line.x0) {
                line.x0 = box.x0;
                line.first_width = box.width();
                line.first = held->text;
            }
            line.x1 = std::max(line.x1, box.x1);
            letters += squeezed(held->text).size();
        }
        return lines;
    }

    /// By holder.
    [[nodiscard]] std::map<std::size_t, std::vector<Line>> claimed_lines() const {
        std::map<std::size_t, std::vector<const HeldWord*>> words;
        for (const auto& held : sight_.held.words) {
            if (held.holder == kNowhere || held.word == nullptr) continue;
            const auto& claim = sight_.claims[held.holder];
            if (claim.use != Use::claimed || claim.is_head || !claim.part || *claim.part == PartKind::title)
                continue;
            if (labels_rows(sight_.held.holders[held.holder])) continue;
            words[held.holder].push_back(&held);
        }
        std::map<std::size_t, std::vector<Line>> lines;
        for (auto& [holder, list] : words)
            lines[holder] = lines_of(std::move(list));
        return lines;
    }

    /// Numbers, and the titles of areas that stand over or beside them.
    [[nodiscard]] bool labels_rows(const Holder& holder) const {
        return holder.is_cell() && holder.column == 0 && sight_.blocks[holder.block].table.figures > 0;
    }

    /// Where items of the list end in a holder that is a paragraph of several, in letters.
    [[nodiscard]] std::vector<std::size_t> ends_of_items(std::size_t holder) const {
        const auto& claim = sight_.claims[holder];
        const auto area = std::find_if(sight_.record.areas.begin(), sight_.record.areas.end(),
                                       [&](const Area& a) { return a.number == claim.area; });
        if (!is_list(claim.part) || area == sight_.record.areas.end()) return {};
        const auto whole = squeezed(sight_.held.holders[holder].text);
        std::vector<std::size_t> ends;
        std::size_t eaten = 0;
        for (const auto& finding : list_of(*area, *claim.part)) {
            const auto item = squeezed(finding.raw.empty() ? finding.text : finding.raw);
            if (!std::string_view(whole).substr(eaten).starts_with(item)) continue;
            eaten += item.size();
            ends.push_back(eaten);
        }
        return ends;
    }

    /// Give or take what joining a hyphenated word leaves out.
    [[nodiscard]] static bool ends_near(const std::vector<std::size_t>& ends, std::size_t at) {
        constexpr std::size_t few = 3; // letters
        return std::any_of(ends.begin(), ends.end(),
                           [&](std::size_t end) { return end < at + few && at < end + few; });
    }

    /// How far lines reach that begin where this one does, but for an indent: a page may have columns.
    static double edge_of(const std::vector<const Line*>& lines, const Line& line) {
        constexpr double widest_indent = 4; // heights of a line
        double edge = line.x1;
        for (const auto* other : lines)
            if (std::abs(other->x0 - line.x0) < widest_indent * line.size) edge = std::max(edge, other->x1);
        return edge;
    }

    /// A line that ended though the next word had room was ended on purpose: what follows in capitals is
    /// another item.
    void look_for_short_lines() {
        const auto lines = claimed_lines();
        std::map<std::pair<std::size_t, std::size_t>, std::vector<const Line*>> columns; // of a block's
        const auto column_of = [&](std::size_t holder) {
            const auto& h = sight_.held.holders[holder];
            return std::pair{h.is_cell() ? h.block : kNowhere, h.column};
        };
        for (const auto& [holder, list] : lines)
            for (const auto& line : list)
                columns[column_of(holder)].push_back(&line);
        for (const auto& [holder, list] : lines) {
            const auto ends = ends_of_items(holder);
            for (std::size_t i = 1; i < list.size(); ++i) {
                const double room = edge_of(columns[column_of(holder)], list[i - 1]) - list[i - 1].x1;
                const bool has_room = room >= list[i].first_width + 1.5 * list[i].size;
                // Of several items in one paragraph the capitals tell where each begins.
                const bool ended = unicode::starts_with_upper(list[i].first) && (has_room || ends.size() > 1);
                if (!ended || ends_near(ends, list[i].letters)) continue;
                if (auto* view = at(sight_.claims[holder].area)) view->lines_cut_short.push_back(holder);
                break;
            }
        }
    }

    // ---- Room for a heading ----

    struct Extent {
        std::size_t holder = kNowhere;
        int page = 0; ///< the box is that of the holder's words on this page, its first or last
        Box first, last;
        int last_page = 0;
        double line = 0; ///< height of a word
    };

    /// Where the words of each item of a list stand, in the order of holders.
    [[nodiscard]] std::vector<Extent> extents_of_items() const {
        std::map<std::size_t, Extent> extents;
        for (const auto& held : sight_.held.words) {
            if (held.holder == kNowhere || held.word == nullptr) continue;
            const auto& claim = sight_.claims[held.holder];
            if (claim.use != Use::claimed || claim.is_head || !is_list(claim.part)) continue;
            const auto& box = held.word->box;
            const auto [at, is_new] =
                extents.try_emplace(held.holder, Extent{held.holder, held.page, box, box, held.page, 0});
            auto& extent = at->second;
            extent.line = std::max(extent.line, box.height());
            if (held.page == extent.page) extent.first = extent.first.united(box);
            if (held.page != extent.last_page) extent.last = box;
            extent.last = extent.last.united(box);
            extent.last_page = held.page;
        }
        std::vector<Extent> list;
        list.reserve(extents.size());
        for (auto& [holder, extent] : extents)
            list.push_back(extent);
        return list;
    }

    /// The text stands where an item of a list of the area may go on: close to one, on its page or over a
    /// page's end, in type of its size. Of a transcript that cannot be seen.
    [[nodiscard]] bool may_be_of_list(std::size_t h, const AreaView& view) const {
        const auto& holder = sight_.held.holders[h];
        if (sight_.document.kind == SourceKind::transcript || holder.places == nullptr) return true;
        return std::any_of(extents_.begin(), extents_.end(), [&](const Extent& item) {
            if (sight_.claims[item.holder].area != view.number) return false;
            return are_set_alike(sight_.blocks[holder.block],
                                 sight_.blocks[sight_.held.holders[item.holder].block]) &&
                   std::any_of(holder.places->begin(), holder.places->end(),
                               [&](const Place& place) { return is_close(place, item); });
        });
    }

    [[nodiscard]] static bool is_close(const Place& place, const Extent& item) {
        constexpr double lines = 2;
        if (!place.box) return true;
        const auto gap = [&](const Box& box) {
            return std::max(place.box->y0 - box.y1, box.y0 - place.box->y1);
        };
        if (place.page == item.page && gap(item.first) < lines * item.line) return true;
        if (place.page == item.last_page && gap(item.last) < lines * item.line) return true;
        return place.page == item.last_page + 1 || place.page == item.page - 1;
    }

    /// A table's rows are as high as their highest cell: what room its cells leave says nothing.
    [[nodiscard]] bool in_one_list(std::size_t a, std::size_t b) const {
        const auto& before = sight_.held.holders[a];
        const auto& behind = sight_.held.holders[b];
        if (!before.is_cell() && !behind.is_cell()) return true;
        return before.block == behind.block && before.row == behind.row && before.column == behind.column;
    }

    /// Items of another list stand beside the room between the two: they may have made it.
    [[nodiscard]] bool filled_beside(const std::vector<Extent>& extents, const Extent& a,
                                     const Extent& b) const {
        return std::any_of(extents.begin(), extents.end(), [&](const Extent& other) {
            const auto stands_in = [&](const Box& box, int page) {
                return page == b.page && box.y0 < b.first.y0 && box.y1 > a.last.y1 &&
                       (box.x1 < b.first.x0 || box.x0 > b.first.x1);
            };
            return sight_.claims[other.holder].part != sight_.claims[b.holder].part &&
                   (stands_in(other.first, other.page) || stands_in(other.last, other.last_page));
        });
    }

    /// Items of one list with more room between them than others have, and a line more: a heading that was
    /// not read may have stood there.
    void look_for_room() {
        const auto& extents = extents_;
        std::vector<std::pair<double, const Extent*>> rooms;
        for (std::size_t i = 1; i < extents.size(); ++i) {
            const auto& a = extents[i - 1];
            const auto& b = extents[i];
            const auto& before = sight_.claims[a.holder];
            const auto& behind = sight_.claims[b.holder];
            if (before.part != behind.part || before.area != behind.area || a.last_page != b.page) continue;
            if (!in_one_list(a.holder, b.holder)) continue;
            const bool below = b.first.x0 < a.last.x1 && a.last.x0 < b.first.x1 && b.first.y0 > a.last.y0;
            if (below && !filled_beside(extents, a, b)) rooms.emplace_back(b.first.y0 - a.last.y1, &b);
        }
        if (rooms.empty()) return;
        const auto middle = rooms.begin() + static_cast<std::ptrdiff_t>(rooms.size() / 2);
        std::nth_element(rooms.begin(), middle, rooms.end());
        const double usual = middle->first;
        for (const auto& [room, extent] : rooms)
            if (room > usual + 1.3 * extent->line)
                if (auto* view = at(sight_.claims[extent->holder].area))
                    view->behind_room.push_back(extent->holder);
    }

    const Sight& sight_;
    std::vector<AreaView> views_;
    std::vector<int> area_at_;
    std::vector<Extent> extents_;
    bool after_list_ = false, after_box_ = false; ///< no head or running text has stood since
    bool unfinished_ = false; ///< the last text of the area did not end as a sentence does
    std::size_t last_text_ = kNowhere;
    std::size_t loose_item_ = kNowhere; ///< the item of a list, just before, that nothing claims
    bool announced_ = false;            ///< the last text that is no item ends in ":"
};

} // namespace

Sight sight_of(const Document& document, const Blocks& blocks, std::vector<AreaSpan> spans,
               const Record& record, const rules::Knowledge& knowledge) {
    Sight sight{document, blocks, record, knowledge, std::move(spans), holdings(document, blocks), {}, {}};
    sight.claims = claims(sight.held.holders, blocks, sight.spans, record, knowledge);
    sight.ledger = ledger(document, blocks, sight.held, sight.claims, knowledge.rules);
    return sight;
}

const std::vector<Finding>& list_of(const Area& area, PartKind kind) {
    if (kind == PartKind::strengths) return area.strengths;
    return kind == PartKind::improvements ? area.improvements : area.weaknesses;
}

std::vector<AreaView> area_views(const Sight& sight) {
    return Viewing(sight).all();
}

} // namespace kompass::account
