#include "publish/figure_places.h"

#include "model/figures.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

namespace kompass::publish {
namespace {

constexpr std::array kColumns{CellField::points, CellField::max, CellField::percent};

bool is_number(const Word& word) {
    return std::any_of(word.text.begin(), word.text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// What the word says, if it is a figure and nothing else; "62%" says 62.
std::optional<Decimal> value_of(const Word& word) {
    std::string_view text = word.text;
    if (text.ends_with('%')) text.remove_suffix(1);
    return Decimal::from_text(text);
}

/// The numbers in the box, along its longer side.
std::vector<const Word*> numbers_in(const Page& page, const Box& box) {
    std::vector<const Word*> numbers;
    for (const auto& word : page.words)
        if (is_number(word) && box.holds_middle_of(word.box)) numbers.push_back(&word);
    const bool down = box.height() > box.width();
    std::sort(numbers.begin(), numbers.end(), [&](const Word* a, const Word* b) {
        return down ? a->box.y0 < b->box.y0 : a->box.x0 < b->box.x0;
    });
    return numbers;
}

const Place* last_with_box(const Places* places) {
    if (places == nullptr) return nullptr;
    const auto found = std::find_if(places->rbegin(), places->rend(),
                                    [](const Place& place) { return place.box.has_value(); });
    return found == places->rend() ? nullptr : &*found;
}

using Order = std::vector<CellField>;

class Locator {
public:
    Locator(Record record, const PageAsRead& pages) : record_(std::move(record)), pages_(pages) {
        for (auto& figure : figures(record_))
            figures_.emplace(figure.cell, std::move(figure));
    }

    std::optional<Place> place_of(const Cell& cell) {
        const auto found = figures_.find(cell);
        if (found == figures_.end()) return std::nullopt;
        const auto* whole = last_with_box(found->second.places);
        if (whole == nullptr) return std::nullopt;
        const auto* page = pages_(whole->page);
        const auto* word = page == nullptr ? nullptr : word_of(cell, *page, *whole->box);
        return Place{whole->page, word == nullptr ? whole->box : word->box};
    }

private:
    const Word* word_of(const Cell& cell, const Page& page, const Box& box) {
        const auto numbers = numbers_in(page, box);
        switch (cell.kind) {
        case CellKind::question:
        case CellKind::total:
            return of_row(cell, numbers);
        case CellKind::history:
            return of_column(cell, numbers);
        case CellKind::area:
            return of_box(cell, numbers);
        case CellKind::report:
            break;
        }
        return nullptr;
    }

    [[nodiscard]] std::optional<Decimal> value(Cell cell, CellField field) const {
        cell.field = field;
        const auto found = figures_.find(cell);
        return found == figures_.end() ? std::nullopt : *found->second.value;
    }

    /// Those of the row that hold a value.
    [[nodiscard]] Order fields_of(const Cell& row) const {
        Order fields;
        for (const auto field : kColumns)
            if (value(row, field)) fields.push_back(field);
        return fields;
    }

    const Word* of_row(const Cell& cell, const std::vector<const Word*>& numbers) {
        const auto present = fields_of(cell);
        if (numbers.size() != present.size()) return nullptr;
        std::size_t at = 0;
        for (const auto field : order_of_columns(cell)) {
            if (field == cell.field) break;
            at += std::find(present.begin(), present.end(), field) == present.end() ? 0 : 1;
        }
        return value(cell, cell.field) ? numbers[at] : nullptr;
    }

    /// From left to right, as most rows of the area have it whose three figures are told apart by their
    /// values.
    const Order& order_of_columns(const Cell& row) {
        const std::pair area{row.scoring, row.area};
        const auto known = orders_.find(area);
        if (known != orders_.end()) return known->second;
        std::map<Order, int> votes;
        for (const auto& [cell, figure] : figures_) {
            const bool begins_row = is_of_row(cell) && std::pair{cell.scoring, cell.area} == area &&
                                    cell.field == CellField::points;
            if (!begins_row) continue;
            if (auto order = order_seen(cell, figure); !order.empty()) ++votes[std::move(order)];
        }
        const auto most = std::max_element(votes.begin(), votes.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        return orders_[area] = most == votes.end() ? Order(kColumns.begin(), kColumns.end()) : most->first;
    }

    /// Empty: the row does not tell.
    [[nodiscard]] Order order_seen(const Cell& row, const Figure& figure) const {
        const auto* place = last_with_box(figure.places);
        const auto* page = place == nullptr ? nullptr : pages_(place->page);
        if (page == nullptr) return {};
        Order order;
        for (const auto* word : numbers_in(*page, *place->box)) {
            const auto said = value_of(*word);
            std::vector<CellField> fitting;
            for (const auto field : kColumns)
                if (said && value(row, field) == said) fitting.push_back(field);
            if (fitting.size() != 1) return {};
            order.push_back(fitting.front());
        }
        return order.size() == kColumns.size() ? order : Order{};
    }

    /// Areas in their order and the sum; the year may head them.
    [[nodiscard]] const Word* of_column(const Cell& cell, std::vector<const Word*> numbers) const {
        std::vector<Cell> present;
        for (const auto& [other, figure] : figures_)
            if (other.kind == CellKind::history && other.scoring == cell.scoring && other.year == cell.year &&
                *figure.value)
                present.push_back(other);
        // The sum, of no area, stands last.
        std::stable_partition(present.begin(), present.end(), [](const Cell& one) { return one.area != 0; });
        if (!numbers.empty() && value_of(*numbers.front()) == Decimal(cell.year))
            numbers.erase(numbers.begin());
        const auto found = std::find(present.begin(), present.end(), cell);
        if (numbers.size() != present.size() || found == present.end()) return nullptr;
        return numbers[static_cast<std::size_t>(found - present.begin())];
    }

    [[nodiscard]] const Word* of_box(const Cell& cell, const std::vector<const Word*>& numbers) const {
        const auto points = value(cell, cell.field);
        const auto says_it = [&](const Word* word) { return points && value_of(*word) == points; };
        if (std::count_if(numbers.begin(), numbers.end(), says_it) != 1) return nullptr;
        return *std::find_if(numbers.begin(), numbers.end(), says_it);
    }

    Record record_;
    const PageAsRead& pages_;
    std::map<Cell, Figure> figures_;              ///< into record_
    std::map<std::pair<int, int>, Order> orders_; ///< by scoring and area
};

} // namespace

bool is_of_row(const Cell& cell) {
    return cell.kind == CellKind::question || cell.kind == CellKind::total;
}

std::map<Cell, Place> places_of_figures(const Record& record, const PageAsRead& pages) {
    std::map<Cell, Place> places;
    Locator locator(record, pages);
    auto named = record;
    for (const auto& figure : figures(named))
        if (const auto place = locator.place_of(figure.cell)) places.emplace(figure.cell, *place);
    return places;
}

std::optional<Place> place_of_figure(const Record& record, const Cell& cell, const PageAsRead& pages) {
    return Locator(record, pages).place_of(cell);
}

} // namespace kompass::publish
