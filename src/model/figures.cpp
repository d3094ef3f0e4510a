#include "model/figures.h"

#include <algorithm>
#include <iterator>

namespace kompass {
namespace {

void add_score(const std::string& row, int area, Score& score, std::vector<Figure>& figures) {
    const auto add = [&](const char* field, std::optional<int>& value) {
        figures.push_back({row + " " + field, area, field, &value, &score.doubtful, &score.candidates,
                           &score.repairs, &score.places});
    };
    add("points", score.points);
    add("max", score.max);
    add("percent", score.percent);
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
        add_score(question.number, area.number, question.score, found);
    const auto name = "area " + std::to_string(area.number);
    add_score(name + " total", area.number, area.total, found);
    found.push_back({name + " box points", area.number, "box_points", &area.box_points, &area.doubtful,
                     &area.candidates, &area.repairs, &area.places});
    return found;
}

std::vector<Figure> figures(HistoryColumn& column) {
    std::vector<Figure> found;
    const auto name = "history " + std::to_string(column.year) + " ";
    const auto add = [&](const std::string& field, int area, std::optional<int>& value) {
        found.push_back({name + field, area, field, &value, &column.doubtful, &column.candidates,
                         &column.repairs, &column.places});
    };
    for (std::size_t i = 0; i < column.areas.size(); ++i) {
        const int area = static_cast<int>(i) + 1;
        add("area " + std::to_string(area), area, column.areas[i]);
    }
    add("total", 0, column.total);
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
