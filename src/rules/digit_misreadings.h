// How OCR misreads figures: rules/digits.toml.
//
// Given a figure as it was read, what may be printed there, and how likely that is: digits that look alike
// exchanged, a digit or a decimal comma lost or added, and, less likely, any other digit or two at once.
// Immutable and thread safe once loaded; loading throws RulesError naming file and line.
#pragma once

#include "model/decimal.h"
#include "model/instrument.h"

#include <array>
#include <filesystem>
#include <vector>

namespace kompass::rules {

/// What may be printed where something else was read.
struct MisreadFigure {
    Decimal value;
    bool usual = true;      ///< one listed exchange, or one digit or comma lost or added
    double probability = 0; ///< of being read as it was, if this is printed
};

class DigitMisreadings {
public:
    [[nodiscard]] static DigitMisreadings load(const std::filesystem::path& path);

    /// The figures from 0 to `greatest` in that step, other than `read`, that may have been read as `read`.
    [[nodiscard]] std::vector<MisreadFigure> printed_for(Decimal read, Decimal greatest = points_an_area,
                                                         Decimal step = 1) const;

    /// How many times likelier the best explanation must be for another to be dropped.
    [[nodiscard]] double odds() const { return odds_; }
    /// How likely a report contradicts itself in such a way that a misreading would explain it.
    [[nodiscard]] double published_error() const { return published_error_; }
    /// The share of figures that OCR is sure of and reads wrongly.
    [[nodiscard]] double sure_error() const { return sure_error_; }

private:
    [[nodiscard]] double exchange_rate(char printed, char read) const;
    [[nodiscard]] bool looks_alike(char printed, char read) const;
    [[nodiscard]] double rate_of_loss(char sign) const;
    [[nodiscard]] double rate_of_addition(char sign) const;

    std::array<std::array<double, 10>, 10> confusion_{}; ///< 0: not listed
    double lost_ = 0, added_ = 0, comma_ = 0, other_ = 0, odds_ = 1, sure_error_ = 0, published_error_ = 0;
};

} // namespace kompass::rules
