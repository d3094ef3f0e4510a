#include "archive/evaluation/states.h"

#include "model/figures.h"
#include "model/record_facts.h"

#include <algorithm>

namespace kompass::archive {
namespace {

std::optional<State> state_of(const Effective& effective, const Figure& figure) {
    if (effective.is_decided(figure.cell)) return State::decided;
    if (figure.is_doubtful()) return State::doubtful;
    if (!figure.value->has_value()) return std::nullopt;
    const bool repaired =
        std::any_of(figure.repairs->begin(), figure.repairs->end(),
                    [&](const ScoreRepair& repair) { return repair.field == figure.field; });
    if (repaired) return State::repaired;
    const auto& findings = effective.record.findings_of_audit;
    const bool contradicted = std::any_of(findings.begin(), findings.end(), [&](const auto& finding) {
        return finding.verdict == Verdict::inconsistent && finding.cell.covers(figure.cell);
    });
    return contradicted ? State::inconsistent : State::sound;
}

} // namespace

const char* name_of(State state) {
    switch (state) {
    case State::sound:
        return "sound";
    case State::from_another_file:
        return "from another file";
    case State::decided:
        return "decided";
    case State::repaired:
        return "repaired";
    case State::inconsistent:
        return "inconsistent";
    case State::doubtful:
        break;
    }
    return "doubtful";
}

std::optional<State> state_from(std::string_view name) {
    for (const auto state : {State::sound, State::from_another_file, State::decided, State::repaired,
                             State::inconsistent, State::doubtful})
        if (name == name_of(state)) return state;
    return std::nullopt;
}

bool is_unsound(const std::optional<State>& state) {
    return state >= State::inconsistent; // none is less than any
}

std::optional<State> foremost(std::initializer_list<std::optional<State>> states) {
    return std::max(states); // none is less than any
}

FigureStates::FigureStates(const Effective& effective) {
    auto record = effective.record;
    for (const auto& figure : figures(record))
        states_.emplace(figure.cell, state_of(effective, figure));
}

std::optional<State> FigureStates::of(const Cell& cell) const {
    const auto found = states_.find(cell);
    return found == states_.end() ? std::nullopt : found->second;
}

State state_of_fact(const Effective& effective, CellField field) {
    const auto cell = report_cell(field);
    if (effective.is_decided(cell)) return State::decided;
    return is_doubtful(effective.record.doubtful, note_of(cell)) ? State::doubtful : State::sound;
}

} // namespace kompass::archive
