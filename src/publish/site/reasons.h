// Why a figure or a part is not as it should be, in Swedish: for checks, repairs, doubts and the account.
//
// Checks are told by their kind and figures, never by translating their English sentence. What the account
// says is of a closed set of sentences, of which wordings.h has each in Swedish; one that it does not know is
// told in general words. What a person wrote stays as it is. Pure.
#pragma once

#include "enquiry/checks.h"
#include "enquiry/figures.h"
#include "model/account.h"

#include <cstddef>
#include <string>
#include <vector>

namespace kompass::publish::site {

/// What was checked does not hold: "Frågornas poäng ger inte områdets summa: där står 54; väntat 51."
[[nodiscard]] std::string reason_of(const AuditFinding& finding);

/// What contradicts the figure in effect: which checks, of it or of the whole row that it stands in.
[[nodiscard]] std::vector<std::size_t> checks_of(const Cell& cell,
                                                 const std::vector<enquiry::LayeredCheck>& checks);

/// Of a figure that is not simply sound.
[[nodiscard]] std::string reason_of(const enquiry::FigureRow& row,
                                    const std::vector<enquiry::LayeredCheck>& checks);

/// Of a part that is damaged or missing, with a capital and a full stop.
[[nodiscard]] std::string reason_of(const Part& part);

} // namespace kompass::publish::site
