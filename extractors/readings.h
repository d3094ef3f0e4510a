// Figures that OCR was not sure of, as the cells of tables bear them: noted as evidence for the settlement
// (audit/settlement.h), and doubtful until it settles them.
//
// Pure but for what it is given to note in.
#pragma once

#include "audit/evidence.h"
#include "model/block.h"
#include "model/cell.h"

#include <map>
#include <string>
#include <vector>

namespace kompass {

/// Where doubts about a figure are kept.
struct DoubtNotes {
    std::vector<std::string>& doubtful;
    std::map<std::string, std::vector<Decimal>>& candidates;
};

/// `figure` is what the cell holds. Does nothing if OCR was sure, or if the cell holds no figure.
void note_if_unsure(const TableCell& cell, const Cell& figure, const DoubtNotes& notes,
                    audit::Evidence& evidence);

} // namespace kompass
