// One area's part of settle() (settlement.h, which says what is done): builds the problem for the solver and
// takes over what it finds.
//
// Pure but for the area and the figure of the history that it is given.
#pragma once

#include "audit/evidence.h"
#include "model/figures.h"
#include "rules/digit_misreadings.h"
#include "rules/edition.h"

#include <cstddef>
#include <optional>
#include <string>

namespace kompass::audit {

enum class AreaState {
    untouched,   ///< not read by OCR, or holding as it was read
    explained,   ///< misreadings were found
    unexplained, ///< it does not hold, and no likely misreading makes it hold
};

struct AreaOutcome {
    AreaState state = AreaState::untouched;
    std::string remark; ///< the open explanations in words; empty: none is open
};

/// What an area is judged by.
struct Judgement {
    const Evidence& evidence;
    const rules::DigitMisreadings& misreadings;
    const rules::AreaDefinition* definition = nullptr; ///< null: the edition does not know the area
    bool history_sums = false; ///< the column of the report's own year sums to its total as it was read
    bool boxes = false;        ///< the report has a points box for most areas, so that each should have one
    Grains grains{};
};

/// Of a figure that is doubtful: more are not listed.
inline constexpr std::size_t most_candidates = 8;

/// True if OCR read it, as far as is known.
[[nodiscard]] bool was_read_by_ocr(const Figure& figure, const Evidence& evidence);

/// Gives the figure its values among explanations, best first: one alone is taken (true if that is another
/// one than was read), several make it doubtful.
bool take_values(const Figure& figure, const std::vector<Decimal>& values);

/// `in_history` is the area's figure in the column of the report's own year, if there is one.
AreaOutcome settle_area(Area& area, const std::optional<Figure>& in_history, const Judgement& judgement);

} // namespace kompass::audit
