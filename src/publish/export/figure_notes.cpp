#include "publish/export/figure_notes.h"

#include "model/cell.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace kompass::publish {
namespace {

using enquiry::ExportRow;
using enquiry::ExportTable;

std::string field_of(const ExportTable& table, const ExportRow& row, const std::string& column) {
    const auto place = table.place_of(column);
    return place ? row.at(*place).value_or("") : "";
}

int number_of(const ExportTable& table, const ExportRow& row, const std::string& column) {
    const auto text = field_of(table, row, column);
    return text.empty() ? 0 : std::stoi(text);
}

std::optional<CellField> field_called(const std::string& column) {
    if (column == "points") return CellField::points;
    if (column == "max") return CellField::max;
    if (column == "percent") return CellField::percent;
    if (column == "box_points") return CellField::box_points;
    return std::nullopt;
}

/// Within its scoring. What the columns of the tables tell of a row is what cells are named by.
std::optional<Cell> cell_within(const ExportTable& table, const ExportRow& row, CellField field) {
    const auto area = number_of(table, row, "area");
    if (table.place_of("printed_in")) return history_cell(number_of(table, row, "year"), area);
    const auto question = field_of(table, row, "question");
    if (is_question_number(question)) return question_cell(question, field);
    if (table.place_of("question") || area == 0) return std::nullopt;
    return field == CellField::box_points ? area_cell(area, field) : total_cell(area, field);
}

std::optional<Cell> cell_of(const ExportTable& table, const ExportRow& row, const std::string& column) {
    const auto field = field_called(column);
    if (!field) return std::nullopt;
    auto cell = cell_within(table, row, *field);
    const auto scoring = number_of(table, row, "scoring");
    if (!cell && scoring > 0 && !table.place_of("area")) cell = grand_total_cell(*field);
    return cell && scoring > 0 ? of_scoring(scoring, *cell) : cell;
}

} // namespace

StateWords words_of(archive::State state) {
    using archive::State;
    switch (state) {
    case State::sound:
        return {"nothing speaks against it", "inget talar emot den"};
    case State::from_another_file:
        return {"sound, and taken from another file of the evaluation than the rest",
                "inget talar emot den; den är hämtad ur en annan fil om samma utvärdering"};
    case State::decided:
        return {"a person decided what it is", "en människa har avgjort vad den är"};
    case State::repaired:
        return {"misread or in doubt, and the arithmetic of the report tells what it is",
                "felläst eller tveksam, och rapportens räkning visar vad den är"};
    case State::inconsistent:
        return {"as published, and other figures of the report contradict it",
                "så som den publicerats; andra siffror i rapporten motsäger den"};
    case State::doubtful:
        return {"a person should look before anything is built on it",
                "någon bör se efter i rapporten innan den används"};
    }
    return {"", ""};
}

FigureNotes::FigureNotes(const archive::Connection& connection) {
    const auto& tables = enquiry::export_tables();
    const auto figures = std::find_if(tables.begin(), tables.end(),
                                      [](const ExportTable& table) { return table.name == "figures"; });
    each_row(connection, *figures, [&](const ExportRow& row) {
        const auto field = [&](const char* column) { return field_of(*figures, row, column); };
        if (field("state") != archive::name_of(archive::State::sound))
            stories_[{field("evaluation"), field("cell")}] = {field("read"), field("effective"),
                                                              field("candidates"), field("why")};
    });
}

std::string FigureNotes::note(const ExportTable& table, const ExportRow& row, const std::string& column,
                              archive::State state) const {
    const auto words = words_of(state);
    auto note = fmt::format("{}: {}. / {}.", archive::name_of(state), words.english, words.swedish);
    const auto cell = cell_of(table, row, column);
    if (!cell) return note;
    const auto found = stories_.find({field_of(table, row, "evaluation"), name_of(*cell)});
    if (found == stories_.end()) return note;
    const auto& story = found->second;
    if (!story.read.empty() && story.read != story.effective)
        note += fmt::format("\nRead / läst: {}", story.read);
    if (!story.candidates.empty()) note += fmt::format("\nIt may be / kan vara: {}", story.candidates);
    if (!story.why.empty()) note += "\n" + story.why;
    return note;
}

} // namespace kompass::publish
