#include "audit/history_settlement.h"

#include "audit/area_settlement.h"
#include "model/instrument.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace kompass::audit {
namespace {

/// The values that each figure of a column has in those choices that make its sum hold.
class ColumnSearch {
public:
    explicit ColumnSearch(std::vector<std::vector<int>> options)
        : options_(std::move(options)), chosen_(options_.size()), values_(options_.size()) {
        choose(0, 0);
    }

    [[nodiscard]] const std::vector<std::vector<int>>& values() const { return values_; }
    [[nodiscard]] bool any() const { return !values_.back().empty(); }

private:
    void choose(std::size_t index, int sum) {
        if (index + 1 == options_.size()) {
            const auto& totals = options_.back();
            if (std::find(totals.begin(), totals.end(), sum) == totals.end()) return;
            chosen_.back() = sum;
            note();
            return;
        }
        for (const int value : options_[index]) {
            chosen_[index] = value;
            choose(index + 1, sum + value);
        }
    }

    void note() {
        for (std::size_t i = 0; i < chosen_.size(); ++i)
            if (std::find(values_[i].begin(), values_[i].end(), chosen_[i]) == values_[i].end())
                values_[i].push_back(chosen_[i]);
    }

    std::vector<std::vector<int>> options_; ///< of the areas, then of the total
    std::vector<int> chosen_;
    std::vector<std::vector<int>> values_;
};

/// What OCR saw there; for an unread figure, anything that it may be.
std::vector<int> options_of(const Figure& figure, const Evidence& evidence, int most) {
    if (!figure.value->has_value()) {
        std::vector<int> all(static_cast<std::size_t>(most));
        std::iota(all.begin(), all.end(), 1);
        return all;
    }
    std::vector<int> options{**figure.value};
    if (const auto unsure = evidence.unsure.find(figure.cell); unsure != evidence.unsure.end())
        options.insert(options.end(), unsure->second.readings.begin(), unsure->second.readings.end());
    return options;
}

void take(const Figure& figure, const std::vector<int>& values, int sum) {
    const auto read = *figure.value ? std::to_string(**figure.value) : std::string();
    if (!take_values(figure, values)) return;
    figure.repairs->push_back(
        {figure.field, read, **figure.value,
         fmt::format("{} {}; with {} the eight areas sum to {}", name_of(figure.cell),
                     read.empty() ? "cannot be read" : "reads " + read, **figure.value, sum)});
}

/// The total that a column should have, if that is a usual misreading of what was read.
void settle_total(const Figure& total, int sum, const rules::DigitMisreadings& misreadings) {
    if (!*total.value || **total.value == sum) return;
    for (const auto& printed : misreadings.printed_for(**total.value, points_of_all_areas))
        if (printed.usual && printed.value == sum) {
            take(total, {sum}, sum);
            return;
        }
}

} // namespace

void settle_column(HistoryColumn& column, std::optional<std::int64_t> points_in_all, const Evidence& evidence,
                   const rules::DigitMisreadings& misreadings) {
    const auto all = figures(column);
    const bool scanned = std::any_of(all.begin(), all.end(),
                                     [&](const Figure& figure) { return was_read_by_ocr(figure, evidence); });
    const auto unread = std::count_if(all.begin(), all.end(),
                                      [](const Figure& figure) { return !figure.value->has_value(); });
    if (!scanned || all.size() != area_count + 1 || unread > 1) return;
    const auto sum = [&] {
        int points = 0;
        for (std::size_t i = 0; i < area_count; ++i)
            points += all[i].value->value_or(0);
        return points;
    };
    if (unread == 0 && points_in_all && sum() == *points_in_all) settle_total(all.back(), sum(), misreadings);

    std::vector<std::vector<int>> options;
    for (std::size_t i = 0; i <= area_count; ++i)
        options.push_back(
            options_of(all[i], evidence, i < area_count ? points_an_area : points_of_all_areas));
    const ColumnSearch search(std::move(options));
    if (!search.any()) return;
    for (std::size_t i = 0; i <= area_count; ++i)
        take(all[i], search.values()[i], *all.back().value ? **all.back().value : sum());
}

} // namespace kompass::audit
