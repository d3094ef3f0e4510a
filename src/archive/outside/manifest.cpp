#include "archive/outside/manifest.h"

#include "archive/outside/file_origins.h"
#include "text/csv.h"
#include "text/tokens.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace kompass::archive {
namespace {

const std::vector<std::string> columns{"file", "url", "publisher", "retrieved", "licence", "note"};

std::string field(const text::CsvRow& row, const std::string& column) {
    return std::string(text::trimmed(row[column]));
}

/// A column of another name is most likely one of ours, mistyped: what stands there must not get lost
/// unnoticed.
void tell_other_columns(const text::Csv& csv, SheetFaults& faults) {
    for (const auto& column : csv.head)
        if (!column.empty() && std::find(columns.begin(), columns.end(), column) == columns.end())
            faults.push_back({1, fmt::format("no column is called \"{}\", so it was passed over; there are "
                                             "file, url, publisher, retrieved, licence and note",
                                             column)});
}

} // namespace

Manifest parsed_manifest(std::string_view csv, const std::string& name) {
    const auto sheet = text::parsed_csv(csv, name);
    if (!sheet.has("file"))
        throw std::runtime_error(fmt::format(
            "{}: the column \"file\" is missing; kompass manifest writes a sheet to fill in", name));
    Manifest manifest;
    tell_other_columns(sheet, manifest.faults);
    for (const auto& row : sheet.rows) {
        ManifestRow said{row.line,
                         field(row, "file"),
                         {field(row, "url"), field(row, "publisher"), field(row, "retrieved"),
                          field(row, "licence"), field(row, "note")}};
        if (said.origin == FileOrigin{})
            ++manifest.blank;
        else if (said.file.empty())
            manifest.faults.push_back({row.line, "it names no file; fill in the column file"});
        else if (auto fault = fault_of_origin(said.origin); !fault.empty())
            manifest.faults.push_back({row.line, fmt::format("{}: {}", said.file, fault)});
        else
            manifest.rows.push_back(std::move(said));
    }
    return manifest;
}

std::string manifest_head() {
    return text::csv_line(columns);
}

std::string manifest_line(const std::string& file, const FileOrigin& origin) {
    return text::csv_line(
        {file, origin.url, origin.publisher, origin.retrieved, origin.licence, origin.note});
}

} // namespace kompass::archive
