#include "audit/row_variants.h"

#include "model/instrument.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace kompass::audit {
namespace {

/// A figure that is not printed takes part in no constraint: one choice without a value.
struct Option {
    std::optional<Decimal> value;
    int strain = 0;
    double cost = 0;
};

std::vector<Option> options_of(const Choices& choices) {
    if (choices.empty()) return {Option{}};
    std::vector<Option> options;
    options.reserve(choices.size());
    for (const auto& choice : choices)
        options.push_back({choice.value, choice.strain, choice.cost});
    return options;
}

/// A row whose figures hardly meet is rarely printed: of all scores, few round to both of them.
double cost_of_room(const ScoreRange& range, Decimal max, Grain grain) {
    const auto all = around_points(0, grain);
    const auto most = std::min(all.upper - all.lower, 2 * max.whole());
    return std::log(static_cast<double>(most + 1) / static_cast<double>(range.upper - range.lower + 1));
}

class RowEnumeration {
public:
    RowEnumeration(const RowChoices& choices, int most_strain, Grain grain)
        : percents_(options_of(choices.percent)), most_strain_(most_strain), grain_(grain) {
        const auto points = options_of(choices.points);
        for (const auto& max : options_of(choices.max))
            for (const auto& point : points)
                if (point.strain + max.strain <= most_strain && allowed(point, max)) add(point, max);
        std::sort(variants_.begin(), variants_.end(), [](const RowVariant& a, const RowVariant& b) {
            return std::tie(a.strain, a.cost) < std::tie(b.strain, b.cost);
        });
    }

    std::vector<RowVariant> take() { return std::move(variants_); }

private:
    static bool allowed(const Option& points, const Option& max) {
        if (!max.value) return true;
        return *max.value > 0 && (!points.value || *points.value <= *max.value);
    }

    void add(const Option& points, const Option& max) {
        for (const auto& percent : percents_) {
            RowVariant variant{{points.value, max.value, percent.value},
                               points.value ? around_points(*points.value, grain_) : ScoreRange{},
                               points.strain + max.strain + percent.strain,
                               points.cost + max.cost + percent.cost};
            if (variant.strain > most_strain_) continue;
            if (percent.value && *percent.value > most_percent) continue;
            if (points.value && max.value && percent.value) {
                variant.range = variant.range.intersected(around_percent(*percent.value, *max.value));
                if (variant.range.empty()) continue;
                variant.cost += cost_of_room(variant.range, *max.value, grain_);
            }
            variants_.push_back(variant);
        }
    }

    std::vector<Option> percents_;
    int most_strain_;
    Grain grain_;
    std::vector<RowVariant> variants_;
};

} // namespace

std::vector<RowVariant> row_variants(const RowChoices& choices, int most_strain, Grain grain) {
    return RowEnumeration(choices, most_strain, grain).take();
}

} // namespace kompass::audit
