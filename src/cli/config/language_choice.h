// Which language the program speaks: --lang, else the config file's, else the locale's.
#pragma once

#include "text/language.h"

#include <string>
#include <vector>

namespace kompass::cli {

/// `words` are those of the command line. A language that there is not, and a config file that is wrong,
/// count for nothing here: what parses them complains, and must speak some language to do so.
[[nodiscard]] text::Language chosen_language(const std::vector<std::string>& words);

} // namespace kompass::cli
