// The lasting name of an evaluation: "se-1983-2017-10", from country, municipality and period.
//
// It does not depend on the archive that holds it. Where the code is not known the name stands for it, and
// where that or the year is not known the hash of the document with the lowest; where one of them is doubtful
// the hash is added. Pure; no errors.
#pragma once

#include "model/record.h"

#include <string>
#include <vector>

namespace kompass::archive {

/// What names are made of.
struct Named {
    const Record* record = nullptr; ///< as in effect
    std::string hash;               ///< the lowest of the documents'
    std::string country = "se";     ///< of the register of municipalities, as the instrument says
};

/// One for each, all different: evaluations of one municipality and period are told apart by their ordinals,
/// and if that does not do it by their hashes.
[[nodiscard]] std::vector<std::string> evaluation_keys(const std::vector<Named>& evaluations);

} // namespace kompass::archive
