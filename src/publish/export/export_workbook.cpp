#include "publish/export/export_workbook.h"

#include "archive/evaluation/states.h"
#include "publish/export/workbook.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace kompass::publish {
namespace {

using archive::State;
using enquiry::ExportColumn;
using enquiry::ExportRow;
using enquiry::ExportTable;

constexpr int narrowest = 7, widest = 60;  ///< signs: a figure under a filter's arrow; a line of text
constexpr int arrow = 3;                   ///< signs that a filter's arrow takes of a head
constexpr int columns_in_sight = 2;        ///< which evaluation, and of which municipality
constexpr std::size_t measured_rows = 200; ///< what comes first is like the rest

Paint paint_of(State state) {
    switch (state) {
    case State::sound:
        return Paint::plain;
    case State::from_another_file:
        return Paint::elsewhere;
    case State::decided:
        return Paint::decided;
    case State::repaired:
        return Paint::repaired;
    case State::inconsistent:
        return Paint::inconsistent;
    case State::doubtful:
        return Paint::doubtful;
    }
    return Paint::plain;
}

SheetCell::Type type_of(const ExportColumn& column) {
    switch (column.type) {
    case ExportColumn::Type::integer:
    case ExportColumn::Type::number:
        return SheetCell::Type::number;
    case ExportColumn::Type::date:
        return SheetCell::Type::date;
    case ExportColumn::Type::text:
        break;
    }
    return SheetCell::Type::text;
}

/// Letters of two bytes count twice, which only makes a column wider.
int signs_of(const std::string& text) {
    return static_cast<int>(std::min<std::size_t>(text.size(), widest));
}

std::vector<int> widths_of(const ExportTable& table, const std::vector<ExportRow>& rows) {
    std::vector<int> widths;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        auto width = signs_of(table.columns[i].name) + arrow;
        for (std::size_t row = 0; row < std::min(rows.size(), measured_rows); ++row)
            width = std::max(width, signs_of(rows[row][i].value_or("")) + 1);
        widths.push_back(std::clamp(width, narrowest, widest));
    }
    return widths;
}

SheetCell cell_of(const ExportTable& table, const ExportRow& row, std::size_t place,
                  const FigureNotes& notes) {
    const auto& column = table.columns[place];
    SheetCell cell{type_of(column), row[place].value_or("")};
    const auto state_place = table.state_of(column.name);
    const auto state =
        state_place ? archive::state_from(row.at(*state_place).value_or("")) : std::optional<State>();
    if (!state || *state == State::sound) return cell;
    cell.paint = paint_of(*state);
    cell.note = notes.note(table, row, column.name, *state);
    return cell;
}

void add_sheet(Workbook& book, const std::vector<ExportRow>& rows, const ExportTable& table,
               const FigureNotes& notes) {
    book.begin_sheet(table.name, widths_of(table, rows));
    std::vector<std::string> names;
    for (const auto& column : table.columns)
        names.push_back(column.name);
    book.add_head(names, columns_in_sight);
    for (const auto& row : rows) {
        std::vector<SheetCell> cells;
        for (std::size_t i = 0; i < row.size(); ++i)
            cells.push_back(cell_of(table, row, i, notes));
        book.add_row(cells);
    }
}

SheetCell text_cell(const std::string& text, Paint paint = Paint::plain) {
    return {SheetCell::Type::text, text, paint};
}

void add_states(Workbook& book) {
    book.add_row({text_cell("How sure a figure is / Hur säker en siffra är", Paint::head)});
    for (const auto state : {State::sound, State::from_another_file, State::decided, State::repaired,
                             State::inconsistent, State::doubtful}) {
        const auto words = words_of(state);
        book.add_row({text_cell(archive::name_of(state), paint_of(state)),
                      {},
                      text_cell(words.english),
                      text_cell(words.swedish)});
    }
    book.add_row({});
}

void add_columns(Workbook& book) {
    book.add_row({text_cell("Sheet / Blad", Paint::head), text_cell("Column / Kolumn", Paint::head),
                  text_cell("Meaning / Betydelse", Paint::head)});
    for (const auto& table : enquiry::export_tables()) {
        book.add_row({text_cell(table.name), {}, text_cell(table.description)});
        for (const auto& column : table.columns)
            book.add_row({text_cell(table.name), text_cell(column.name), text_cell(column.description)});
    }
}

std::string title_of(const Publication& publication) {
    return publication.about.title.empty() ? words_about(publication).title : publication.about.title;
}

/// What a person must know who is sent the file and nothing else.
void add_readme(Workbook& book, const Publication& publication) {
    constexpr std::array widths{22, 24, 90, 70};
    book.begin_sheet("readme", {widths.begin(), widths.end()});
    const auto words = words_about(publication);
    book.add_row({text_cell(title_of(publication), Paint::title)});
    book.add_row({text_cell(words.title_sv)});
    book.add_row({});
    const auto tell = [&](const char* what, const std::string& english, const std::string& swedish) {
        book.add_row({text_cell(what, Paint::head), {}, text_cell(english), text_cell(swedish)});
    };
    tell("What it is", words.description, words.description_sv);
    tell("Source", words.source, "");
    const auto& about = publication.about;
    const auto tell_if_told = [&](const char* what, const std::string& told) {
        if (!told.empty()) tell(what, told, "");
    };
    tell_if_told("Publisher", about.publisher);
    tell_if_told("Contact", about.contact);
    tell_if_told("E-mail", about.email);
    tell_if_told("Licence", about.licence);
    tell_if_told("Address", about.address);
    tell_if_told("Release", about.version + (about.released.empty() ? "" : ", " + about.released));
    tell("Rights", words.rights, words.rights_sv);
    tell("Empty cells", "The report does not state it.", "Rapporten anger det inte.");
    tell("Notes",
         "A figure or text that is not simply sound is painted and bears a note; its state stands in the "
         "column that ends in _state, or in state.",
         "En siffra eller text som inte är säker är färgad och har en anteckning; dess tillstånd står i "
         "kolumnen "
         "som slutar på _state, eller i state.");
    book.add_row({});
    add_states(book);
    add_columns(book);
}

} // namespace

void write_workbook(const Publication& publication, const FigureNotes& notes, const RowsOf& rows_of,
                    const std::filesystem::path& file) {
    Workbook book(file, title_of(publication), publication.about.publisher);
    add_readme(book, publication);
    for (const auto& table : enquiry::export_tables())
        add_sheet(book, rows_of(table), table, notes);
    book.finish();
}

void write_workbook(const archive::Connection& connection, const Publication& publication,
                    const std::filesystem::path& file) {
    const auto rows_of = [&](const ExportTable& table) {
        std::vector<ExportRow> rows;
        each_row(connection, table, [&](const ExportRow& row) { rows.push_back(row); });
        return rows;
    };
    write_workbook(publication, FigureNotes(connection), rows_of, file);
}

} // namespace kompass::publish
