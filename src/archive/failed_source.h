// A source that could not be taken, and why.
#pragma once

#include "model/trouble.h"

#include <string>

namespace kompass::archive {

struct FailedSource {
    std::string file, sha256; ///< sha256 empty where the bytes could not be read
    Troubles troubles;
};

} // namespace kompass::archive
