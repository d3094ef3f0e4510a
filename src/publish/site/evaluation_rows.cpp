#include "publish/site/evaluation_rows.h"

#include "text/csv.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace kompass::publish::site {
namespace {

using enquiry::ExportColumn;
using enquiry::ExportRow;
using enquiry::ExportTable;
using nlohmann::ordered_json;

ordered_json value_of(const ExportColumn& column, const std::string& text) {
    if (column.type == ExportColumn::Type::text) return text;
    return ordered_json::parse(text, nullptr, false);
}

ordered_json object_of(const ExportTable& table, const ExportRow& row) {
    ordered_json object;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (row[i]) object[table.columns[i].name] = value_of(table.columns[i], *row[i]);
    return object;
}

} // namespace

EvaluationRows::EvaluationRows(const archive::Connection& connection) {
    for (const auto& table : enquiry::export_tables()) {
        const auto key = std::find_if(table.columns.begin(), table.columns.end(),
                                      [](const auto& column) { return column.name == "evaluation"; });
        const auto at = static_cast<std::size_t>(key - table.columns.begin());
        auto& rows = tables_[table.name];
        each_row(connection, table, [&](const ExportRow& row) {
            if (row[at]) rows[*row[at]].push_back(row);
        });
    }
}

const ExportTable& EvaluationRows::table_named(std::string_view name) {
    const auto& tables = enquiry::export_tables();
    return *std::find_if(tables.begin(), tables.end(), [&](const auto& table) { return table.name == name; });
}

const std::vector<ExportRow>& EvaluationRows::rows_of(const std::string& table,
                                                      const std::string& evaluation) const {
    static const std::vector<ExportRow> none;
    const auto& rows = tables_.at(table);
    const auto found = rows.find(evaluation);
    return found == rows.end() ? none : found->second;
}

std::string EvaluationRows::csv(std::string_view name, const std::vector<std::string>& evaluations) const {
    const auto& table = table_named(name);
    std::vector<std::string> fields;
    for (const auto& column : table.columns)
        fields.push_back(column.name);
    auto text = text::csv_line(fields);
    for (const auto& evaluation : evaluations)
        for (const auto& row : rows_of(table.name, evaluation)) {
            fields.clear();
            for (const auto& field : row)
                fields.push_back(field.value_or(""));
            text += text::csv_line(fields);
        }
    return text;
}

std::string EvaluationRows::json(const std::vector<std::string>& evaluations) const {
    ordered_json tables;
    for (const auto& table : enquiry::export_tables()) {
        auto rows = ordered_json::array();
        for (const auto& evaluation : evaluations)
            for (const auto& row : rows_of(table.name, evaluation))
                rows.push_back(object_of(table, row));
        tables[table.name] = std::move(rows);
    }
    return tables.dump() + "\n";
}

std::vector<ExportRow> EvaluationRows::rows(const ExportTable& table,
                                            const std::vector<std::string>& evaluations) const {
    std::vector<ExportRow> rows;
    for (const auto& evaluation : evaluations) {
        const auto& its = rows_of(table.name, evaluation);
        rows.insert(rows.end(), its.begin(), its.end());
    }
    return rows;
}

std::vector<std::map<std::string, std::string>> EvaluationRows::rows(std::string_view name,
                                                                     const std::string& evaluation) const {
    const auto& table = table_named(name);
    std::vector<std::map<std::string, std::string>> rows;
    for (const auto& row : rows_of(table.name, evaluation)) {
        auto& fields = rows.emplace_back();
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            if (row[i]) fields.emplace(table.columns[i].name, *row[i]);
    }
    return rows;
}

} // namespace kompass::publish::site
