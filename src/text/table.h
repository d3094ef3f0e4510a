// A table of results, printed for people (aligned columns), for spreadsheets (CSV, RFC 4180 with a head line)
// or for programs (a JSON array of objects). Every format holds the same rows and columns.
#pragma once

#include "text/language.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace kompass::text {

enum class Format { table, csv, json };

/// The names that --format takes.
[[nodiscard]] const std::vector<std::string>& format_names();
/// Throws std::invalid_argument for another name.
[[nodiscard]] Format format_from(const std::string& name);

/// A number with one decimal, told as such: "9.5".
struct Tenths {
    std::int64_t count = 0;
};

/// What the program itself says in a cell: CSV and JSON hold the English, people read it in the language
/// spoken.
struct Told {
    std::string english;
    std::string spoken;
};

/// Nothing known is monostate: blank in a table and in CSV, null in JSON. A double is a share, told to a
/// hundredth.
using Value = std::variant<std::monostate, std::int64_t, Tenths, double, std::string, Told>;

/// Nothing for nullopt.
[[nodiscard]] Value value_of(const std::optional<std::int64_t>& number);
/// Nothing for the empty text, which records use for "unknown".
[[nodiscard]] Value value_of(const std::string& text);

/// A word of the program's own, such as the name of a state. Nothing for the empty text.
[[nodiscard]] Value told(std::string_view english);
[[nodiscard]] Value value_of(const Told& told);
/// A sentence that is kept in English (retelling.h). Nothing for the empty text.
[[nodiscard]] Value retold_value(std::string_view english);
/// What `make` says, which speaks as it is asked to.
template <typename Make>
requires std::is_invocable_r_v<std::string, Make>
[[nodiscard]] Value told(const Make& make) {
    auto english = in_english(make);
    if (english.empty()) return {};
    return Told{std::move(english), make()};
}

enum class Align {
    left,
    right ///< figures: what stands behind one ("43?") hangs, so that their digits stand under each other
};

/// How a column is laid out for people, whose tables fit the page: texts (what is aligned left) that need
/// more are broken into lines, the widest first. Figures are never broken; a table of more of them than fit
/// is too wide.
enum class Layout {
    beside, ///< beside the one before it, as wide as its widest value or narrower
    first,  ///< the first column: it takes what the others leave; a longer value has lines to itself
    below,  ///< under its row, indented and behind its head, if it has one, where there is a value
};

struct Column {
    std::string name; ///< head of the column and key in JSON
    Align align = Align::left;
    Layout layout = Layout::beside;
    std::string head =
        {}; ///< what people read (by `tr`) in place of the name, of one line or more; empty: the name
};

inline constexpr int usual_page = 80; ///< where nobody says how wide it is

class Table {
public:
    explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

    /// One value a column.
    void add(std::vector<Value> row);
    [[nodiscard]] bool empty() const { return rows_.empty(); }
    [[nodiscard]] std::size_t size() const { return rows_.size(); }

    /// Whole lines; an empty table is its head in CSV, "[]" in JSON and nothing for people, whose page is so
    /// many columns wide: what stands behind the output tells (cli/terminal/terminal.h).
    [[nodiscard]] std::string text(Format format, int page = usual_page) const;

private:
    [[nodiscard]] std::string aligned(std::size_t page) const;
    [[nodiscard]] std::vector<std::size_t> widths(const std::vector<std::vector<std::string>>& rows,
                                                  std::size_t page) const;
    void narrow(std::vector<std::size_t>& widths, std::size_t page) const;
    [[nodiscard]] std::string head(const std::vector<std::size_t>& widths) const;
    [[nodiscard]] std::string aligned(std::vector<std::string> row, const std::vector<std::size_t>& widths,
                                      std::size_t page) const;
    [[nodiscard]] std::string below(const std::vector<std::string>& row, std::size_t page) const;
    [[nodiscard]] std::string csv() const;
    [[nodiscard]] std::string json() const;

    std::vector<Column> columns_;
    std::vector<std::vector<Value>> rows_;
};

} // namespace kompass::text
