// What people decided, each with the evaluation that it is about.
//
// Part of the caller's transaction.
#pragma once

#include "archive/connection.h"
#include "model/correction.h"

#include <string>
#include <vector>

namespace kompass::enquiry {

struct DecisionMade {
    std::string evaluation; ///< its key; empty: its document is not in the archive
    Correction decision;
};

/// In the order they were entered.
[[nodiscard]] std::vector<DecisionMade> decisions_made(const archive::Connection& connection);

} // namespace kompass::enquiry
