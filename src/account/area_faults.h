// What speaks against an area's title, points box and score table. Each gives a phrase for people, or
// nothing. Pure and thread safe.
#pragma once

#include "account/survey.h"
#include "model/record.h"

#include <string>

namespace kompass::account {

[[nodiscard]] std::string fault_of_title(const Survey& survey, const Area& area);

[[nodiscard]] std::string fault_of_box(const Survey& survey, const AreaView& view);

[[nodiscard]] std::string fault_of_table(const Survey& survey, const AreaView& view);

} // namespace kompass::account
