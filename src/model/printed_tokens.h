// The tokens that tables of reports print: figures, the numbers of questions and tables, years; and what an
// OCR leaves of a table's rules. UTF-8; pure.
#pragma once

#include "model/decimal.h"

#include <optional>
#include <string>
#include <string_view>

namespace kompass::printed {

/// The number with which a text begins.
struct Number {
    bool printed = false;         ///< there is one
    std::optional<Decimal> value; ///< none: it is neither whole nor one with a half ("9,3")
};
/// Takes a number of at most four digits off the text: "9", "9,5", "9,0", "9½", "9 ½", "9.5"; "4.5" is 4,
/// since that is how questions are numbered.
[[nodiscard]] Number take_number(std::string_view& text);

/// A figure, whole or with a half, with or without a percent sign (then it is whole), free of the bars and
/// brackets that an OCR makes of table rules: "65%", "|65", "100", "9,5". Else nullopt.
struct Figure {
    Decimal value;
    bool percent = false;
};
[[nodiscard]] std::optional<Figure> figure(std::string_view token);

/// "4.2", "8.10" (with the bars and brackets of table rules stripped): the number of a question; else empty.
/// One printed with a nought before it, "4.02", or with a colon, "4:2", is 4.2.
[[nodiscard]] std::string question_number(std::string_view token);

/// "4", "4.", "S." or "." at the head of a score table, or empty. Misread labels come back as they stand.
[[nodiscard]] bool is_table_number(std::string_view token);

/// 1990 to 2099.
[[nodiscard]] std::optional<int> year(std::string_view token);
/// The first one in a text, as the head of a column: "2015", "År 2015", "2015*", "2010 (ny modell)".
[[nodiscard]] std::optional<int> year_in(std::string_view text);
/// The same where the text names no other year.
[[nodiscard]] std::optional<int> only_year_in(std::string_view text);

/// Bars, brackets and lone points: what an OCR leaves of rules and specks.
[[nodiscard]] bool is_debris(std::string_view token);

/// Without the bars and brackets of table rules at its ends.
[[nodiscard]] std::string_view without_rules(std::string_view token);

} // namespace kompass::printed
