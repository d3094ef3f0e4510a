// The tables that are handed to others: what they are called, what their columns mean, and their rows.
//
// They are taken from the archive's views, so that whatever the views say of a figure is what is exported. No
// number that is of one file only stands in them, and the order of rows is fixed: archives that hold the same
// export the same, whatever came first.
#pragma once

#include "archive/connection.h"
#include "model/record.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kompass::enquiry {

struct ExportColumn {
    enum class Type { text, integer, number, date };

    std::string name;
    Type type = Type::text;
    std::string description;
    bool required = false;   ///< never empty
    bool of_figures = false; ///< a text that is made of figures: "9.5 of 20, 48 %"
};

struct ExportTable {
    std::string name; ///< of the file, without its ending
    std::string view; ///< what it is taken from
    std::string title, description;
    std::vector<ExportColumn> columns;
    std::vector<std::string> key; ///< columns that name a row; empty if none do
    std::string order;            ///< of the rows of one evaluation; empty: there is one
    std::string stated{}; ///< the column that `state` tells of; empty: it tells of several, or of none

    /// True if the column `evaluation` refers to the table of reports.
    [[nodiscard]] bool is_of_reports() const { return name != "reports"; }
    /// The place of the column of that name.
    [[nodiscard]] std::optional<std::size_t> place_of(const std::string& column) const;
    /// The place of the column that tells how sure the named one is.
    [[nodiscard]] std::optional<std::size_t> state_of(const std::string& column) const;
};

/// How much there is to hand on.
struct ExportExtent {
    int reports = 0;
    int whole = 0; ///< of which nothing is damaged or missing; those not accounted for are not among them
    std::optional<int> first_year, last_year;
    std::string changed; ///< the day that a run or a decision last changed it, ISO 8601; empty: none did
    std::vector<std::string> instruments; ///< by name, that the reports' editions are of
    std::vector<std::pair<std::string, FileOrigin>>
        origins; ///< of files of which that was told, by their names
};

using ExportRow = std::vector<std::optional<std::string>>;

/// `reports` first, then those that refer to it.
[[nodiscard]] const std::vector<ExportTable>& export_tables();

[[nodiscard]] ExportExtent export_extent(const archive::Connection& connection);

/// Each row of the table, one value a column. Part of the caller's transaction.
void each_row(const archive::Connection& connection, const ExportTable& table,
              const std::function<void(const ExportRow&)>& on_row);

} // namespace kompass::enquiry
