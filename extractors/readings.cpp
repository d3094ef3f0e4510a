#include "extractors/readings.h"

#include "model/printed_tokens.h"

#include <algorithm>

namespace kompass {

void note_if_unsure(const TableCell& cell, const Cell& figure, const DoubtNotes& notes,
                    audit::Evidence& evidence) {
    constexpr double sure_figure = 0.8;
    const auto read = printed::figure(cell.text);
    if (!read || cell.confidence >= sure_figure) return;
    std::vector<Decimal> values{read->value};
    for (const auto& reading : cell.readings) {
        const auto other = printed::figure(reading);
        if (other && std::find(values.begin(), values.end(), other->value) == values.end())
            values.push_back(other->value);
    }
    evidence.unsure[figure] = {cell.confidence, {values.begin() + 1, values.end()}};
    notes.doubtful.push_back(note_of(figure));
    notes.candidates[note_of(figure)] = std::move(values);
}

} // namespace kompass
