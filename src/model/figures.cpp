#include "model/figures.h"

#include <algorithm>
#include <iterator>

namespace kompass {
namespace {

void add_score(const Cell& row, int area, Score& score, std::vector<Figure>& figures) {
    const auto add = [&](CellField field, std::optional<Decimal>& value) {
        auto cell = row;
        cell.field = field;
        figures.push_back({cell, area, note_of(cell), &value, &score.doubtful, &score.candidates,
                           &score.repairs, &score.places});
    };
    add(CellField::points, score.points);
    add(CellField::max, score.max);
    add(CellField::percent, score.percent);
}

void append(std::vector<Figure>& figures, std::vector<Figure> more) {
    figures.insert(figures.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

} // namespace

bool Figure::is_doubtful() const {
    return std::find(doubtful->begin(), doubtful->end(), field) != doubtful->end();
}

void Figure::doubt() const {
    if (!is_doubtful()) doubtful->push_back(field);
}

void Figure::trust() const {
    std::erase(*doubtful, field);
    candidates->erase(field);
}

std::vector<Figure> figures(Area& area) {
    std::vector<Figure> found;
    for (auto& question : area.questions)
        add_score(question_cell(question.number, CellField::whole), area.number, question.score, found);
    add_score(total_cell(area.number, CellField::whole), area.number, area.total, found);
    const auto box = area_cell(area.number, CellField::box_points);
    found.push_back({box, area.number, note_of(box), &area.box_points, &area.doubtful, &area.candidates,
                     &area.repairs, &area.places});
    return found;
}

std::vector<Figure> figures(HistoryColumn& column) {
    std::vector<Figure> found;
    const auto add = [&](int area, std::optional<Decimal>& value) {
        const auto cell = history_cell(column.year, area);
        found.push_back({cell, area, note_of(cell), &value, &column.doubtful, &column.candidates,
                         &column.repairs, &column.places});
    };
    for (std::size_t i = 0; i < column.areas.size(); ++i)
        add(static_cast<int>(i) + 1, column.areas[i]);
    add(0, column.total);
    return found;
}

std::vector<Figure> figures(Scoring& scoring, int number) {
    std::vector<Figure> found;
    for (auto& area : scoring.areas)
        for (auto& figure : figures(area)) // a scoring has no boxes
            if (figure.cell.kind != CellKind::area) found.push_back(std::move(figure));
    add_score(grand_total_cell(CellField::whole), 0, scoring.total, found);
    for (auto& column : scoring.history)
        append(found, figures(column));
    for (auto& figure : found)
        figure.cell = of_scoring(number, figure.cell);
    return found;
}

std::vector<Figure> figures(Record& record) {
    std::vector<Figure> found;
    for (auto& area : record.areas)
        append(found, figures(area));
    for (auto& column : record.history)
        append(found, figures(column));
    for (std::size_t i = 0; i < record.scorings.size(); ++i)
        append(found, figures(record.scorings[i], number_of_scoring(i)));
    return found;
}

} // namespace kompass
