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

std::vector<Figure> figures(Record& record) {
    std::vector<Figure> found;
    const auto take = [&](std::vector<Figure> more) {
        found.insert(found.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    };
    for (auto& area : record.areas)
        take(figures(area));
    for (auto& column : record.history)
        take(figures(column));
    return found;
}

} // namespace kompass
