// An export as a catalogue of data has it, by the profile DCAT-AP-SE 3: a catalogue, its publisher, one data
// set and a distribution of it for each form, whose files are its downloads.
//
// Addresses begin with where the export is published (Publication::address); where that is not told they are
// relative to the catalogue itself. What nobody told is left out: `missing` names what the profile wants. The
// catalogue's own licence is CC0, as the profile demands of the description (not of the data). Pure.
#pragma once

#include "publish/export/publication.h"
#include "publish/export/rdf.h"

#include <string>
#include <vector>

namespace kompass::publish {

[[nodiscard]] std::vector<Resource> catalogue(const Publication& publication);

/// What a harvester misses, as `kompass describe` calls it.
[[nodiscard]] std::vector<std::string> missing(const Publication& publication);

} // namespace kompass::publish
