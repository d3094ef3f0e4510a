// One word that the stage `repair` changed, as it stands in the archive's table text_repair. Plain values.
#pragma once

#include <string>
#include <vector>

namespace kompass {

struct TextRepair {
    int page = 1;           ///< in the file, 1 is the first
    int line = 1;           ///< on the page, 1 is the first; of a page of words: the word
    std::string before;     ///< as it was read
    std::string after;      ///< as it was repaired
    std::string rule;       ///< "normal-form", "spelling", "context" or "sign": see docs/repair.md
    double probability = 1; ///< how sure it was, 0 to 1

    bool operator==(const TextRepair&) const = default;
};

using TextRepairs = std::vector<TextRepair>;

} // namespace kompass
