// --attachments FOLDER: the PDFs that sources carry are saved there and are sources themselves.
#pragma once

#include "cli/command.h"
#include "cli/settings.h"
#include "cli/terminal/talk.h"

#include <filesystem>
#include <string>
#include <vector>

namespace kompass::cli {

[[nodiscard]] Option attachments_option(std::string& folder);

struct SourcesWithAttachments {
    /// What was given, each file followed by those that were saved of it; none twice.
    std::vector<std::filesystem::path> files;

    /// An attachment that is not among them.
    struct Left {
        std::string name; ///< as text: of the file, or of the file and what it carries
        std::string why;
    };
    std::vector<Left> left;
};

/// Says of each attachment where it was saved. No folder, no attachments.
[[nodiscard]] SourcesWithAttachments with_attachments(const std::vector<std::filesystem::path>& files,
                                                      const std::filesystem::path& folder,
                                                      const Settings& settings, Talk& talk);

} // namespace kompass::cli
