// Figures and parts of reports by their Swedish names: "4.4, procent". Pure.
#pragma once

#include "model/account.h"
#include "model/cell.h"

#include <string>

namespace kompass::publish::site {

[[nodiscard]] std::string words_of(const Cell& cell);
[[nodiscard]] std::string words_of(const Part& part);
/// What a check says that stands there, or follows from the rest: "70 of 100, or 65 %" in Swedish, with a
/// decimal comma.
[[nodiscard]] std::string words_of_values(std::string values);

} // namespace kompass::publish::site
