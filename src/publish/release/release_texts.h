// What a release says of itself for people and for programs that cite: README.md and CITATION.cff.
//
// Pure.
#pragma once

#include "publish/export/publication.h"
#include "publish/release/changes.h"

#include <string>
#include <vector>

namespace kompass::publish {

/// `before`: number of the release before; empty: it is the first.
[[nodiscard]] std::string release_readme(const Publication& publication, const std::string& before,
                                         const std::vector<Change>& changes, bool with_names);

/// Citation File Format 1.2.0.
[[nodiscard]] std::string citation(const Publication& publication);

} // namespace kompass::publish
