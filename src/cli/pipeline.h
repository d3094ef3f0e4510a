// The way of a report, from files to records: read (in worker processes), then extract.
//
// Records come in the order of the files, whatever the number of jobs. A file that cannot be taken gives a
// record for which kompass::failed is true. Throws rules::RulesError if the rules cannot be loaded.
#pragma once

#include "cli/command.h"
#include "cli/reading.h"
#include "model/document.h"
#include "model/record.h"
#include "rules/knowledge.h"

#include <filesystem>
#include <functional>
#include <vector>

namespace kompass::cli {

/// The rules and the registers of municipalities that the settings name.
[[nodiscard]] rules::Knowledge load_knowledge(const Settings& settings);

/// The document is what was read; what extraction found in it comes after the troubles of reading.
using OnRecord =
    std::function<void(const std::filesystem::path& file, const Document& document, const Record& record)>;
void extract_all(const std::vector<std::filesystem::path>& files, const rules::Knowledge& knowledge,
                 const Context& context, const Ocr& ocr, const OnRecord& on_record, const OnPage& on_page);

} // namespace kompass::cli
