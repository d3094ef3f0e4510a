#include "account/parts.h"

#include "account/text_faults.h"
#include "model/instrument.h"
#include "model/printed_tokens.h"
#include "text/tokens.h"
#include "text/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace kompass::account {

namespace {

constexpr int kMostAreas = 6;   ///< what so many have, all have
constexpr int kFewestFacts = 3; ///< rows of a table of key facts
constexpr std::array kLists = {PartKind::strengths, PartKind::improvements, PartKind::weaknesses};

const char* plain(PartKind kind) {
    return name_of(kind);
}

/// Titles stand in capitals here and there.
std::string compared(std::string_view title) {
    return unicode::lower(squeezed(title));
}

int times(const std::map<PartKind, int>& counts, PartKind kind) {
    const auto found = counts.find(kind);
    return found == counts.end() ? 0 : found->second;
}

class Listing {
public:
    Listing(const Sight& sight, const std::vector<AreaView>& areas, const std::vector<PageFault>& pages)
        : sight_(sight), areas_(areas), pages_(pages) {
        for (const auto& view : areas) {
            if (view.area == nullptr) continue;
            for (const auto kind : kLists)
                if (!list_of(*view.area, kind).empty()) ++having_[kind];
            if (has_box(*view.area)) ++having_[PartKind::box];
            if (!view.area->role_models.empty()) ++having_[PartKind::role_models];
            if (view.tells_points) ++telling_points_;
            if (view.area->total.points) ++summed_;
            for (const auto& question : view.area->questions) {
                ++questions_;
                if (question.score.percent) ++percents_;
                if (question.text.ends_with('?')) ++marked_;
            }
        }
    }

    std::vector<Part> all() {
        for (const auto& view : areas_) {
            title(view);
            box(view);
            score_table(view);
            for (const auto kind : kLists)
                list(view, kind);
            role_models(view);
        }
        history();
        key_facts();
        identity();
        pages();
        return std::move(parts_);
    }

private:
    static bool has_box(const Area& area) { return !area.box_headings.empty() || area.box_points; }

    void add(PartKind kind, int area, PartState state, std::string why) {
        parts_.push_back(
            {kind, area == 0 ? std::nullopt : std::optional(area), std::nullopt, state, std::move(why)});
    }
    void missing(PartKind kind, int area, std::string why) {
        add(kind, area, PartState::missing, std::move(why));
    }
    /// Damaged if there is a reason to say so.
    void found(PartKind kind, int area, std::string fault) {
        const auto state = fault.empty() ? PartState::found : PartState::damaged;
        add(kind, area, state, std::move(fault));
    }

    // ---- Title ----

    void title(const AreaView& view) {
        if (view.area == nullptr || view.area->title.empty())
            missing(PartKind::title, view.number,
                    "every report has eight areas, and no heading of this one was seen");
        else if (view.span == nullptr)
            found(PartKind::title, view.number,
                  "the area's heading was not seen; the title is its score table's");
        else
            found(PartKind::title, view.number, fault_of_title(*view.area));
    }

    [[nodiscard]] std::string fault_of_title(const Area& area) const {
        const auto bare = compared(area.title);
        for (const auto& edition : sight_.knowledge.editions.all())
            for (const auto& known : edition.areas) {
                if (known.number != area.number) continue;
                if (compared(known.title) == bare) return {};
                for (const auto& alias : known.aliases)
                    if (compared(alias) == bare) return {};
            }
        // A title of an unknown edition stands elsewhere in the report as well: in its contents, its tables.
        if (area.table_title && compared(*area.table_title) == bare) return {};
        std::size_t seen = 0;
        for (const auto& block : sight_.blocks)
            if (block.kind != BlockKind::table && block.text.size() < area.title.size() + 40 &&
                compared(block.text).find(bare) != std::string::npos)
                ++seen;
        if (seen >= 2) return {};
        return fmt::format("\"{}\" is no title that is known, and it stands nowhere else in the report",
                           area.title);
    }

    // ---- What every part of an area has in common ----

    /// Why the area's text as a whole is not to be trusted; empty if nothing says so.
    [[nodiscard]] std::string fault_of_span(const AreaView& view) const {
        if (auto lost = fault_of_pages(view); !lost.empty()) return lost;
        // The next area's heading was not seen, and what this one holds is more than one area has.
        if (view.number < 8 && areas_[static_cast<std::size_t>(view.number)].span == nullptr)
            for (const auto& [kind, seen] : view.heads)
                if (seen > usual(kind, view.number))
                    return fmt::format("no heading of area {} was seen, and {} is headed {} times here",
                                       view.number + 1, plain(kind), seen);
        return {};
    }

    /// How often most other areas head the part.
    [[nodiscard]] int usual(PartKind kind, int but) const {
        std::vector<int> seen;
        for (const auto& view : areas_)
            if (view.span != nullptr && view.number != but) seen.push_back(times(view.heads, kind));
        if (seen.empty()) return 1;
        std::nth_element(seen.begin(), seen.begin() + static_cast<std::ptrdiff_t>(seen.size() / 2),
                         seen.end());
        return std::max(1, seen[seen.size() / 2]);
    }

    [[nodiscard]] std::string fault_of_pages(const AreaView& view) const {
        const auto [first, last] = pages_of(view);
        if (first == 0) return {};
        for (const auto& fault : pages_) {
            if (fault.kind == PageFault::Kind::missing) {
                const bool inside = fault.page >= first && fault.page < last;
                const bool at_end = fault.page == last && !begins_afresh(fault.page, view);
                if (inside || at_end) return fault.why;
            } else if (fault.page >= first - 1 && fault.page <= last + 2) {
                return fault.why; // where a page stands wrongly, those beside it are torn apart
            }
        }
        return {};
    }

    /// The first and last page of the area's text; 0 and -1 if it has none.
    [[nodiscard]] std::pair<int, int> pages_of(const AreaView& view) const {
        int first = 0;
        int last = -1;
        if (view.span == nullptr) return {first, last};
        for (auto i = view.span->first; i < view.span->last; ++i)
            for (const auto& place : places_of(sight_.blocks[i])) {
                if (first == 0) first = place.page;
                last = std::max(last, place.page);
            }
        return {first, last};
    }

    [[nodiscard]] static Places places_of(const Block& block) {
        if (block.kind != BlockKind::table || !block.places.empty()) return block.places;
        Places places;
        for (const auto& row : block.table.rows)
            for (const auto& cell : row)
                for (const auto& place : cell.places)
                    add_place(places, place);
        return places;
    }

    /// What follows on the next page is another area or chapter: the area ends with the page, and it holds
    /// what the others hold.
    [[nodiscard]] bool begins_afresh(int page, const AreaView& view) const {
        for (auto i = view.span->first; i < view.span->last; ++i)
            for (const auto& place : places_of(sight_.blocks[i]))
                if (place.page > page) return false;
        for (const auto kind : kLists)
            if (kind != PartKind::weaknesses && list_of(*view.area, kind).empty()) return false;
        return leaves_room(page, view);
    }

    /// What ends well above a page's foot does not go on overleaf.
    [[nodiscard]] bool leaves_room(int page, const AreaView& view) const {
        constexpr double foot = 0.8; // of the page's height
        double lowest = 0;
        for (auto i = view.span->first; i < view.span->last; ++i)
            for (const auto& place : places_of(sight_.blocks[i]))
                if (place.page == page && place.box) lowest = std::max(lowest, place.box->y1);
        const auto found = std::find_if(sight_.document.pages.begin(), sight_.document.pages.end(),
                                        [&](const Page& p) { return p.number == page; });
        return found == sight_.document.pages.end() || lowest <= foot * found->height;
    }

    /// A page is missing that belongs to no area's text: it may have held what a report holds beside its
    /// areas.
    [[nodiscard]] std::string page_lost_outside() const {
        for (const auto& fault : pages_) {
            const bool gone = fault.kind == PageFault::Kind::missing || fault.kind == PageFault::Kind::unread;
            const bool inside = std::any_of(areas_.begin(), areas_.end(), [&](const AreaView& view) {
                const auto [first, last] = pages_of(view);
                return first != 0 && fault.page >= first && fault.page < last;
            });
            if (gone && !inside) return fault.why + "; that page may have held it";
        }
        return {};
    }

    // ---- Points box ----

    void box(const AreaView& view) {
        const int number = view.number;
        const int others = times(having_, PartKind::box);
        if (view.area != nullptr && has_box(*view.area)) {
            found(PartKind::box, number, fault_of_box(view));
            return;
        }
        if (times(view.heads, PartKind::box) > 0)
            missing(PartKind::box, number, "its head was seen, and nothing below it understood");
        else if (others > 0)
            missing(PartKind::box, number, fmt::format("{} other areas have one", others));
        else if (view.span == nullptr)
            missing(PartKind::box, number, "the area's heading was not seen");
        else if (telling_points_ > 0)
            missing(PartKind::box, number, "the area's points stand near its heading");
        else
            add(PartKind::box, number, PartState::not_in_report, "no area has one");
    }

    [[nodiscard]] std::string fault_of_box(const AreaView& view) const {
        const auto& area = *view.area;
        if (area.box_headings.empty()) return "it has no headings";
        if (!area.box_points) return "it has no points";
        if (auto fault = fault_of_headings(area.box_headings, sight_.knowledge.rules); !fault.empty())
            return fault;
        if (cut_short(view, PartKind::box)) return "a heading holds another one";
        if (!view.behind_box.empty())
            return fmt::format("text stands below it without a heading: \"{}\"", text_of(view.behind_box));
        if (is_of_another(area)) return "its points are another area's";
        return fault_of_span(view);
    }

    /// The points are not those of the area's score table but of another's, whose box does not have them.
    [[nodiscard]] bool is_of_another(const Area& area) const {
        if (!area.total.points || *area.total.points == *area.box_points) return false;
        return std::any_of(areas_.begin(), areas_.end(), [&](const AreaView& other) {
            return other.area != nullptr && other.area->total.points == area.box_points &&
                   other.area->box_points != area.box_points;
        });
    }

    [[nodiscard]] bool cut_short(const AreaView& view, PartKind kind) const {
        return std::any_of(view.lines_cut_short.begin(), view.lines_cut_short.end(),
                           [&](std::size_t holder) { return sight_.claims[holder].part == kind; });
    }

    // ---- Score table ----

    void score_table(const AreaView& view) {
        if (view.area == nullptr || view.area->questions.empty())
            missing(PartKind::score_table, view.number, "every area has one");
        else
            found(PartKind::score_table, view.number, fault_of_table(view));
    }

    [[nodiscard]] std::string fault_of_table(const AreaView& view) const {
        const auto& area = *view.area;
        const bool summed = area.total.points && area.total.max;
        if (!summed && summed_ > 0) return "it has no row of sums";
        for (std::size_t i = 0; i < area.questions.size(); ++i) {
            const auto& question = area.questions[i];
            const auto expected = fmt::format("{}.{}", area.number, i + 1);
            if (question.number != expected) return fmt::format("row {} is missing", expected);
            if (!question.score.points || !question.score.max)
                return fmt::format("row {} lacks a figure", expected);
        }
        if (auto fault = fault_of_rows(area); !fault.empty()) return fault;
        const bool most_are_marked = marked_ * 4 >= questions_ * 3;
        for (const auto& question : area.questions)
            if (auto fault = fault_of_question(question, sight_.knowledge.editions, most_are_marked);
                !fault.empty())
                return fault;
        if (cut_short(view, PartKind::score_table)) return "a question holds another text";
        return percents_ > 0 ? fault_of_percents(area) : "";
    }

    /// Where any row of the report has a percent, all have.
    static std::string fault_of_percents(const Area& area) {
        if (area.total.max && !area.total.percent) return "the row of sums lacks its percent";
        for (const auto& question : area.questions)
            if (!question.score.percent) return fmt::format("row {} lacks its percent", question.number);
        return {};
    }

    /// Rows at the table's end are seen to be missing by the maxima and by the edition.
    [[nodiscard]] std::string fault_of_rows(const Area& area) const {
        Decimal maxima;
        for (const auto& question : area.questions)
            maxima += *question.score.max;
        const Decimal all = area.total.max.value_or(points_an_area);
        if (maxima == all || area.questions.size() == usual_rows(area.number)) return {};
        return fmt::format("the rows' maxima sum to {}, not to {}", maxima, all);
    }

    /// How many questions the report's edition asks in the area; 0 if that is not known.
    [[nodiscard]] std::size_t usual_rows(int number) const {
        for (const auto& edition : sight_.knowledge.editions.all())
            if (edition.id == sight_.record.edition)
                for (const auto& area : edition.areas)
                    if (area.number == number) return area.questions.size();
        return 0;
    }

    // ---- Findings ----

    void list(const AreaView& view, PartKind kind) {
        const int number = view.number;
        const bool any = view.area != nullptr && !list_of(*view.area, kind).empty();
        if (any) {
            found(kind, number, fault_of_findings(view, kind));
            return;
        }
        const int others = times(having_, kind);
        const bool seen = times(view.heads, kind) > 0;
        if (kind == PartKind::weaknesses) {
            if (view.span == nullptr && others > 0)
                missing(kind, number, "the area's heading was not seen");
            else if (seen && !is_column(view, kind))
                missing(kind, number, "its head was seen, and nothing below it understood");
            else if (!seen && others >= kMostAreas && may_lack(view))
                missing(kind, number, fmt::format("{} other areas have them", others));
            else if (const auto fault = fault_of_span(view); others > 0 && !fault.empty())
                missing(kind, number, fault);
            else
                add(kind, number, PartState::not_in_report,
                    seen ? "its column is empty" : "it has no head in this area");
            return;
        }
        if (view.span == nullptr)
            missing(kind, number, "the area's heading was not seen");
        else if (seen)
            missing(kind, number, "its head was seen, and nothing below it understood");
        else if (others > 0)
            missing(kind, number, fmt::format("{} other areas have them", others));
        else
            missing(kind, number, "every report has them, and no area of this one does");
    }

    /// The head stands in the head row of a table whose other columns hold findings.
    [[nodiscard]] bool is_column(const AreaView& view, PartKind kind) const {
        for (std::size_t h = 0; h < sight_.held.holders.size(); ++h) {
            const auto& holder = sight_.held.holders[h];
            const auto& claim = sight_.claims[h];
            if (holder.is_cell() && holder.row == 0 && claim.part == kind && claim.is_head &&
                claim.area == view.number)
                return times(view.values, PartKind::strengths) > 0;
        }
        return false;
    }

    /// Lists that stand side by side run into each other: what is wrong with one is held against all.
    [[nodiscard]] std::string fault_of_findings(const AreaView& view, PartKind kind) const {
        if (auto fault = fault_of_one_list(view, kind); !fault.empty()) return fault;
        for (const auto other : kLists)
            if (other != kind && !list_of(*view.area, other).empty())
                if (const auto fault = fault_of_one_list(view, other); !fault.empty())
                    return fmt::format("the {} beside it are damaged: {}", plain(other), fault);
        return {};
    }

    [[nodiscard]] std::string fault_of_one_list(const AreaView& view, PartKind kind) const {
        if (auto fault = fault_seen_in_list(view, kind); !fault.empty()) return fault;
        for (const auto other : kLists)
            if (other != kind && list_of(*view.area, other).empty() && is_expected(view, other))
                return fmt::format("the {} are missing, and may stand here", plain(other));
        return {};
    }

    [[nodiscard]] std::string fault_seen_in_list(const AreaView& view, PartKind kind) const {
        const auto& list = list_of(*view.area, kind);
        if (auto fault = fault_of_list(list, sight_.knowledge.rules); !fault.empty()) return fault;
        if (auto fault = repeated_elsewhere(list); !fault.empty()) return fault;
        if (cut_short(view, kind)) return "an item holds another one";
        for (const auto holder : view.behind_room)
            if (sight_.claims[holder].part == kind)
                return fmt::format("there is room for a heading before \"{}\"",
                                   start_of(sight_.held.holders[holder].text));
        if (!view.stray_lists.empty())
            return fmt::format("a list or table beside it is not in the record: \"{}\"",
                               text_of(view.stray_lists));
        if (!view.beside_lists.empty())
            return fmt::format("text stands beside it without a heading: \"{}\"", text_of(view.beside_lists));
        if (!view.broken_texts.empty())
            return fmt::format("a text of the area begins in lower case: \"{}\"", text_of(view.broken_texts));
        return fault_of_span(view);
    }

    /// The list should be in the area: it always should, or most other areas have it and its head is nowhere.
    [[nodiscard]] bool is_expected(const AreaView& view, PartKind kind) const {
        if (kind != PartKind::weaknesses) return true;
        return times(view.heads, kind) == 0 && times(having_, kind) >= kMostAreas && may_lack(view);
    }

    /// An area may have no weaknesses, and then no head of them. That is so where its other lists are whole,
    /// with no room for a head in them, and no text of it is left over; of a transcript that cannot be seen.
    [[nodiscard]] bool may_lack(const AreaView& view) const {
        const auto lost = [&](PartKind kind) {
            return list_of(*view.area, kind).empty() || !fault_seen_in_list(view, kind).empty();
        };
        return sight_.document.kind == SourceKind::transcript || !view.stray_texts.empty() ||
               view.area == nullptr || lost(PartKind::strengths) || lost(PartKind::improvements);
    }

    [[nodiscard]] std::string text_of(const std::vector<std::size_t>& holders) const {
        return start_of(sight_.held.holders[holders.front()].text);
    }

    /// An item of some length does not stand in two lists.
    [[nodiscard]] std::string repeated_elsewhere(const std::vector<Finding>& list) const {
        constexpr std::size_t shortest = 30; // letters
        for (const auto& finding : list) {
            const auto bare = squeezed(finding.text);
            if (bare.size() < shortest) continue;
            for (const auto& other : areas_) {
                if (other.area == nullptr) continue;
                for (const auto kind : kLists) {
                    const auto& others = list_of(*other.area, kind);
                    for (const auto& item : others)
                        if (&item != &finding && item.text.size() == finding.text.size() &&
                            squeezed(item.text) == bare)
                            return fmt::format("an item also stands among the {} of area {}", plain(kind),
                                               other.number);
                }
            }
        }
        return {};
    }

    // ---- The rest ----

    void role_models(const AreaView& view) {
        const int others = times(having_, PartKind::role_models);
        const auto fault = fault_of_span(view);
        if (view.area != nullptr && !view.area->role_models.empty())
            found(PartKind::role_models, view.number, fault);
        else if (view.span == nullptr && others > 0)
            missing(PartKind::role_models, view.number, "the area's heading was not seen");
        else if (others > 0 && !fault.empty())
            missing(PartKind::role_models, view.number, fault);
        else if (others >= kMostAreas)
            missing(PartKind::role_models, view.number, fmt::format("{} other areas have them", others));
        else
            add(PartKind::role_models, view.number, PartState::not_in_report, "the area names none");
    }

    void history() {
        const auto& columns = sight_.record.history;
        auto sign = sign_of_history();
        if (columns.empty() && sign.empty()) sign = page_lost_outside();
        if (columns.empty() && !sign.empty())
            missing(PartKind::history, 0, sign);
        else if (columns.empty())
            add(PartKind::history, 0, PartState::not_in_report, "nothing tells of earlier evaluations");
        else
            found(PartKind::history, 0, sign.empty() ? fault_of_history() : sign);
    }

    [[nodiscard]] std::string fault_of_history() const {
        for (const auto& column : sight_.record.history) {
            const auto lacking =
                std::count(column.areas.begin(), column.areas.end(), std::nullopt) + (column.total ? 0 : 1);
            if (lacking > dashes_below(column.year))
                return fmt::format("a figure of {} is missing", column.year);
        }
        return has_nameless_column() ? "a column of figures has no year" : "";
    }

    /// A row of the table holds more figures than there are years.
    [[nodiscard]] bool has_nameless_column() const {
        std::map<std::pair<std::size_t, std::size_t>, std::size_t> figures; // by block and row
        for (std::size_t h = 0; h < sight_.held.holders.size(); ++h) {
            const auto& holder = sight_.held.holders[h];
            const bool below_head =
                holder.is_cell() && holder.row > 0 && sight_.claims[h].part == PartKind::history;
            if (below_head && printed::figure(text::trimmed(holder.text)))
                ++figures[{holder.block, holder.row}];
        }
        return std::any_of(figures.begin(), figures.end(),
                           [&](const auto& row) { return row.second > sight_.record.history.size(); });
    }

    /// How many figures of the year the report itself gives as a dash.
    [[nodiscard]] std::ptrdiff_t dashes_below(int year) const {
        std::ptrdiff_t dashes = 0;
        for (std::size_t h = 0; h < sight_.held.holders.size(); ++h) {
            const auto& holder = sight_.held.holders[h];
            if (!holder.is_cell() || sight_.claims[h].part != PartKind::history) continue;
            const auto& head = sight_.blocks[holder.block].table.rows.front();
            if (is_dash(text::trimmed(holder.text)) && holder.column < head.size() &&
                head[holder.column].text.find(std::to_string(year)) != std::string::npos)
                ++dashes;
        }
        return dashes;
    }

    [[nodiscard]] static bool is_dash(std::string_view text) {
        return text == "-" || text == "–" || text == "—" || text == "−";
    }

    /// What tells of earlier evaluations and is not in the record: a head of such a table, or a line of
    /// years.
    [[nodiscard]] std::string sign_of_history() const {
        const bool none = sight_.record.history.empty();
        std::size_t table = kNowhere; // the last one looked at
        for (std::size_t h = 0; h < sight_.held.holders.size(); ++h) {
            const auto& holder = sight_.held.holders[h];
            if (sight_.claims[h].use == Use::claimed || sight_.claims[h].use == Use::furniture) continue;
            const auto text = holder.is_cell() ? row_text(holder) : std::string(holder.text);
            if (holder.is_cell() && holder.column != first_column_with_text(holder)) continue;
            if (none && !holder.is_cell() && sight_.blocks[holder.block].kind == BlockKind::heading &&
                sight_.knowledge.rules.matches("history_head", text))
                return fmt::format("\"{}\" was seen, and no such table understood", text);
            const bool another = holder.is_cell() && std::exchange(table, holder.block) != holder.block;
            if (another && is_table_of_areas(sight_.blocks[holder.block].table))
                return fmt::format("a table of areas and figures is not understood: \"{}\"", start_of(text));
            if (none && !holder.is_cell() && sight_.knowledge.rules.matches("history_announcement", text))
                return "a table of earlier evaluations is announced, and none was understood";
            if (is_line_of_years(text))
                return fmt::format("figures of several years are not understood: \"{}\"", start_of(text));
        }
        return {};
    }

    /// Areas in its rows and two columns of figures or more, which are not points and maxima.
    [[nodiscard]] bool is_table_of_areas(const Table& table) const {
        constexpr int fewest = 4;
        int areas = 0;
        for (const auto& row : table.rows) {
            std::size_t figures = 0;
            bool titled = false;
            for (const auto& cell : row) {
                const auto text = text::trimmed(cell.text);
                if (sight_.knowledge.rules.matches("max_head", text)) return false;
                if (printed::figure(text) && text.find('%') == std::string_view::npos)
                    ++figures;
                else if (!titled && !text.empty())
                    titled = sight_.knowledge.editions.area_of_title(without_number(text)) != 0;
            }
            if (titled && figures >= 2) ++areas;
        }
        return areas >= fewest;
    }

    /// "3. Politisk styrning" -> "Politisk styrning".
    [[nodiscard]] static std::string_view without_number(std::string_view text) {
        while (!text.empty() &&
               (text.front() == '.' || text.front() == ' ' || (text.front() >= '0' && text.front() <= '9')))
            text.remove_prefix(1);
        return text;
    }

    [[nodiscard]] std::size_t first_column_with_text(const Holder& holder) const {
        const auto& row = sight_.blocks[holder.block].table.rows[holder.row];
        for (std::size_t c = 0; c < row.size(); ++c)
            if (!row[c].text.empty()) return c;
        return row.size();
    }

    [[nodiscard]] std::string row_text(const Holder& holder) const {
        std::string text;
        for (const auto& cell : sight_.blocks[holder.block].table.rows[holder.row])
            text += cell.text + " ";
        return text;
    }

    /// Two years or more, and hardly a word but figures beside them.
    [[nodiscard]] static bool is_line_of_years(std::string_view text) {
        const auto tokens = text::tokens(text);
        std::set<int> years;
        std::size_t figures = 0;
        for (const auto& token : tokens) {
            if (const auto year = printed::year(token)) years.insert(*year);
            if (printed::figure(token)) ++figures;
        }
        return years.size() >= 2 && figures * 2 >= tokens.size();
    }

    [[nodiscard]] static std::string start_of(std::string_view text) {
        constexpr std::size_t longest = 6; // words
        const auto tokens = text::tokens(text);
        return text::with_blanks(tokens, 0, std::min(longest, tokens.size()));
    }

    void key_facts() {
        if (!sight_.record.key_facts.empty())
            found(PartKind::key_facts, 0, fault_of_key_facts());
        else if (announces_key_facts())
            missing(PartKind::key_facts, 0,
                    "its head or its line in the contents was seen, and no table below it");
        else if (has_table_of_facts())
            missing(PartKind::key_facts, 0,
                    "a table of labels and figures stands outside the areas, and nothing heads it");
        else if (auto lost = page_lost_outside(); !lost.empty())
            missing(PartKind::key_facts, 0, std::move(lost));
        else
            add(PartKind::key_facts, 0, PartState::not_in_report, "nothing tells of them");
    }

    [[nodiscard]] std::string fault_of_key_facts() const {
        std::set<std::string> labels;
        for (const auto& [label, value] : sight_.record.key_facts)
            if (!labels.insert(label).second) return fmt::format("\"{}\" stands in it twice", label);
        for (std::size_t h = 0; h < sight_.held.holders.size(); ++h)
            if (sight_.claims[h].use == Use::unclaimed && stands_with(h, PartKind::key_facts))
                return fmt::format("\"{}\" stands in it without its label or its value",
                                   start_of(sight_.held.holders[h].text));
        return fault_of_rows_of_facts();
    }

    /// Where a row of facts stands, and how far apart the lines of its cells are.
    struct RowOfFacts {
        std::size_t holder = kNowhere; ///< its first
        int page = 0;
        Box box;
        double line = 0;      ///< height of a word
        double widest = -1e9; ///< between two lines of a cell
    };

    /// By block and row.
    [[nodiscard]] std::map<std::pair<std::size_t, std::size_t>, RowOfFacts> rows_of_facts() const {
        std::map<std::pair<std::size_t, std::size_t>, RowOfFacts> rows;
        std::map<std::size_t, Box> last; // word of a holder
        for (const auto& held : sight_.held.words) {
            if (held.holder == kNowhere || held.word == nullptr) continue;
            const auto& holder = sight_.held.holders[held.holder];
            if (!holder.is_cell() || sight_.claims[held.holder].part != PartKind::key_facts) continue;
            const auto& box = held.word->box;
            auto& row = rows.try_emplace({holder.block, holder.row}, RowOfFacts{held.holder, held.page, box})
                            .first->second;
            row.box = row.box.united(box);
            row.line = std::max(row.line, box.height());
            const auto before = last.find(held.holder);
            if (before != last.end() && box.y0 > before->second.middle_y())
                row.widest = std::max(row.widest, box.y0 - before->second.y1);
            last[held.holder] = box;
        }
        return rows;
    }

    /// A row that is lost leaves its room, or its rest in a cell of the next.
    [[nodiscard]] std::string fault_of_rows_of_facts() const {
        constexpr double lines_of_room = 0.8; // where rows stand as close as in print
        const auto rows = rows_of_facts();
        std::vector<std::pair<double, const RowOfFacts*>> rooms;
        for (auto row = rows.begin(); row != rows.end(); ++row) {
            const auto next = std::next(row);
            if (next != rows.end() && next->second.page == row->second.page)
                rooms.emplace_back(next->second.box.y0 - row->second.box.y1, &next->second);
        }
        if (rooms.empty()) return {};
        const double usual = std::min_element(rooms.begin(), rooms.end())->first;
        const auto text = [&](const RowOfFacts& row) {
            return start_of(sight_.held.holders[row.holder].text);
        };
        for (const auto& [room, row] : rooms)
            if (room > usual + lines_of_room * row->line)
                return fmt::format("there is room for a row before \"{}\"", text(*row));
        for (const auto& [key, row] : rows)
            if (usual > 0 && row.widest >= usual)
                return fmt::format("\"{}\" holds what stands in two rows", text(row));
        return {};
    }

    /// In a table of which the part claims a cell.
    [[nodiscard]] bool stands_with(std::size_t holder, PartKind part) const {
        const auto& holders = sight_.held.holders;
        if (!holders[holder].is_cell()) return false;
        for (std::size_t h = 0; h < holders.size(); ++h)
            if (holders[h].block == holders[holder].block && sight_.claims[h].part == part) return true;
        return false;
    }

    /// A table of labels and figures that nothing claims, outside the areas.
    [[nodiscard]] bool has_table_of_facts() const {
        std::map<std::size_t, int> rows; // by block
        for (std::size_t h = 0; h + 1 < sight_.held.holders.size(); ++h) {
            const auto& label = sight_.held.holders[h];
            const auto& value = sight_.held.holders[h + 1];
            const bool pair = label.is_cell() && label.block == value.block && label.row == value.row &&
                              sight_.claims[h].use == Use::unclaimed && sight_.claims[h].area == 0 &&
                              sight_.claims[h + 1].use == Use::unclaimed;
            if (!pair || printed::figure(label.text) || value.text.size() > 40) continue;
            const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
            const bool has_digit = std::any_of(value.text.begin(), value.text.end(), is_digit) ||
                                   std::any_of(label.text.begin(), label.text.end(), is_digit);
            const bool contents = label.text.find("...") != std::string_view::npos ||
                                  label.text.find("…") != std::string_view::npos;
            const bool of_area = sight_.knowledge.editions.area_of_title(without_number(label.text)) != 0;
            const bool numbered = label.column > 0 || without_number(label.text).size() < label.text.size();
            if (has_digit && !contents && !of_area && !numbered) ++rows[label.block];
        }
        return std::any_of(rows.begin(), rows.end(),
                           [](const auto& entry) { return entry.second >= kFewestFacts; });
    }

    /// A heading, or a line of the contents.
    [[nodiscard]] bool announces_key_facts() const {
        const auto& rules = sight_.knowledge.rules;
        return std::any_of(sight_.held.holders.begin(), sight_.held.holders.end(), [&](const Holder& holder) {
            constexpr std::size_t longest = 160; // bytes
            auto text = holder.text;
            if (text.size() > longest || text.find("akta") == std::string_view::npos) return false;
            while (!text.empty() &&
                   std::string_view(" .\t_0123456789").find(text.back()) != std::string_view::npos)
                text.remove_suffix(1);
            return rules.matches("key_facts_head", text);
        });
    }

    void identity() {
        const auto& record = sight_.record;
        if (record.municipality.empty())
            missing(PartKind::identity, 0, "no municipality was found");
        else
            found(PartKind::identity, 0, record.year ? "" : "the year of the evaluation was not found");
    }

    void pages() {
        std::set<int> told;
        for (const auto& fault : pages_) {
            if (!told.insert(fault.printed).second) continue;
            const auto state =
                fault.kind == PageFault::Kind::missing ? PartState::missing : PartState::damaged;
            parts_.push_back({PartKind::page, std::nullopt, fault.printed, state, fault.why});
        }
    }

    const Sight& sight_;
    const std::vector<AreaView>& areas_;
    const std::vector<PageFault>& pages_;
    std::map<PartKind, int> having_; ///< how many areas have the part
    int telling_points_ = 0;
    int summed_ = 0;
    int questions_ = 0, marked_ = 0, percents_ = 0; ///< questions, those with a question mark, with a percent
    std::vector<Part> parts_;
};

} // namespace

std::vector<Part> parts(const Sight& sight, const std::vector<AreaView>& areas,
                        const std::vector<PageFault>& pages) {
    return Listing(sight, areas, pages).all();
}

} // namespace kompass::account
