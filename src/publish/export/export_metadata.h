// What goes with an export for programs that catalogue and publish data: a Frictionless Data Package
// (datapackage.json, profile tabular-data-package) and the metadata of Datasette; catalogue.h has DCAT-AP-SE.
//
// Pure: the same archive gives the same bytes; no clock is asked.
#pragma once

#include "publish/export/publication.h"

#include <string>

namespace kompass::publish {

[[nodiscard]] std::string data_package(const Publication& publication);
/// `database` is the file's name without its ending.
[[nodiscard]] std::string datasette_metadata(const Publication& publication, const std::string& database);

} // namespace kompass::publish
