// How sure each figure and text of one evaluation is, by its cell.
#pragma once

#include "archive/connection.h"
#include "archive/evaluation/effective.h"
#include "archive/evaluation/states.h"
#include "model/cell.h"

#include <cstdint>
#include <map>
#include <optional>

namespace kompass::enquiry {

/// What is not stated, and nobody misses, is not among them. Of a list in doubt, the list is.
class CellStates {
public:
    using State = archive::State;

    void add(const Cell& cell, const std::optional<State>& state);
    [[nodiscard]] std::optional<State> of(const Cell& cell) const;
    [[nodiscard]] const std::map<Cell, State>& all() const { return states_; }

private:
    std::map<Cell, State> states_;
};

/// As the views say of the evaluation that this report is preferred of. Part of the caller's transaction.
[[nodiscard]] CellStates cell_states(const archive::Connection& connection, std::int64_t report);

/// Of a document on its own: its figures and what it states of itself.
[[nodiscard]] CellStates cell_states(const archive::Effective& effective);

} // namespace kompass::enquiry
