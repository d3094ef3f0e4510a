#include "audit/choices.h"

#include "model/instrument.h"

#include <algorithm>
#include <cmath>

namespace kompass::audit {
namespace {

constexpr int greatest_figure = points_an_area; // of points, maxima and percents

bool holds(const Choices& choices, Decimal value) {
    return std::any_of(choices.begin(), choices.end(),
                       [&](const Choice& choice) { return choice.value == value; });
}

/// The readings that OCR itself weighed share most of its doubt.
void add_seen(const UnsureReading& unsure, Choices& choices) {
    constexpr double share = 0.8;
    constexpr double least = 0.01;
    const double doubt = std::max(least, 1 - unsure.confidence);
    for (const auto value : unsure.readings)
        if (value >= 0 && value <= greatest_figure && !holds(choices, value))
            choices.push_back(
                {value, 0, -std::log(doubt * share / static_cast<double>(unsure.readings.size()))});
}

} // namespace

Choices as_printed(std::optional<Decimal> figure) {
    if (!figure) return {};
    return {{*figure, 0, 0}};
}

Choices as_read(Decimal figure, const UnsureReading* unsure, const rules::DigitMisreadings& misreadings,
                Grain grain) {
    constexpr double likeliest = 0.5;
    Choices choices{{figure, 0, 0}};
    double weight = 1;
    if (unsure != nullptr) {
        add_seen(*unsure, choices);
        weight = std::max(1.0, (1 - unsure->confidence) / misreadings.sure_error());
    }
    for (const auto& printed : misreadings.printed_for(figure, greatest_figure, step_of(grain))) {
        if (holds(choices, printed.value)) continue;
        const double cost = -std::log(std::min(likeliest, printed.probability * weight));
        choices.push_back({printed.value, printed.usual ? 1 : 2, cost});
    }
    return choices;
}

Choices not_read(Grain grain) {
    Choices choices;
    for (Decimal value; value <= greatest_figure; value += step_of(grain))
        choices.push_back({value, 0, 0});
    const double cost = std::log(choices.size());
    for (auto& choice : choices)
        choice.cost = cost;
    return choices;
}

} // namespace kompass::audit
