// The one exception of loading rules: a file is missing or says something that cannot be meant.
//
// The message names file and line, "layout-a.toml:12: …", where there is one.
#pragma once

#include <stdexcept>

namespace kompass::rules {

struct RulesError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

} // namespace kompass::rules
