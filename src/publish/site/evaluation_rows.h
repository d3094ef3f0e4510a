// The rows of the export tables by evaluation, and the files of one municipality that are made of them.
//
// They are those of `kompass export` (docs/export.md): what a municipality's page hands out is a part of what
// the archive hands out. Made within one transaction; pure afterwards.
#pragma once

#include "archive/connection.h"
#include "enquiry/export_tables.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kompass::publish::site {

class EvaluationRows {
public:
    explicit EvaluationRows(const archive::Connection& connection);

    /// A table of these evaluations as CSV, with its head line.
    [[nodiscard]] std::string csv(std::string_view table, const std::vector<std::string>& evaluations) const;
    /// All tables of these evaluations.
    [[nodiscard]] std::string json(const std::vector<std::string>& evaluations) const;
    [[nodiscard]] std::vector<enquiry::ExportRow> rows(const enquiry::ExportTable& table,
                                                       const std::vector<std::string>& evaluations) const;
    /// The rows of one evaluation, each as its fields by column; what is not stated is left out.
    [[nodiscard]] std::vector<std::map<std::string, std::string>> rows(std::string_view table,
                                                                       const std::string& evaluation) const;

private:
    using Rows = std::map<std::string, std::vector<enquiry::ExportRow>>; ///< by evaluation

    [[nodiscard]] static const enquiry::ExportTable& table_named(std::string_view name);
    [[nodiscard]] const std::vector<enquiry::ExportRow>& rows_of(const std::string& table,
                                                                 const std::string& evaluation) const;

    std::map<std::string, Rows> tables_;
};

} // namespace kompass::publish::site
