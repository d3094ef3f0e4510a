// Where a value of a record stands, and what found it there: beside the figures and findings, which bear
// their places themselves, the identity, titles, headings, role models and key facts.
//
// A value has one entry: the place that decided it, where several say the same. What follows from all of the
// report (the edition) has none, nor have paragraphs and chapters, which bear their page. Plain values.
#pragma once

#include "model/cell.h"
#include "model/place.h"

#include <string>
#include <vector>

namespace kompass {

struct Provenance {
    Cell of;          ///< the value, or the list that it is one of
    int item = 0;     ///< which of that list, 1 is the first; 0: the value has a cell of its own
    std::string rule; ///< id of the rule that found it; empty: its place in a table or list alone
    Places places;    ///< none: what the file says of itself, beside its pages

    bool operator==(const Provenance&) const = default;
};

using Provenances = std::vector<Provenance>;

/// What made a record of what was read, on whatever machine.
struct ExtractedBy {
    std::string version; ///< of kompass
    std::string rules;   ///< checksum of all files of its rules

    bool operator==(const ExtractedBy&) const = default;
};

} // namespace kompass
