#include "account/list_faults.h"

#include "account/span_faults.h"
#include "account/text_faults.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>

namespace kompass::account {

namespace {

/// An item of some length does not stand in two lists.
std::string repeated_elsewhere(const Survey& survey, const std::vector<Finding>& list) {
    constexpr std::size_t shortest = 30; // letters
    for (const auto& finding : list) {
        const auto bare = squeezed(finding.text);
        if (bare.size() < shortest) continue;
        for (const auto& other : survey.areas) {
            if (other.area == nullptr) continue;
            for (const auto kind : kFindingLists) {
                const auto& others = list_of(*other.area, kind);
                for (const auto& item : others)
                    if (&item != &finding && item.text.size() == finding.text.size() &&
                        squeezed(item.text) == bare)
                        return fmt::format("an item also stands among the {} of area {}", name_of(kind),
                                           other.number);
            }
        }
    }
    return {};
}

std::string fault_seen_in_list(const Survey& survey, const AreaView& view, PartKind kind) {
    const auto& list = list_of(*view.area, kind);
    if (auto fault = fault_of_list(list, survey.sight.knowledge.rules); !fault.empty()) return fault;
    if (auto fault = repeated_elsewhere(survey, list); !fault.empty()) return fault;
    if (cut_short(survey.sight, view, kind)) return "an item holds another one";
    for (const auto holder : view.behind_room)
        if (survey.sight.claims[holder].part == kind)
            return fmt::format("there is room for a heading before \"{}\"",
                               start_of(survey.sight.held.holders[holder].text));
    if (!view.stray_lists.empty())
        return fmt::format("a list or table beside it is not in the record: \"{}\"",
                           text_of(survey.sight, view.stray_lists));
    if (!view.beside_lists.empty())
        return fmt::format("text stands beside it without a heading: \"{}\"",
                           text_of(survey.sight, view.beside_lists));
    if (!view.broken_texts.empty())
        return fmt::format("a text of the area begins in lower case: \"{}\"",
                           text_of(survey.sight, view.broken_texts));
    return fault_of_span(survey, view);
}

/// The list should be in the area: it always should, or most other areas have it and its head is nowhere.
bool is_expected(const Survey& survey, const AreaView& view, PartKind kind) {
    if (kind != PartKind::weaknesses) return true;
    return times(view.heads, kind) == 0 && times(survey.siblings.having, kind) >= kMostAreas &&
           may_lack(survey, view);
}

/// The table in one of whose columns the list stands, if it does.
const Table* table_with(const Survey& survey, const AreaView& view, PartKind kind) {
    const auto& holders = survey.sight.held.holders;
    for (std::size_t h = 0; h < holders.size(); ++h) {
        const auto& claim = survey.sight.claims[h];
        if (holders[h].is_cell() && claim.area == view.number && claim.part == kind && !claim.is_head)
            return &survey.sight.blocks[holders[h].block].table;
    }
    return nullptr;
}

/// A column with a head and nothing below it.
bool has_empty_column(const Table& table) {
    if (!table.has_head || table.rows.empty()) return false;
    for (std::size_t c = 0; c < table.rows.front().size(); ++c)
        if (!table.rows.front()[c].text.empty() &&
            std::all_of(table.rows.begin() + 1, table.rows.end(),
                        [&](const TableRow& row) { return row[c].text.empty(); }))
            return true;
    return false;
}

/// On each page behind its first the list begins where pages begin: there was no room for a head above.
bool goes_on_at_page_tops(const Survey& survey, const std::vector<Finding>& list) {
    std::map<int, Box> first; // by page, of the list's items
    for (const auto& finding : list)
        for (const auto& place : finding.places)
            if (place.box) first.try_emplace(place.page, *place.box);
    if (first.empty()) return true;
    return std::all_of(std::next(first.begin()), first.end(), [&](const auto& begins) {
        return survey.page_top && begins.second.y0 < survey.page_top->y + survey.page_top->type;
    });
}

/// The first of the list's holders in the area; kNowhere if it has none.
std::size_t begins_at(const Survey& survey, int area, PartKind kind) {
    const auto& claims = survey.sight.claims;
    const auto first = std::find_if(claims.begin(), claims.end(), [&](const Claim& claim) {
        return claim.use == Use::claimed && claim.area == area && claim.part == kind;
    });
    return first == claims.end() ? kNowhere : static_cast<std::size_t>(first - claims.begin());
}

/// In each area that has both, which are some.
bool stands_before(const Survey& survey, PartKind first, PartKind second) {
    int before = 0;
    for (const auto& view : survey.areas) {
        const auto a = begins_at(survey, view.number, first);
        const auto b = begins_at(survey, view.number, second);
        if (a == kNowhere || b == kNowhere) continue;
        if (a > b) return false;
        ++before;
    }
    constexpr int some = 2;
    return before >= some;
}

/// `other`, whose head was lost, may stand in this list: in a column, overleaf, or where no white can show
/// it. Elsewhere the room for the head would be seen, a column of its own that is empty is its own, below a
/// head of its own it is not here, and what stands before this list cannot have become its end.
bool may_hold(const Survey& survey, const AreaView& view, PartKind kind, PartKind other) {
    if (survey.sight.document.kind == SourceKind::transcript) return true;
    const bool in_rows = table_with(survey, view, kind) != nullptr;
    if (!in_rows && (times(view.heads, other) > 0 || stands_before(survey, other, kind))) return false;
    if (!view.stray_texts.empty()) return true;
    if (const auto* table = table_with(survey, view, kind)) return !has_empty_column(*table);
    return !goes_on_at_page_tops(survey, list_of(*view.area, kind));
}

std::string fault_of_one_list(const Survey& survey, const AreaView& view, PartKind kind) {
    if (auto fault = fault_seen_in_list(survey, view, kind); !fault.empty()) return fault;
    for (const auto other : kFindingLists)
        if (other != kind && list_of(*view.area, other).empty() && is_expected(survey, view, other) &&
            may_hold(survey, view, kind, other))
            return fmt::format("the {} are missing, and may stand here", name_of(other));
    return {};
}

} // namespace

bool may_lack(const Survey& survey, const AreaView& view) {
    const auto lost = [&](PartKind kind) {
        return list_of(*view.area, kind).empty() || !fault_seen_in_list(survey, view, kind).empty();
    };
    return survey.sight.document.kind == SourceKind::transcript || !view.stray_texts.empty() ||
           view.area == nullptr || lost(PartKind::strengths) || lost(PartKind::improvements);
}

std::string fault_of_findings(const Survey& survey, const AreaView& view, PartKind kind) {
    if (auto fault = fault_of_one_list(survey, view, kind); !fault.empty()) return fault;
    for (const auto other : kFindingLists)
        if (other != kind && !list_of(*view.area, other).empty())
            if (const auto fault = fault_of_one_list(survey, view, other); !fault.empty())
                return fmt::format("the {} beside it are damaged: {}", name_of(other), fault);
    return {};
}

} // namespace kompass::account
