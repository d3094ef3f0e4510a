// What a cell of a report can hold: a number within its bounds (points may have a decimal), a date, or a
// text.
//
// The bounds are the instrument's (model/instrument.h) and the calendar's. Which municipalities and editions
// there are is not known here. Pure functions, no errors.
#pragma once

#include "model/cell.h"
#include "model/decimal.h"

#include <optional>
#include <string>
#include <string_view>

namespace kompass {

/// True if a person can decide it: a figure, a fact of the report itself, a text.
[[nodiscard]] bool is_decidable(const Cell& cell);

/// True of figures, and of the year, month, ordinal and number of interviewees.
[[nodiscard]] bool holds_number(const Cell& cell);

/// True of those figures that may have a decimal: points of whatever is scored.
[[nodiscard]] bool may_have_decimal(const Cell& cell);

/// "2019-02-08", and a day that there was, of years that the instrument may have seen.
[[nodiscard]] bool is_date(std::string_view text);

/// Of digits alone, so few that it is a whole number; nullopt: it is none.
[[nodiscard]] std::optional<int> whole_number_from(std::string_view text);

/// The number that the text is in a cell that holds numbers: "9", and of points "9.5" or "9,5"; nullopt:
/// none.
[[nodiscard]] std::optional<Decimal> number_from(const Cell& cell, std::string_view text);

/// The value as every list shows it: of points "9.5", however it was entered ("9,5").
[[nodiscard]] std::string plain_value(const Cell& cell, const std::string& value);

/// What a decidable cell can hold, for those that check it elsewhere.
struct ValueRule {
    enum class Kind { number, date, text };
    Kind kind = Kind::text;
    int least = 0, most = 0; ///< of a number; the years of a date
    bool decimal = false;    ///< of a number: it may have one
};

[[nodiscard]] ValueRule rule_of(const Cell& cell);

/// Why a decidable cell cannot hold the value: "'month' holds a whole number from 1 to 12, not 'tolv'".
/// Empty: it can.
[[nodiscard]] std::string fault_of_value(const Cell& cell, std::string_view value);

} // namespace kompass
