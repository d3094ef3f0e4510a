// What a printed figure may be, given what was read, in the grain in which it is printed.
//
// A choice has a strain (how many misreadings it takes: 0 for what was read or what OCR also saw, 1 for a
// usual misreading, 2 for an unusual one) and a cost: the negative logarithm of how likely it is beside the
// figure as read. Pure functions, thread safe, no errors.
#pragma once

#include "audit/grain.h"
#include "rules/digit_misreadings.h"

#include <optional>
#include <vector>

namespace kompass::audit {

struct Choice {
    Decimal value;
    int strain = 0;
    double cost = 0;
};

/// The figure as read comes first, if there is one. None: the figure is not printed.
using Choices = std::vector<Choice>;

/// What OCR says of a figure that it is not sure of.
struct UnsureReading {
    double confidence = 1;         ///< of the figure as read, 0 to 1
    std::vector<Decimal> readings; ///< further ones, best first
};

/// Of a figure that nobody may have misread.
[[nodiscard]] Choices as_printed(std::optional<Decimal> figure);

/// Of a figure that OCR read; `unsure` is null if it was sure.
[[nodiscard]] Choices as_read(Decimal figure, const UnsureReading* unsure,
                              const rules::DigitMisreadings& misreadings, Grain grain = Grain::whole);

/// Of a figure that is printed and was not read: anything, without strain.
[[nodiscard]] Choices not_read(Grain grain = Grain::whole);

} // namespace kompass::audit
