#include "extractors/area_rows.h"

#include "model/figure_row.h"
#include "model/instrument.h"
#include "model/printed_tokens.h"
#include "text/tokens.h"
#include "text/unicode.h"

#include <cctype>
#include <set>
#include <string_view>
#include <utility>

namespace kompass {
namespace {

std::string_view from_first_letter(std::string_view text) {
    while (!text.empty()) {
        const auto sign = unicode::first_sign(text);
        if (unicode::is_letter(sign.point)) break;
        text.remove_prefix(sign.size);
    }
    return text;
}

std::string label_of(const FigureRow& row) {
    return row.label().text.empty() ? row.wording().text : row.label().text + " " + row.wording().text;
}

/// By its title, else by its number.
int area_named(std::string_view label, const rules::Knowledge& knowledge) {
    label = text::trimmed(label);
    if (const int known = knowledge.editions.area_of_title(from_first_letter(label))) return known;
    const bool numbered = !label.empty() && label.front() >= '1' && label.front() < '1' + area_count &&
                          (label.size() == 1 || std::isdigit(static_cast<unsigned char>(label[1])) == 0);
    return numbered ? label.front() - '0' : 0;
}

/// The sum bears no number, so that its name may have gone with the last area's.
void part_total(std::vector<std::string>& titles, const rules::Knowledge& knowledge) {
    const auto blank = titles.back().rfind(' ');
    if (blank == std::string::npos) return;
    auto total = titles.back().substr(blank + 1);
    if (!knowledge.rules.matches("history_total", total)) return;
    titles.back().resize(blank);
    titles.push_back(std::move(total));
}

} // namespace

std::optional<int> area_of_row(const TableRow& row, const rules::Knowledge& knowledge) {
    const auto label = label_of(FigureRow(row));
    if (knowledge.rules.matches("history_total", text::trimmed(label))) return 0;
    const int area = area_named(label, knowledge);
    return area == 0 ? std::nullopt : std::optional(area);
}

std::string title_in_row(const TableRow& row) {
    return std::string(text::trimmed(from_first_letter(label_of(FigureRow(row)))));
}

std::vector<ListedArea> listed_areas(const Table& table, const rules::Knowledge& knowledge) {
    constexpr std::size_t columns = 2;
    if (table.figures > 0 || table.rows.empty() || table.rows.back().size() != columns) return {};
    std::vector<std::string> titles;
    std::vector<Decimal> points;
    for (std::size_t r = table.has_head ? 1 : 0; r < table.rows.size(); ++r) {
        const auto& row = table.rows[r];
        titles.insert(titles.end(), row.front().items.begin(), row.front().items.end());
        for (const auto& token : text::tokens(row.back().text)) {
            const auto figure = printed::figure(token);
            if (!figure) return {};
            points.push_back(figure->value);
        }
    }
    if (titles.size() == area_count && points.size() == area_count + 1) part_total(titles, knowledge);
    const bool totalled = titles.size() == area_count + 1;
    if (titles.size() != points.size() || (titles.size() != area_count && !totalled)) return {};
    std::vector<ListedArea> found;
    for (std::size_t i = 0; i < titles.size(); ++i) {
        const int number = i < area_count ? static_cast<int>(i) + 1 : 0;
        const bool is_it = number == 0 ? knowledge.rules.matches("history_total", titles[i])
                                       : area_named(titles[i], knowledge) == number;
        if (!is_it) return {};
        found.push_back({number, std::string(from_first_letter(titles[i])), points[i]});
    }
    return found;
}

int count_area_rows(const Table& table, const rules::Knowledge& knowledge) {
    std::set<int> areas;
    for (const auto& row : table.rows) {
        // "4.2" is a question.
        if (!printed::question_number(FigureRow(row).label().text).empty()) continue;
        if (const auto area = area_of_row(row, knowledge); area && *area > 0) areas.insert(*area);
    }
    return static_cast<int>(areas.size());
}

} // namespace kompass
