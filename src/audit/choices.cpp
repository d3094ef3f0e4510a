#include "audit/choices.h"

#include "model/instrument.h"

#include <algorithm>
#include <cmath>

namespace kompass::audit {
namespace {

constexpr int greatest_figure = points_an_area; // of points, maxima and percents

bool holds(const Choices& choices, int value) {
    return std::any_of(choices.begin(), choices.end(),
                       [&](const Choice& choice) { return choice.value == value; });
}

/// The readings that OCR itself weighed share most of its doubt.
void add_seen(const UnsureReading& unsure, Choices& choices) {
    constexpr double share = 0.8;
    constexpr double least = 0.01;
    const double doubt = std::max(least, 1 - unsure.confidence);
    for (const int value : unsure.readings)
        if (value >= 0 && value <= greatest_figure && !holds(choices, value))
            choices.push_back(
                {value, 0, -std::log(doubt * share / static_cast<double>(unsure.readings.size()))});
}

} // namespace

Choices as_printed(std::optional<int> figure) {
    if (!figure) return {};
    return {{*figure, 0, 0}};
}

Choices as_read(int figure, const UnsureReading* unsure, const rules::DigitMisreadings& misreadings) {
    constexpr double likeliest = 0.5;
    Choices choices{{figure, 0, 0}};
    double weight = 1;
    if (unsure != nullptr) {
        add_seen(*unsure, choices);
        weight = std::max(1.0, (1 - unsure->confidence) / misreadings.sure_error());
    }
    for (const auto& printed : misreadings.printed_for(figure)) {
        if (holds(choices, printed.value)) continue;
        const double cost = -std::log(std::min(likeliest, printed.probability * weight));
        choices.push_back({printed.value, printed.usual ? 1 : 2, cost});
    }
    return choices;
}

Choices not_read() {
    const double cost = std::log(greatest_figure + 1);
    Choices choices;
    for (int value = 0; value <= greatest_figure; ++value)
        choices.push_back({value, 0, cost});
    return choices;
}

} // namespace kompass::audit
