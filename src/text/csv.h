// Comma-separated values as Table writes them and spreadsheets save them (RFC 4180): fields in quotes may
// hold commas, quotes (doubled) and line ends. A byte order mark is passed over; semicolons part fields if
// the head line has no comma. Pure; throws std::runtime_error naming the line where a quote is never closed.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kompass::text {

struct CsvRow {
    std::size_t line = 0;                      ///< where it begins, 1 is the first
    std::map<std::string, std::string> fields; ///< by the head of their column

    /// The field; empty if there is no such column.
    [[nodiscard]] std::string operator[](const std::string& column) const;
};

struct Csv {
    std::vector<std::string> head;
    std::vector<CsvRow> rows;

    [[nodiscard]] bool has(std::string_view column) const;
};

[[nodiscard]] Csv parsed_csv(std::string_view text);

/// Quoted where it must be.
[[nodiscard]] std::string csv_field(const std::string& text);

} // namespace kompass::text
