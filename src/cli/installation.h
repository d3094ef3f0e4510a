// What the program stands on in this machine: libraries, rules, language data.
#pragma once

#include "cli/settings.h"

#include <string>
#include <vector>

namespace kompass::cli {

struct Part {
    std::string name;
    std::string version; ///< or where it was found; empty if neither is known
    std::string needed_for;
    std::string mend; ///< what to do where it is missing
    bool present = true;
    bool vital = true; ///< false: nothing that this version does fails without it
};

[[nodiscard]] std::vector<Part> installation(const Settings& settings);

} // namespace kompass::cli
