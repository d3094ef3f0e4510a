// Blanks and tokens of a line, and the figures among them. UTF-8; pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kompass::text {

[[nodiscard]] std::string_view trimmed(std::string_view text);

/// The runs of non-blanks (blank, tab, no-break space).
[[nodiscard]] std::vector<std::string> tokens(std::string_view line);

[[nodiscard]] std::string with_blanks(const std::vector<std::string>& tokens, std::size_t first,
                                      std::size_t last);

/// A whole figure of at most four digits, with or without a percent sign, free of the bars and brackets that
/// an OCR makes of table rules: "65%", "|65", "100". Its digits, or nullopt.
struct Figure {
    int value = 0;
    bool percent = false;
};
[[nodiscard]] std::optional<Figure> figure(std::string_view token);

/// "4.2", "8.10" (with the bars and brackets of table rules stripped): the number of a question; else empty.
[[nodiscard]] std::string question_number(std::string_view token);

/// "4", "4.", "S." or "." at the head of a score table, or empty. Misread labels come back as they stand.
[[nodiscard]] bool is_table_number(std::string_view token);

/// 1990 to 2099.
[[nodiscard]] std::optional<int> year(std::string_view token);

/// Bars, brackets and lone points: what an OCR leaves of rules and specks.
[[nodiscard]] bool is_debris(std::string_view token);

/// Without the bars and brackets of table rules at its ends.
[[nodiscard]] std::string_view without_rules(std::string_view token);

} // namespace kompass::text
