// The files that an archive was read from, put beside an export of it: documents/HASH.pdf.
//
// They are named by the hash of what they hold, by which the tables call them. Only a file that still holds
// what was taken is copied. Throws as ExportFolder does.
#pragma once

#include "archive/archive.h"
#include "publish/export/export_folder.h"

#include <cstddef>

namespace kompass::publish {

/// How many sources are not at hand any more.
std::size_t write_documents(const archive::Archive& archive, ExportFolder& folder);

} // namespace kompass::publish
