#include "text/table.h"

#include "text/csv.h"
#include "text/fitting.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string_view>

namespace kompass::text {
namespace {

constexpr std::size_t page = 80; ///< what a table for people should fit
constexpr std::string_view between = "  ";

double as_double(Tenths tenths) {
    return static_cast<double>(tenths.count) / 10;
}

std::string plain(const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* tenths = std::get_if<Tenths>(&value)) return fmt::format("{:.1f}", as_double(*tenths));
    if (const auto* share = std::get_if<double>(&value)) return fmt::format("{:.2f}", *share);
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    return {};
}

nlohmann::ordered_json json_value(const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return *number;
    if (const auto* tenths = std::get_if<Tenths>(&value)) return as_double(*tenths);
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
        lines.front().push_back(column.head.empty() ? column.name : column.head);
    for (const auto& row : rows_) {
        auto& line = lines.emplace_back();
        std::transform(row.begin(), row.end(), std::back_inserter(line), plain);
    }
    const auto wide = widths(lines);
    std::string text;
    for (const auto& line : lines) {
        text += aligned(line, wide);
        if (&line != &lines.front()) text += below(line);
    }
    return text;
}

/// One a column; 0 of those that stand below. What the others leave is for the first and the last one.
std::vector<std::size_t> Table::widths(const std::vector<std::vector<std::string>>& lines) const {
    constexpr std::size_t narrowest = 20; // a text in a narrower column is no longer read
    std::vector<std::size_t> widths(columns_.size());
    std::size_t all = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        if (columns_[i].layout == Layout::below) continue;
        for (const auto& line : lines)
            widths[i] = std::max(widths[i], width(line[i]));
        all += widths[i] + (i > 0 ? between.size() : 0);
    }
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const auto layout = columns_[i].layout;
        if (all <= page || (layout != Layout::first && layout != Layout::last)) continue;
        const auto others = all - widths[i];
        const auto least = layout == Layout::first ? width(lines.front()[i]) : narrowest;
        widths[i] = std::min(widths[i], std::max(least, others < page ? page - others : 0));
        all = others + widths[i];
    }
    return widths;
}

std::string Table::aligned(const std::vector<std::string>& line,
                           const std::vector<std::size_t>& widths) const {
    std::string text;
    std::string out;
    const auto end_line = [&] {
        out.erase(out.find_last_not_of(' ') + 1);
        text += out + '\n';
    };
    for (std::size_t i = 0; i < widths.size(); ++i) {
        if (columns_[i].layout == Layout::below) continue;
        if (i > 0) out += between;
        const auto start = width(out);
        auto value = line[i];
        if (width(value) > widths[i]) {
            auto parts = columns_[i].layout == Layout::last ? wrapped(value, widths[i])
                                                            : std::vector<std::string>{value, ""};
            value = std::move(parts.back());
            parts.pop_back();
            for (const auto& part : parts) {
                out += part;
                end_line();
                out.assign(start, ' ');
            }
        }
        out += columns_[i].align == Align::right ? padded_left(value, widths[i])
                                                 : padded_right(value, widths[i]);
    }
    end_line();
    return text;
}

std::string Table::below(const std::vector<std::string>& line) const {
    constexpr std::string_view indent = "    ";
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (columns_[i].layout == Layout::below && !line[i].empty())
            for (const auto& part : wrapped(line[i], page - indent.size()))
                text.append(indent).append(part) += '\n';
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
