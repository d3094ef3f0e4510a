// What there is to say of an export as a whole, and how it is said, in English and in Swedish.
//
// Pure; no errors.
#pragma once

#include "archive/outside/description.h"
#include "model/record.h"
#include "publish/export/export_folder.h"
#include "text/csv.h"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kompass::publish {

/// The files that are the data in one form.
struct PublishedForm {
    std::string format; ///< one of forms(), export.h
    std::vector<ExportedFile> files;
};

/// What there is to say of an export as a whole.
struct Publication {
    archive::Description about{}; ///< what the archive, or who exports it, says of it
    std::string issued, modified; ///< days, ISO 8601; empty: not told
    text::CsvDialect dialect = text::CsvDialect::rfc4180;
    int reports = 0;
    int whole = 0;                            ///< of which no part is damaged or missing
    std::optional<int> first_year, last_year; ///< of the evaluations
    std::vector<PublishedForm> forms{};
    std::size_t documents_lacking = 0;      ///< sources that should lie beside it and are not at hand
    std::vector<std::string> instruments{}; ///< whose reports they are; none: Kommunkompassen's
    std::vector<std::pair<std::string, FileOrigin>> origins{}; ///< where files came from, by their names
};

/// For people, wherever an export is described.
struct Words {
    std::string names; ///< of the instruments
    std::string title, title_sv, description, description_sv, source, source_url, rights, rights_sv;
    bool is_swedish = true; ///< nothing but Kommunkompassen
};

[[nodiscard]] Words words_about(const Publication& publication);

} // namespace kompass::publish
