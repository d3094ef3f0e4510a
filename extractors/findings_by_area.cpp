#include "extractors/findings_by_area.h"

#include "extractors/outline.h"
#include "model/instrument.h"
#include "model/record_facts.h"
#include "text/tokens.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

namespace kompass {

namespace {

/// A text of a column, and where it begins.
struct Entry {
    std::string text;
    Places places;
    std::size_t row = 0;

    /// Lower on the pages, or in a later row.
    [[nodiscard]] bool stands_before(const Entry& other) const {
        if (row != other.row) return row < other.row;
        if (places.empty() || other.places.empty()) return false;
        const auto& [page, box] = places.front();
        const auto& [other_page, other_box] = other.places.front();
        if (page != other_page) return page < other_page;
        if (!box || !other_box) return false;
        constexpr double half = 0.5; // of a line: baselines of columns differ by less
        return box->y0 + half * box->height() < other_box->y0;
    }
};

std::vector<Entry> entries_of(const Table& table, std::size_t column) {
    std::vector<Entry> entries;
    for (std::size_t r = 1; r < table.rows.size(); ++r) {
        const auto& cell = table.rows[r][column];
        for (std::size_t i = 0; i < cell.items.size(); ++i)
            entries.push_back(
                {cell.items[i], i < cell.item_places.size() ? cell.item_places[i] : cell.places, r});
        if (cell.items.empty() && !text::trimmed(cell.text).empty())
            entries.push_back({cell.text, cell.places, r});
    }
    return entries;
}

/// The column that names the eight areas in order; its entries.
std::vector<Entry> titles_of(const Table& table, const rules::Knowledge& knowledge) {
    for (std::size_t c = 0; c < table.rows.front().size(); ++c) {
        auto entries = entries_of(table, c);
        if (entries.size() != area_count) continue;
        int number = 0;
        if (std::all_of(entries.begin(), entries.end(),
                        [&](const Entry& entry) { return area_named_in(entry.text, knowledge) == ++number; }))
            return entries;
    }
    return {};
}

/// The area at whose height the entry stands; 0 above the first.
int area_at(const Entry& entry, const std::vector<Entry>& titles) {
    const auto below = std::find_if(titles.begin(), titles.end(),
                                    [&](const Entry& title) { return entry.stands_before(title); });
    return static_cast<int>(std::distance(titles.begin(), below));
}

} // namespace

FindingsByArea::FindingsByArea(const Blocks& blocks, const FindingHeads& heads,
                               const rules::Knowledge& knowledge) {
    for (std::size_t b = 0; b < blocks.size(); ++b) {
        const auto& table = blocks[b].table;
        if (blocks[b].kind == BlockKind::table && table.has_head && table.figures == 0 && !table.rows.empty())
            take(table, heads, knowledge, b);
    }
}

void FindingsByArea::take(const Table& table, const FindingHeads& heads, const rules::Knowledge& knowledge,
                          std::size_t block) {
    const auto titles = titles_of(table, knowledge);
    if (titles.empty()) return;
    std::set<int> level; // areas with a text at their title's height
    for (std::size_t c = 0; c < table.rows.front().size(); ++c) {
        const auto list = heads.list_under(table.rows.front()[c].text);
        if (list == nullptr) continue;
        blocks_.insert(block);
        for (auto& entry : entries_of(table, c)) {
            const int area = area_at(entry, titles);
            if (area == 0) continue;
            if (!titles[static_cast<std::size_t>(area) - 1].stands_before(entry)) level.insert(area);
            (areas_[area].*list).push_back({std::move(entry.text), {}, std::move(entry.places)});
        }
    }
    if (blocks_.contains(block) && level.size() < area_count) certain_ = false;
}

void FindingsByArea::extract(Area& area) const {
    const auto found = areas_.find(area.number);
    if (found == areas_.end()) return;
    for (const auto list : {&Area::strengths, &Area::improvements, &Area::weaknesses}) {
        const auto& more = found->second.*list;
        (area.*list).insert((area.*list).end(), more.begin(), more.end());
    }
    if (certain_) return;
    for (const auto* field : {"strengths", "improvements", "weaknesses"})
        add_doubt(area.doubtful, field);
}

} // namespace kompass
