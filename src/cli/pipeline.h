// The way of a report, from files to records: read (in worker processes), then understood.
//
// Records come in the order of the files, whatever the number of jobs. A file that cannot be taken gives a
// record for which kompass::failed is true. Throws rules::RulesError if the rules cannot be loaded.
#pragma once

#include "cli/command.h"
#include "cli/reading.h"
#include "model/document.h"
#include "pipeline/understand.h"

#include <filesystem>
#include <functional>
#include <vector>

namespace kompass::cli {

/// The document is what was read; what was found in it comes after the troubles of reading.
using OnUnderstood = std::function<void(const std::filesystem::path& file, const Document& document,
                                        const pipeline::Understanding& understanding)>;
void understand_all(const std::vector<std::filesystem::path>& files, const rules::Knowledge& knowledge,
                    const Context& context, const Ocr& ocr, const OnUnderstood& on_understood,
                    const OnPage& on_page);

} // namespace kompass::cli
