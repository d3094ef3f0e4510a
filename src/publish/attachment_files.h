// Files taken out of PDFs, saved in a folder of the user's.
//
// Nothing there is written over: where the name is taken by another file, a number is added
// ("rapport-2.pdf"); where a file of these very bytes has it, that is the one, so that the same files taken
// out again change nothing. A file appears whole or not at all.
#pragma once

#include "read/attachment.h"

#include <filesystem>

namespace kompass::publish {

/// Makes the folder if it is not there; the path of the file, in it. Throws std::runtime_error if it cannot
/// be saved.
[[nodiscard]] std::filesystem::path save_attachment(const read::Attachment& attachment,
                                                    const std::filesystem::path& folder);

} // namespace kompass::publish
