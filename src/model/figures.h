// The figures of a record one by one, each under its name and with the notes that are kept about it.
//
// A figure's cell (model/cell.h) does not change when a report is read again. A figure that is not there is
// not listed, but for points, maximum and percent of a row and an area's box, which are listed without a
// value. Pointers are into the record and live as long as it does and nothing is added to its lists. No
// errors.
#pragma once

#include "model/cell.h"
#include "model/record.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kompass {

struct Figure {
    Cell cell;
    int area = 0;      ///< 0: not of one area
    std::string field; ///< its name in the notes
    std::optional<Decimal>* value = nullptr;
    std::vector<std::string>* doubtful = nullptr;
    std::map<std::string, std::vector<Decimal>>* candidates = nullptr;
    std::vector<ScoreRepair>* repairs = nullptr;
    const Places* places = nullptr;

    [[nodiscard]] bool is_doubtful() const;
    /// Names it doubtful, once.
    void doubt() const;
    /// Takes back doubt and candidates.
    void trust() const;
};

/// In the order of the report: by area (questions, total, box), then the history by column, then the same of
/// each other scoring with its grand total.
[[nodiscard]] std::vector<Figure> figures(Record& record);
/// Those of one area.
[[nodiscard]] std::vector<Figure> figures(Area& area);
/// Those of one column of the history.
[[nodiscard]] std::vector<Figure> figures(HistoryColumn& column);
/// Those of a scoring that is the `number`th of a report.
[[nodiscard]] std::vector<Figure> figures(Scoring& scoring, int number);

} // namespace kompass
