// Which municipalities are named as role models, by whom and for what.
#pragma once

#include "enquiry/standings.h"

#include <optional>
#include <string>
#include <vector>

namespace kompass::enquiry {

struct RoleModelNaming {
    std::string role_model; ///< as it was called then; else as printed
    std::string code_now;   ///< of it as it is registered now; empty: not recognised
    int area = 0;
    std::string title; ///< of the area
    ReportName named_by;
    std::optional<State> state; ///< of the naming
};

/// By name of the role model (Swedish collation), area and report. `name` (any that it has borne, or its
/// code; any case, with or without diacritics) and `area` narrow it; empty: all. Part of the caller's
/// transaction.
[[nodiscard]] std::vector<RoleModelNaming> role_models(const archive::Connection& connection,
                                                       const std::string& name, std::optional<int> area);

} // namespace kompass::enquiry
