// Why a figure was repaired, and what may be misread, in words with the figures.
//
// "4.4 reads 63 %; with 68 % the row gives 10.2 ≈ 10 and the area sums to 61 as printed." Pure; no errors.
#pragma once

#include "model/figures.h"

#include <optional>
#include <string>
#include <vector>

namespace kompass::audit {

/// `area` holds the figures as repaired; `witnessed` says that its sum was checked.
[[nodiscard]] std::string repair_story(const Area& area, const Figure& figure, const std::string& read,
                                       bool witnessed);

/// One figure of an explanation that differs from what was read.
struct Change {
    Cell cell;
    std::optional<Decimal> read;
    Decimal value;
};

/// "If OCR misread a figure, it may be 4.4 percent 68 (read 63), or …": the first few of them.
[[nodiscard]] std::string open_story(const std::vector<std::vector<Change>>& explanations);

} // namespace kompass::audit
