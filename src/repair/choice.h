// Choice: which of the options fits at each place, told by the neighbours.
//
// A chain of places, each with options; an option costs by itself and by the pair it makes with the one
// before. The probability of every option, all ways through the chain considered (forward-backward), is what
// decides and what is kept as the trace of a change. Pure; thread safe.
#pragma once

#include "repair/lexicon.h"

#include <vector>

namespace kompass::repair {

struct Option {
    double seen = 0;      ///< -ln of how likely what stands there is if this is meant
    double language = 0;  ///< -ln of how likely this is, whatever stands before
    Lexicon::Key key = 0; ///< to look up pairs; 0: there are none
};

using Options = std::vector<Option>;

/// The probability of each option of each place; those of a place sum to 1. No place may be without options.
[[nodiscard]] std::vector<std::vector<double>> probabilities(const std::vector<Options>& places,
                                                             const Lexicon& lexicon);

} // namespace kompass::repair
