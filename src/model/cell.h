// What a figure or text of a report is called by: "4.4 percent", "area 4 total points", "history 2017 area
// 3", "scoring 2 4.4 percent".
//
// Audit findings, corrections, exports and people name cells so, in archives too: a name once printed stays.
// This is the only place that makes or takes apart such a name; SQL has the parts as columns (archive, table
// `cell`). Every cell has one name, and every name is of one cell. A cell need not be in any report.
//
// Plain values, totally ordered: the report's own first, then area by area (its questions by number, its
// total, the rest of it), then the history by year, then the same of other scorings. Pure functions, thread
// safe; only question_cell throws.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace kompass {

/// What a cell belongs to.
enum class CellKind {
    report,   ///< "municipality"
    question, ///< "4.4 points": a row of an area's score table
    total,    ///< "area 4 total points": its last row; of a scoring also "scoring 2 total points"
    area,     ///< "area 4 title"
    history,  ///< "history 2017 area 3": a column of the table of evaluations
};

/// Which of the things that belong to it.
enum class CellField {
    whole, ///< all of them: "4.4", "area 4 total", "history 2017"; of a report, whose name is empty
    // of rows
    points, ///< of the history: of one area, or of all areas together if there is none
    max,
    percent,
    text, ///< of an area: its own paragraphs
    // of areas
    title,
    table_title,
    box_points,
    box_headings,
    strength, ///< one of them, by position
    improvement,
    weakness,
    strengths, ///< the list
    improvements,
    weaknesses,
    role_model, ///< one of them, by position
    role_models,
    // of the report
    municipality,
    municipality_code,
    year,
    month,
    ordinal,
    interviewees,
    document_date,
    edition,
    evaluator, ///< one of them, by position
    evaluators,
    key_facts,
    chapters,
    inconsistencies,
    remarks,
    account, ///< its parts in one line
    places_and_notes,
    doubtful, ///< of an area too: the names of what is doubtful
};

struct Cell {
    int scoring = 0; ///< 0: the report's own scores; 2: the first of the others (record.h), and so on
    int year = 0;    ///< of the history's column; 0: not of the history
    int area = 0;    ///< 1 to 8; 0: not of one area
    CellKind kind = CellKind::report;
    int question = 0; ///< its number in the area: 4 of "4.4"; 0: of no question
    CellField field = CellField::whole;
    int position =
        0; ///< of one of a list (a finding, a role model, an evaluator), 1 is the first; 0: of none

    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes the 0 it compares with for a pointer
    auto operator<=>(const Cell&) const = default;

    /// The whole that it is part of: of "4.4 points" "4.4", of "history 2017 total" "history 2017".
    [[nodiscard]] Cell whole() const;
    /// It is the cell, or the whole that the cell is part of.
    [[nodiscard]] bool covers(const Cell& cell) const { return *this == cell || *this == cell.whole(); }
};

[[nodiscard]] Cell report_cell(CellField field, int position = 0);
[[nodiscard]] Cell area_cell(int area, CellField field, int position = 0);
[[nodiscard]] Cell total_cell(int area, CellField field);
/// `number` is as printed: "4.4". Throws std::invalid_argument if it is no question's number.
[[nodiscard]] Cell question_cell(std::string_view number, CellField field);
/// Of one area's points; of all areas' if `area` is 0.
[[nodiscard]] Cell history_cell(int year, int area);
/// The whole column.
[[nodiscard]] Cell history_column_cell(int year);
/// Of all areas of a scoring together: only scorings have it, see of_scoring().
[[nodiscard]] Cell grand_total_cell(CellField field);
/// The like of a cell of the report's own scores in the scoring of that number.
[[nodiscard]] Cell of_scoring(int scoring, Cell cell);

[[nodiscard]] std::string name_of(const Cell& cell);
/// nullopt if no cell is called so.
[[nodiscard]] std::optional<Cell> cell_from(std::string_view name);

/// The number of a question is its area's (1 to 8), a point, and its own (1 to 99): "4.2", "8.10".
[[nodiscard]] bool is_question_number(std::string_view text);

/// The number of its question as printed, "4.4"; empty: it is of none.
[[nodiscard]] std::string question_number_of(const Cell& cell);

/// Its name among what belongs to the same question or area: "points", "total points", "strength 2".
[[nodiscard]] std::string short_name_of(const Cell& cell);

/// Its name in the notes (doubts, candidates, repairs) that are kept beside what it belongs to: "points",
/// "box_points"; of a column of the history "area 3", "total".
[[nodiscard]] std::string note_of(const Cell& cell);

/// "points", "box points", "role models"; "" of the whole.
[[nodiscard]] const char* name_of(CellField field);
/// "report", "area", "total", "question", "history"
[[nodiscard]] const char* name_of(CellKind kind);

} // namespace kompass
