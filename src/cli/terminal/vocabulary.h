// Words that stages to the left use as names (of states, verdicts, parts), and that people read in their own
// language: they are given to `tr` where they are shown. Here they are named to the catalogue; a test holds
// the list to the names that there are.
#pragma once

#include <string>
#include <vector>

namespace kompass::cli {

[[nodiscard]] const std::vector<std::string>& vocabulary();

} // namespace kompass::cli
