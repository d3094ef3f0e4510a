// What goes with an export for programs that catalogue and publish data: a Frictionless Data Package
// (datapackage.json, profile tabular-data-package), DCAT-AP-SE (JSON-LD) and the metadata of Datasette.
//
// Pure: the same archive gives the same bytes; no clock is asked.
#pragma once

#include "enquiry/export_tables.h"
#include "publish/export_folder.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kompass::publish {

/// What there is to say of an export as a whole.
struct Publication {
    std::string format;    ///< csv, jsonl, datapackage or sqlite
    std::string publisher; ///< who hands it out; empty: not named
    int reports = 0;
    int whole = 0;                            ///< of which no part is damaged or missing
    std::optional<int> first_year, last_year; ///< of the evaluations
    std::vector<ExportedFile> files;
    std::vector<std::string> instruments{}; ///< whose reports they are; none: Kommunkompassen's
    std::vector<std::pair<std::string, FileOrigin>> origins{}; ///< where files came from, by their names
};

[[nodiscard]] std::string data_package(const Publication& publication);
[[nodiscard]] std::string dcat(const Publication& publication);
/// `database` is the file's name without its ending.
[[nodiscard]] std::string datasette_metadata(const Publication& publication, const std::string& database);

} // namespace kompass::publish
