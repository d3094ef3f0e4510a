// What somebody who mistyped a name may have meant: of commands, options, cells, municipalities, editions.
//
// Case and diacritics are no difference. Pure.
#pragma once

#include <string>
#include <vector>

namespace kompass::cli {

/// "; did you mean Köping?", or nothing if none of `names` is like `word`.
[[nodiscard]] std::string did_you_mean(const std::string& word, const std::vector<std::string>& names);

} // namespace kompass::cli
