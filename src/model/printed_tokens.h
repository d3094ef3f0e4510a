// The tokens that tables of reports print: figures, the numbers of questions and tables, years; and what an
// OCR leaves of a table's rules. UTF-8; pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kompass::printed {

/// A whole figure of at most four digits, with or without a percent sign, free of the bars and brackets that
/// an OCR makes of table rules: "65%", "|65", "100". Its digits, or nullopt.
struct Figure {
    int value = 0;
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

/// Bars, brackets and lone points: what an OCR leaves of rules and specks.
[[nodiscard]] bool is_debris(std::string_view token);

/// Without the bars and brackets of table rules at its ends.
[[nodiscard]] std::string_view without_rules(std::string_view token);

} // namespace kompass::printed
