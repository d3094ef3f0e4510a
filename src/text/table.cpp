#include "text/table.h"

#include "text/csv.h"
#include "text/fitting.h"
#include "text/retelling.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace kompass::text {
namespace {

constexpr std::string_view between = "  ";

double as_double(Tenths tenths) {
    return static_cast<double>(tenths.count) / 10;
}

/// For spreadsheets and programs.
std::string plain(const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* tenths = std::get_if<Tenths>(&value)) return fmt::format("{:.1f}", as_double(*tenths));
    if (const auto* share = std::get_if<double>(&value)) return fmt::format("{:.2f}", *share);
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* told = std::get_if<Told>(&value)) return told->english;
    return {};
}

/// For people.
std::string shown(const Value& value) {
    if (const auto* tenths = std::get_if<Tenths>(&value)) return number(as_double(*tenths), 1);
    if (const auto* share = std::get_if<double>(&value)) return number(*share, 2);
    if (const auto* told = std::get_if<Told>(&value)) return told->spoken;
    return plain(value);
}

nlohmann::ordered_json json_value(const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return *number;
    if (const auto* tenths = std::get_if<Tenths>(&value)) return as_double(*tenths);
    if (const auto* share = std::get_if<double>(&value)) return std::round(*share * 100) / 100;
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* told = std::get_if<Told>(&value)) return told->english;
    return nullptr;
}

/// The lines of each column's cell in one row.
using Cells = std::vector<std::vector<std::string>>;

std::vector<std::string> head_lines(const Column& column) {
    std::vector<std::string> lines;
    std::istringstream head(tr(column.head.empty() ? column.name : column.head));
    for (std::string line; std::getline(head, line);)
        lines.push_back(line);
    return lines;
}

std::size_t head_width(const Column& column) {
    std::size_t widest = 0;
    for (const auto& line : head_lines(column))
        widest = std::max(widest, width(line));
    return widest;
}

std::size_t longest_word(const std::string& text) {
    std::size_t longest = 0;
    std::istringstream words(text);
    for (std::string word; words >> word;)
        longest = std::max(longest, width(word));
    return longest;
}

bool is_marked(std::string_view figure) {
    constexpr std::string_view dash = "–";
    return !figure.empty() && !figure.ends_with(dash) && (figure.back() < '0' || figure.back() > '9');
}

/// Gives those figures of a column that have no mark behind them a blank in its stead.
void hang_marks(std::vector<std::vector<std::string>>& rows, std::size_t column) {
    const auto marked = [&](const auto& row) { return is_marked(row[column]); };
    if (std::none_of(rows.begin(), rows.end(), marked)) return;
    for (auto& row : rows)
        if (!row[column].empty() && !marked(row)) row[column] += ' ';
}

/// One row, as many lines high as its highest cell.
std::string set(const Cells& cells, const std::vector<Column>& columns,
                const std::vector<std::size_t>& widths) {
    std::size_t height = 1;
    for (const auto& lines : cells)
        height = std::max(height, lines.size());
    std::string text;
    for (std::size_t at = 0; at < height; ++at) {
        std::string out;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (columns[i].layout == Layout::below) continue;
            if (i > 0) out += between;
            const auto value = at < cells[i].size() ? cells[i][at] : std::string{};
            out += columns[i].align == Align::right ? padded_left(value, widths[i])
                                                    : padded_right(value, widths[i]);
        }
        out.erase(out.find_last_not_of(' ') + 1);
        text += out + '\n';
    }
    return text;
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

Value value_of(const Told& told) {
    return told.english.empty() ? Value{} : Value{told};
}

Value retold_value(std::string_view english) {
    return value_of(Told{std::string(english), retold(english)});
}

Value told(std::string_view english) {
    if (english.empty()) return {};
    return Told{std::string(english), tr(english)};
}

void Table::add(std::vector<Value> row) {
    if (row.size() != columns_.size()) throw std::logic_error("a row has not one value a column");
    rows_.push_back(std::move(row));
}

std::string Table::text(Format format, int page) const {
    switch (format) {
    case Format::csv:
        return csv();
    case Format::json:
        return json();
    case Format::table:
        break;
    }
    return aligned(static_cast<std::size_t>(page));
}

std::string Table::aligned(std::size_t page) const {
    if (rows_.empty()) return {};
    std::vector<std::vector<std::string>> rows;
    for (const auto& row : rows_) {
        auto& cells = rows.emplace_back();
        std::transform(row.begin(), row.end(), std::back_inserter(cells), shown);
    }
    for (std::size_t i = 0; i < columns_.size(); ++i)
        if (columns_[i].align == Align::right) hang_marks(rows, i);
    const auto wide = widths(rows, page);
    auto text = head(wide);
    for (const auto& row : rows)
        text += aligned(row, wide, page) + below(row, page);
    return text;
}

/// One a column; 0 of those that stand below.
std::vector<std::size_t> Table::widths(const std::vector<std::vector<std::string>>& rows,
                                       std::size_t page) const {
    std::vector<std::size_t> widths(columns_.size());
    for (std::size_t i = 0; i < widths.size(); ++i) {
        if (columns_[i].layout == Layout::below) continue;
        widths[i] = head_width(columns_[i]);
        for (const auto& row : rows)
            widths[i] = std::max(widths[i], width(row[i]));
    }
    narrow(widths, page);
    return widths;
}

/// Takes from the first column and then, sign by sign, from the widest text what is more than a page is wide:
/// from those first of which no word is broken by it.
void Table::narrow(std::vector<std::size_t>& widths, std::size_t page) const {
    constexpr std::size_t narrowest = 8; // a narrower text is no longer read
    std::vector<std::size_t> longest_words(widths.size());
    for (const auto& row : rows_)
        for (std::size_t i = 0; i < widths.size(); ++i)
            longest_words[i] = std::max(longest_words[i], longest_word(shown(row[i])));
    std::size_t all = 0;
    for (std::size_t i = 0; i < widths.size(); ++i)
        if (columns_[i].layout != Layout::below) all += widths[i] + (i > 0 ? between.size() : 0);
    if (all > page && columns_.front().layout == Layout::first) {
        const auto others = all - widths.front();
        widths.front() =
            std::min(widths.front(), std::max(head_width(columns_.front()), page - std::min(page, others)));
        all = others + widths.front();
    }
    const auto widest_above = [&](const auto& least) {
        std::size_t* widest = nullptr;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const bool text = columns_[i].layout == Layout::beside && columns_[i].align == Align::left;
            if (text && widths[i] > std::max({narrowest, head_width(columns_[i]), least(i)}) &&
                (widest == nullptr || widths[i] > *widest))
                widest = &widths[i];
        }
        return widest;
    };
    for (; all > page; --all) {
        auto* widest = widest_above([&](std::size_t i) { return longest_words[i]; });
        if (widest == nullptr) widest = widest_above([](std::size_t) { return narrowest; });
        if (widest == nullptr) return;
        --*widest;
    }
}

/// Heads of one line stand at the foot of those that have more.
std::string Table::head(const std::vector<std::size_t>& widths) const {
    Cells heads(columns_.size());
    std::size_t height = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (columns_[i].layout != Layout::below) heads[i] = head_lines(columns_[i]);
        height = std::max(height, heads[i].size());
    }
    for (auto& lines : heads)
        lines.insert(lines.begin(), height - lines.size(), "");
    return set(heads, columns_, widths);
}

std::string Table::aligned(std::vector<std::string> row, const std::vector<std::size_t>& widths,
                           std::size_t page) const {
    std::string text;
    if (columns_.front().layout == Layout::first && width(row.front()) > widths.front())
        text = joined(wrapped(std::exchange(row.front(), {}), page), "\n") + '\n';
    Cells cells(row.size());
    for (std::size_t i = 0; i < row.size(); ++i)
        if (columns_[i].layout != Layout::below)
            cells[i] = width(row[i]) > widths[i] ? wrapped(row[i], widths[i]) : std::vector{row[i]};
    return text + set(cells, columns_, widths);
}

std::string Table::below(const std::vector<std::string>& row, std::size_t page) const {
    constexpr std::string_view indent = "    ";
    std::string text;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (columns_[i].layout != Layout::below || row[i].empty()) continue;
        const auto head = tr(columns_[i].head);
        for (const auto& line : wrapped(head.empty() ? row[i] : head + ": " + row[i], page - indent.size()))
            text.append(indent).append(line) += '\n';
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
