// Comma-separated values, read and written: the one place that knows their rules.
//
// Written is RFC 4180: fields in quotes may hold commas, quotes (doubled) and line ends; or as a Swedish
// spreadsheet saves it: a byte order mark, semicolons, numbers with a decimal comma. A text that a
// spreadsheet would run (it begins with = + - @ or a tab, and is no number) is written with an apostrophe
// before it, which spreadsheets take as "this is text"; reading takes it away again, so that what is written
// is read back as it was.
//
// Read is also what spreadsheets save: a byte order mark, semicolons if the head line has no comma, any line
// ends. Lines of nothing are passed over. Pure; what cannot be read is a std::runtime_error "FILE:LINE:
// what", of bytes that are no UTF-8 with the command that converts them.
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

/// `file` is what errors call it.
[[nodiscard]] Csv parsed_csv(std::string_view text, const std::string& file);

enum class CsvDialect { rfc4180, excel_sv };

/// What stands before the head line.
[[nodiscard]] std::string_view csv_begin(CsvDialect dialect);
[[nodiscard]] char csv_separator(CsvDialect dialect);
[[nodiscard]] char csv_decimal_sign(CsvDialect dialect);
/// Of a number with a decimal point, or a text made of such: "9.5 of 20, 48 %".
[[nodiscard]] std::string csv_figures(std::string text, CsvDialect dialect);
/// With its line end.
[[nodiscard]] std::string csv_line(const std::vector<std::string>& fields,
                                   CsvDialect dialect = CsvDialect::rfc4180);

} // namespace kompass::text
