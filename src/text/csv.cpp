#include "text/csv.h"

#include <algorithm>
#include <stdexcept>

namespace kompass::text {
namespace {

/// Takes a text apart, record by record.
class CsvReader {
public:
    explicit CsvReader(std::string_view text) : text_(text) {
        constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
        if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
        const auto head = text_.substr(0, text_.find('\n'));
        if (head.find(',') == std::string_view::npos && head.find(';') != std::string_view::npos)
            separator_ = ';';
    }

    [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
    [[nodiscard]] std::size_t line() const { return line_; }

    std::vector<std::string> record() {
        std::vector<std::string> fields;
        do
            fields.push_back(field());
        while (take(separator_));
        take('\r');
        if (take('\n')) ++line_;
        return fields;
    }

private:
    bool take(char wanted) {
        if (at_end() || text_[at_] != wanted) return false;
        ++at_;
        return true;
    }

    std::string field() {
        if (take('"')) return quoted();
        const auto begin = at_;
        while (!at_end() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r')
            ++at_;
        return std::string(text_.substr(begin, at_ - begin));
    }

    std::string quoted() {
        const auto first_line = line_;
        std::string field;
        while (!at_end()) {
            const char sign = text_[at_++];
            if (sign == '"' && !take('"')) return field;
            if (sign == '\n') ++line_;
            field += sign;
        }
        throw std::runtime_error("line " + std::to_string(first_line) + ": a quote is never closed");
    }

    std::string_view text_;
    std::size_t at_ = 0, line_ = 1;
    char separator_ = ',';
};

} // namespace

std::string CsvRow::operator[](const std::string& column) const {
    const auto found = fields.find(column);
    return found == fields.end() ? std::string() : found->second;
}

bool Csv::has(std::string_view column) const {
    return std::find(head.begin(), head.end(), column) != head.end();
}

Csv parsed_csv(std::string_view text) {
    CsvReader reader(text);
    Csv csv;
    if (reader.at_end()) return csv;
    csv.head = reader.record();
    while (!reader.at_end()) {
        CsvRow row;
        row.line = reader.line();
        const auto fields = reader.record();
        for (std::size_t i = 0; i < std::min(fields.size(), csv.head.size()); ++i)
            row.fields[csv.head[i]] = fields[i];
        csv.rows.push_back(std::move(row));
    }
    return csv;
}

std::string csv_field(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char letter : text)
        quoted.append(letter == '"' ? 2 : 1, letter);
    return quoted + '"';
}

} // namespace kompass::text
