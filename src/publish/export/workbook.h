// A workbook (xlsx) of sheets of typed cells, written by libxlsxwriter: the only place that includes it.
//
// A sheet has a head line, which stays in sight and bears filters, and rows under it; a sheet without a head
// is for people to read. Texts are kept as they are: nothing in them is run, none is taken for a number or
// for a control character. What a cell cannot hold is cut and said so in its note. The same calls give the
// same bytes. Throws std::runtime_error if the file cannot be written, or a sheet has more rows than one can
// hold.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kompass::publish {

/// How a cell is painted; never the only sign of what it means.
enum class Paint { plain, head, title, doubtful, inconsistent, repaired, decided, elsewhere };

struct SheetCell {
    enum class Type { text, number, date };

    Type type = Type::text;
    std::string text; ///< a number with a decimal point, or a date by ISO 8601; empty: an empty cell
    Paint paint = Paint::plain;
    std::string note = {}; ///< shown when the cell is pointed at; empty: none
};

class Workbook {
public:
    Workbook(const std::filesystem::path& file, const std::string& title, const std::string& author);
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;
    ~Workbook();

    /// The sheet that rows are added to from now on, of at most 31 signs. `widths`: of its columns, in signs.
    void begin_sheet(const std::string& name, const std::vector<int>& widths);
    /// The first `columns` stay in sight with the head line.
    void add_head(const std::vector<std::string>& names, int columns);
    void add_row(const std::vector<SheetCell>& cells);
    /// Writes the file; nothing may be added then.
    void finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace kompass::publish
