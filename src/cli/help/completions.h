// What may stand next in a command line that is being typed, from the declarations of commands.
//
// The shells ask by `kompass complete`; what they know themselves (files, folders) is left to them. Pure.
#pragma once

#include "cli/command.h"

#include <string>
#include <vector>

namespace kompass::cli {

struct Candidate {
    std::string word;
    std::string meaning; ///< one line; may be empty
};

struct Completions {
    enum class Of { words, files, folders };
    Of of = Of::words;
    std::vector<Candidate> candidates = {}; ///< of words: all that begin like the last word
};

/// `words` are those after "kompass"; the last is the one being typed and may be empty.
[[nodiscard]] Completions completions(const std::vector<Command>& commands, std::vector<std::string> words);

} // namespace kompass::cli
