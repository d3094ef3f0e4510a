#include "text/csv.h"

#include "text/encoding.h"
#include "text/unicode.h"

#include <algorithm>
#include <stdexcept>

namespace kompass::text {
namespace {

constexpr std::string_view line_ends = "\r\n";

[[noreturn]] void fail(const std::string& file, std::size_t line, const std::string& what) {
    throw std::runtime_error(file + ":" + std::to_string(line) + ": " + what);
}

bool is_number(std::string_view text) {
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    return text.find_first_not_of("0123456789.,") == std::string_view::npos &&
           text.find_first_of("0123456789") != std::string_view::npos;
}

/// Text that a spreadsheet would run, be it guarded already.
bool is_formula(std::string_view text) {
    const auto guards = std::min(text.find_first_not_of('\''), text.size());
    const auto bare = text.substr(guards);
    return bare.size() > 1 && std::string_view("=+-@\t").find(bare.front()) != std::string_view::npos &&
           (guards > 0 || !is_number(bare));
}

std::string guarded(const std::string& text) {
    return is_formula(text) ? '\'' + text : text;
}

std::string unguarded(std::string text) {
    if (text.starts_with('\'') && is_formula(text)) text.erase(0, 1);
    return text;
}

std::string written(const std::string& text, char separator) {
    if (text.find_first_of(std::string("\"\r\n") + separator) == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char letter : text)
        quoted.append(letter == '"' ? 2 : 1, letter);
    return quoted + '"';
}

/// Takes a text apart, record by record.
class CsvReader {
public:
    CsvReader(std::string_view text, const std::string& file) : text_(without_bom(text)), file_(file) {
        skip_blank_lines();
        const auto rest = text_.substr(at_);
        const auto head = rest.substr(0, rest.find_first_of(line_ends));
        if (head.find(',') == std::string_view::npos && head.find(';') != std::string_view::npos)
            separator_ = ';';
    }

    [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
    [[nodiscard]] std::size_t line() const { return line_; }

    std::vector<std::string> record() {
        std::vector<std::string> fields;
        do
            fields.push_back(unguarded(field()));
        while (take(separator_));
        if (!at_end() && !take_line_end()) fail(file_, line_, "something stands behind a closing quote");
        skip_blank_lines();
        return fields;
    }

private:
    bool take(char wanted) {
        if (at_end() || text_[at_] != wanted) return false;
        ++at_;
        return true;
    }

    bool take_line_end() {
        const bool returned = take('\r');
        if (!take('\n') && !returned) return false;
        ++line_;
        return true;
    }

    void skip_blank_lines() {
        while (!at_end() && take_line_end()) {
        }
    }

    std::string field() {
        if (take('"')) return quoted();
        const auto begin = at_;
        while (!at_end() && text_[at_] != separator_ && line_ends.find(text_[at_]) == std::string_view::npos)
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
        fail(file_, first_line, "a quote is never closed");
    }

    std::string_view text_;
    const std::string& file_;
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

Csv parsed_csv(std::string_view text, const std::string& file) {
    if (!unicode::is_valid_utf8(text)) throw std::runtime_error(file + ": " + utf8_complaint(text, file));
    CsvReader reader(text, file);
    Csv csv;
    if (reader.at_end()) return csv;
    csv.head = reader.record();
    while (!reader.at_end()) {
        CsvRow row;
        row.line = reader.line();
        const auto fields = reader.record();
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (i < csv.head.size())
                row.fields[csv.head[i]] = fields[i];
            else if (!fields[i].empty())
                fail(file, row.line,
                     std::to_string(fields.size()) + " fields, but the head names " +
                         std::to_string(csv.head.size()) + " columns");
        }
        csv.rows.push_back(std::move(row));
    }
    return csv;
}

std::string_view csv_begin(CsvDialect dialect) {
    return dialect == CsvDialect::excel_sv ? "\xEF\xBB\xBF" : "";
}

char csv_separator(CsvDialect dialect) {
    return dialect == CsvDialect::excel_sv ? ';' : ',';
}

char csv_decimal_sign(CsvDialect dialect) {
    return dialect == CsvDialect::excel_sv ? ',' : '.';
}

std::string csv_figures(std::string text, CsvDialect dialect) {
    const auto is_digit = [&](std::size_t at) {
        return at < text.size() && text[at] >= '0' && text[at] <= '9';
    };
    for (std::size_t i = 1; i < text.size(); ++i)
        if (text[i] == '.' && is_digit(i - 1) && is_digit(i + 1)) text[i] = csv_decimal_sign(dialect);
    return text;
}

std::string csv_line(const std::vector<std::string>& fields, CsvDialect dialect) {
    const auto separator = csv_separator(dialect);
    std::string line;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i > 0) line += separator;
        line += written(guarded(fields[i]), separator);
    }
    line += line_ends;
    return line;
}

} // namespace kompass::text
