#include "model/cell_value.h"

#include "model/instrument.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <string>

namespace kompass {
namespace {

struct Bounds {
    int least = 0, most = 0;
};

constexpr int most_of_a_count = 9999; ///< people, ordinals, years: what four digits hold
constexpr int first_year = 1990;      ///< the instrument is younger
constexpr int last_year = 2099;
constexpr int months = 12;

Bounds bounds_of(const Cell& cell) {
    switch (cell.field) {
    case CellField::percent:
        return {0, most_percent};
    case CellField::year:
        return {first_year, last_year};
    case CellField::month:
        return {1, months};
    case CellField::ordinal:
        return {1, most_of_a_count};
    case CellField::interviewees:
        return {0, most_of_a_count};
    default:
        break;
    }
    const bool of_all = (cell.kind == CellKind::history || cell.kind == CellKind::total) && cell.area == 0;
    return {0, of_all ? points_of_all_areas : points_an_area};
}

std::optional<int> part(std::string_view date, std::size_t at, std::size_t length) {
    return whole_number_from(date.substr(at, length));
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

} // namespace

bool is_date(std::string_view text) {
    constexpr std::size_t length = 10;
    if (text.size() != length || text[4] != '-' || text[7] != '-') return false;
    const auto year = part(text, 0, 4);
    const auto month = part(text, 5, 2);
    const auto day = part(text, 8, 2);
    if (!year || !month || !day || *year < first_year || *year > last_year) return false;
    return std::chrono::year_month_day{std::chrono::year{*year},
                                       std::chrono::month{static_cast<unsigned>(*month)},
                                       std::chrono::day{static_cast<unsigned>(*day)}}
        .ok();
}

bool is_decidable(const Cell& cell) {
    switch (cell.kind) {
    case CellKind::report:
        return (cell.field >= CellField::municipality && cell.field <= CellField::edition &&
                cell.field != CellField::municipality_code) ||
               cell.position > 0;
    case CellKind::area:
        return cell.field == CellField::title || cell.field == CellField::box_points || cell.position > 0;
    case CellKind::question:
    case CellKind::total:
    case CellKind::history:
        break;
    }
    return cell.field != CellField::whole;
}

bool holds_number(const Cell& cell) {
    if (cell.kind == CellKind::report)
        return cell.field == CellField::year || cell.field == CellField::month ||
               cell.field == CellField::ordinal || cell.field == CellField::interviewees;
    return cell.field == CellField::points || cell.field == CellField::max ||
           cell.field == CellField::percent || cell.field == CellField::box_points;
}

bool may_have_decimal(const Cell& cell) {
    return cell.field == CellField::points || cell.field == CellField::box_points;
}

std::optional<Decimal> number_from(const Cell& cell, std::string_view text) {
    const auto number = Decimal::from_text(text);
    return number && (number->is_whole() || may_have_decimal(cell)) ? number : std::nullopt;
}

std::string plain_value(const Cell& cell, const std::string& value) {
    const auto number = holds_number(cell) ? number_from(cell, value) : std::nullopt;
    return number ? number->text() : value;
}

std::optional<int> whole_number_from(std::string_view text) {
    constexpr std::size_t most_digits = 4;
    if (text.empty() || text.size() > most_digits) return std::nullopt;
    int number = 0;
    const auto* const end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || at != end || number < 0) return std::nullopt;
    return number;
}

ValueRule rule_of(const Cell& cell) {
    if (holds_number(cell)) {
        const auto [least, most] = bounds_of(cell);
        return {ValueRule::Kind::number, least, most, may_have_decimal(cell)};
    }
    if (cell.field == CellField::document_date) return {ValueRule::Kind::date, first_year, last_year};
    return {};
}

std::string fault_of_value(const Cell& cell, std::string_view value) {
    if (is_blank(value)) return fmt::format("'{}' needs a value", name_of(cell));
    if (holds_number(cell)) {
        const auto [least, most] = bounds_of(cell);
        const auto number = number_from(cell, value);
        if (number && *number >= least && *number <= most) return {};
        const auto kind = may_have_decimal(cell)
                              ? fmt::format("a number from {} to {} with one decimal at most", least, most)
                              : fmt::format("a whole number from {} to {}", least, most);
        return fmt::format("'{}' holds {}, not '{}'", name_of(cell), kind, value);
    }
    if (cell.field == CellField::document_date && !is_date(value))
        return fmt::format("'{}' holds a date of {} to {} such as 2019-02-08, not '{}'", name_of(cell),
                           first_year, last_year, value);
    return {};
}

} // namespace kompass
