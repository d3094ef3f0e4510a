// The words of a command line put in order: the command first, then its options and arguments.
//
// Options may stand before the command as well as after it; which of them takes the next word as its value is
// told by the declarations. Pure.
#pragma once

#include "cli/command.h"

#include <string>
#include <vector>

namespace kompass::cli {

struct GivenWords {
    std::vector<std::string>
        command; ///< "corrections" "import"; as typed, it need not exist; empty: none given
    std::vector<std::string> rest;
};

[[nodiscard]] GivenWords in_order(const std::vector<Command>& commands, const std::vector<Option>& settings,
                                  const std::vector<std::string>& words);

/// The one of `names` that somebody who typed `word` may have meant; empty if none is like it.
[[nodiscard]] std::string nearest(const std::string& word, const std::vector<std::string>& names);

/// "--jobs", "--quiet", "-q": all names of the options, arguments left out.
[[nodiscard]] std::vector<std::string> names_of(const std::vector<Option>& options);

} // namespace kompass::cli
