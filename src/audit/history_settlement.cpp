#include "audit/history_settlement.h"

#include "audit/area_settlement.h"
#include "audit/grain.h"
#include "model/instrument.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace kompass::audit {
namespace {

/// The values that each figure of a column has in those choices that make its sum hold.
class ColumnSearch {
public:
    explicit ColumnSearch(std::vector<std::vector<Decimal>> options)
        : options_(std::move(options)), chosen_(options_.size()), values_(options_.size()) {
        choose(0, 0);
    }

    [[nodiscard]] std::vector<std::vector<Decimal>> values() && { return std::move(values_); }

private:
    void choose(std::size_t index, Decimal sum) {
        if (index + 1 == options_.size()) {
            const auto& totals = options_.back();
            if (std::find(totals.begin(), totals.end(), sum) == totals.end()) return;
            chosen_.back() = sum;
            note();
            return;
        }
        for (const auto value : options_[index]) {
            chosen_[index] = value;
            choose(index + 1, sum + value);
        }
    }

    void note() {
        for (std::size_t i = 0; i < chosen_.size(); ++i)
            if (std::find(values_[i].begin(), values_[i].end(), chosen_[i]) == values_[i].end())
                values_[i].push_back(chosen_[i]);
    }

    std::vector<std::vector<Decimal>> options_; ///< of the areas, then of the total
    std::vector<Decimal> chosen_;
    std::vector<std::vector<Decimal>> values_;
};

/// What OCR saw there; for an unread figure, anything that it may be.
std::vector<Decimal> options_of(const Figure& figure, const Evidence& evidence, Decimal most, Decimal step) {
    if (!figure.value->has_value()) {
        std::vector<Decimal> all;
        for (auto value = step; value <= most; value += step)
            all.push_back(value);
        return all;
    }
    std::vector<Decimal> options{**figure.value};
    if (const auto unsure = evidence.unsure.find(figure.cell); unsure != evidence.unsure.end())
        options.insert(options.end(), unsure->second.readings.begin(), unsure->second.readings.end());
    return options;
}

void take(const Figure& figure, const std::vector<Decimal>& values, Decimal sum) {
    const auto read = *figure.value ? (*figure.value)->text() : std::string();
    if (!take_values(figure, values)) return;
    figure.repairs->push_back(
        {figure.field,
         read,
         **figure.value,
         fmt::format("{} {}; with {} the eight areas sum to {}", name_of(figure.cell),
                     read.empty() ? "cannot be read" : "reads " + read, **figure.value, sum),
         {CheckKind::history_sum}});
}

/// The total that a column should have, if that is a usual misreading of what was read.
void settle_total(const Figure& total, Decimal sum, Decimal step,
                  const rules::DigitMisreadings& misreadings) {
    if (!*total.value || **total.value == sum) return;
    for (const auto& printed : misreadings.printed_for(**total.value, points_of_all_areas, step))
        if (printed.usual && printed.value == sum) {
            take(total, {sum}, sum);
            return;
        }
}

/// The step in which a column's points are given.
Decimal step_in(const std::vector<Figure>& column) {
    auto grain = Grain::whole;
    for (const auto& figure : column)
        if (*figure.value) grain = std::min(grain, grain_of(**figure.value));
    return step_of(grain);
}

} // namespace

void settle_column(HistoryColumn& column, std::optional<Decimal> points_in_all, const Evidence& evidence,
                   const rules::DigitMisreadings& misreadings) {
    const auto all = figures(column);
    const bool scanned = std::any_of(all.begin(), all.end(),
                                     [&](const Figure& figure) { return was_read_by_ocr(figure, evidence); });
    const auto unread = std::count_if(all.begin(), all.end(),
                                      [](const Figure& figure) { return !figure.value->has_value(); });
    if (!scanned || all.size() != area_count + 1 || unread > 1) return;
    const auto sum = [&] {
        Decimal points;
        for (std::size_t i = 0; i < area_count; ++i)
            points += all[i].value->value_or(0);
        return points;
    };
    const auto step = step_in(all);
    if (unread == 0 && points_in_all && sum() == *points_in_all)
        settle_total(all.back(), sum(), step, misreadings);

    std::vector<std::vector<Decimal>> options;
    for (std::size_t i = 0; i <= area_count; ++i)
        options.push_back(
            options_of(all[i], evidence, i < area_count ? points_an_area : points_of_all_areas, step));
    const auto values = options_that_sum(std::move(options));
    if (values.back().empty()) return;
    for (std::size_t i = 0; i <= area_count; ++i)
        take(all[i], values[i], *all.back().value ? **all.back().value : sum());
}

std::vector<std::vector<Decimal>> options_that_sum(std::vector<std::vector<Decimal>> options_of_column) {
    return ColumnSearch(std::move(options_of_column)).values();
}

} // namespace kompass::audit
