#include "account/history_part.h"

#include "model/printed_tokens.h"
#include "text/tokens.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace kompass::account {

namespace {

bool is_dash(std::string_view text) {
    return text == "-" || text == "–" || text == "—" || text == "−";
}

/// How many figures of the year the report itself gives as a dash.
std::ptrdiff_t dashes_below(const Sight& sight, int year) {
    std::ptrdiff_t dashes = 0;
    for (std::size_t h = 0; h < sight.held.holders.size(); ++h) {
        const auto& holder = sight.held.holders[h];
        if (!holder.is_cell() || sight.claims[h].part != PartKind::history) continue;
        const auto& head = sight.blocks[holder.block].table.rows.front();
        if (is_dash(text::trimmed(holder.text)) && holder.column < head.size() &&
            head[holder.column].text.find(std::to_string(year)) != std::string::npos)
            ++dashes;
    }
    return dashes;
}

/// A row of the table holds more figures than there are years.
bool has_nameless_column(const Sight& sight) {
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> figures; // by block and row
    for (std::size_t h = 0; h < sight.held.holders.size(); ++h) {
        const auto& holder = sight.held.holders[h];
        const bool below_head =
            holder.is_cell() && holder.row > 0 && sight.claims[h].part == PartKind::history;
        if (below_head && printed::figure(text::trimmed(holder.text))) ++figures[{holder.block, holder.row}];
    }
    return std::any_of(figures.begin(), figures.end(),
                       [&](const auto& row) { return row.second > sight.record.history.size(); });
}

/// Areas in its rows and two columns of figures or more, which are not points and maxima.
bool is_table_of_areas(const Sight& sight, const Table& table) {
    constexpr int fewest = 4;
    int areas = 0;
    for (const auto& row : table.rows) {
        std::size_t figures = 0;
        bool titled = false;
        for (const auto& cell : row) {
            const auto text = text::trimmed(cell.text);
            if (sight.knowledge.rules.matches("max_head", text)) return false;
            if (printed::figure(text) && text.find('%') == std::string_view::npos)
                ++figures;
            else if (!titled && !text.empty())
                titled = sight.knowledge.editions.area_of_title(without_number(text)) != 0;
        }
        if (titled && figures >= 2) ++areas;
    }
    return areas >= fewest;
}

std::size_t first_column_with_text(const Sight& sight, const Holder& holder) {
    const auto& row = sight.blocks[holder.block].table.rows[holder.row];
    for (std::size_t c = 0; c < row.size(); ++c)
        if (!row[c].text.empty()) return c;
    return row.size();
}

std::string row_text(const Sight& sight, const Holder& holder) {
    std::string text;
    for (const auto& cell : sight.blocks[holder.block].table.rows[holder.row])
        text += cell.text + " ";
    return text;
}

/// Two years or more, and hardly a word but figures beside them.
bool is_line_of_years(std::string_view text) {
    const auto tokens = text::tokens(text);
    std::set<int> years;
    std::size_t figures = 0;
    for (const auto& token : tokens) {
        if (const auto year = printed::year(token)) years.insert(*year);
        if (printed::figure(token)) ++figures;
    }
    return years.size() >= 2 && figures * 2 >= tokens.size();
}

} // namespace

std::string fault_of_history(const Sight& sight) {
    for (const auto& column : sight.record.history) {
        const auto lacking =
            std::count(column.areas.begin(), column.areas.end(), std::nullopt) + (column.total ? 0 : 1);
        if (lacking > dashes_below(sight, column.year))
            return fmt::format("a figure of {} is missing", column.year);
    }
    return has_nameless_column(sight) ? "a column of figures has no year" : "";
}

std::string sign_of_history(const Sight& sight) {
    const bool none = sight.record.history.empty();
    std::size_t table = kNowhere; // the last one looked at
    for (std::size_t h = 0; h < sight.held.holders.size(); ++h) {
        const auto& holder = sight.held.holders[h];
        if (sight.claims[h].use == Use::claimed || sight.claims[h].use == Use::furniture) continue;
        const auto text = holder.is_cell() ? row_text(sight, holder) : std::string(holder.text);
        if (holder.is_cell() && holder.column != first_column_with_text(sight, holder)) continue;
        if (none && !holder.is_cell() && sight.blocks[holder.block].kind == BlockKind::heading &&
            sight.knowledge.rules.matches("history_head", text))
            return fmt::format("\"{}\" was seen, and no such table understood", text);
        const bool another = holder.is_cell() && std::exchange(table, holder.block) != holder.block;
        if (another && is_table_of_areas(sight, sight.blocks[holder.block].table))
            return fmt::format("a table of areas and figures is not understood: \"{}\"", start_of(text));
        if (none && !holder.is_cell() && sight.knowledge.rules.matches("history_announcement", text))
            return "a table of earlier evaluations is announced, and none was understood";
        if (is_line_of_years(text))
            return fmt::format("figures of several years are not understood: \"{}\"", start_of(text));
    }
    return {};
}

} // namespace kompass::account
