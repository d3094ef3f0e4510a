// The archive as archives keep databases: SIARD 2.2 (Software Independent Archival of Relational Databases),
// a ZIP of XML.
//
// header/metadata.xml tells what it is, and of every table and view its columns, keys and meanings;
// content/schema0/tableN/ has the rows of a table and their schema; bytes are files beside them. Signs that
// XML cannot hold, a backslash and blanks after a blank are written as \u00XX, as the format says. A column
// of a type of its own (ANY) is DECIMAL where it holds numbers alone. The same data give the same bytes.
// Throws as ZipFile.
#pragma once

#include "archive/connection.h"
#include "publish/export/publication.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace kompass::publish {

/// Part of the caller's transaction.
void write_siard(const archive::Connection& connection, const Publication& publication,
                 const std::filesystem::path& file);

/// A text as SIARD writes it, before XML does.
[[nodiscard]] std::string siard_text(std::string_view text);

} // namespace kompass::publish
