#include "text/table.h"

#include "text/csv.h"
#include "text/fitting.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace kompass::text {
namespace {

std::string plain(const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* share = std::get_if<double>(&value)) return fmt::format("{:.2f}", *share);
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    return {};
}

nlohmann::ordered_json json_value(const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return *number;
    if (const auto* share = std::get_if<double>(&value)) return std::round(*share * 100) / 100;
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    return nullptr;
}

} // namespace

const std::vector<std::string>& format_names() {
    static const std::vector<std::string> names{"table", "csv", "json"};
    return names;
}

Format format_from(const std::string& name) {
    const auto& names = format_names();
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) throw std::invalid_argument("unknown format '" + name + "'");
    return static_cast<Format>(found - names.begin());
}

Value value_of(const std::optional<std::int64_t>& number) {
    return number ? Value{*number} : Value{};
}

Value value_of(const std::string& text) {
    return text.empty() ? Value{} : Value{text};
}

void Table::add(std::vector<Value> row) {
    if (row.size() != columns_.size()) throw std::logic_error("a row has not one value a column");
    rows_.push_back(std::move(row));
}

std::string Table::text(Format format) const {
    switch (format) {
    case Format::csv:
        return csv();
    case Format::json:
        return json();
    case Format::table:
        break;
    }
    return aligned();
}

std::string Table::aligned() const {
    if (rows_.empty()) return {};
    std::vector<std::vector<std::string>> lines(1);
    for (const auto& column : columns_)
        lines.front().push_back(column.name);
    for (const auto& row : rows_) {
        auto& line = lines.emplace_back();
        std::transform(row.begin(), row.end(), std::back_inserter(line), plain);
    }
    std::vector<std::size_t> widths(columns_.size());
    for (const auto& line : lines)
        for (std::size_t i = 0; i < widths.size(); ++i)
            widths[i] = std::max(widths[i], width(line[i]));

    std::string text;
    for (const auto& line : lines) {
        std::string out;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            if (i > 0) out += "  ";
            out += columns_[i].align == Align::right ? padded_left(line[i], widths[i])
                                                     : padded_right(line[i], widths[i]);
        }
        out.erase(out.find_last_not_of(' ') + 1);
        text += out + '\n';
    }
    return text;
}

std::string Table::csv() const {
    std::vector<std::string> fields;
    for (const auto& column : columns_)
        fields.push_back(column.name);
    auto text = csv_line(fields);
    for (const auto& row : rows_) {
        std::transform(row.begin(), row.end(), fields.begin(), plain);
        text += csv_line(fields);
    }
    return text;
}

std::string Table::json() const {
    auto array = nlohmann::ordered_json::array();
    for (const auto& row : rows_) {
        nlohmann::ordered_json object;
        for (std::size_t i = 0; i < row.size(); ++i)
            object[columns_[i].name] = json_value(row[i]);
        array.push_back(std::move(object));
    }
    return array.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

} // namespace kompass::text
