// Brings the archive of an older kompass up to date, in its place, and keeps it as it was beside.
//
// First a copy is made and looked at ("arkiv-v13.db" of schema version 13); then the archive is changed in
// one transaction: a run that is killed leaves it as it was. Throws ArchiveError, of an archive that a newer
// kompass made too.
#pragma once

#include "archive/writer_lock.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kompass::archive {

struct Upgrade {
    int from = 0, to = 0;             ///< versions of the schema; the same: there was nothing to do
    std::filesystem::path kept;       ///< the archive as it was; empty: there was nothing to do
    std::vector<std::string> changes; ///< what each version brought, in order
};

/// `on_step` is told what is at hand: "copying", "version 14 of 16".
[[nodiscard]] Upgrade upgrade(WriterLock lock, const std::function<void(std::string_view)>& on_step = {});

} // namespace kompass::archive
