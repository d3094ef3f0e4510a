// How sure each figure and text of one evaluation is, by its cell.
#pragma once

#include "archive/connection.h"
#include "archive/evaluation/effective.h"
#include "archive/evaluation/states.h"
#include "model/cell.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

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

/// SQL for the state of a figure in a row of a view: of rows, not of their figures, the views say that they
/// are of another file than the preferred one. `also` is a further condition, which spares looking it up.
[[nodiscard]] std::string state_with_file(std::string_view column, std::string_view also = "");

/// As the views say of the evaluation that this report is preferred of. Part of the caller's transaction.
[[nodiscard]] CellStates cell_states(const archive::Connection& connection, std::int64_t report);

/// Of the edition that the evaluation is taken to be of; none: nobody told it.
[[nodiscard]] std::optional<archive::State> edition_state(const archive::Connection& connection,
                                                          std::int64_t report);

/// What figures that were doubtful are since another was decided, and why: "7: settled by a decision: …".
[[nodiscard]] std::map<Cell, std::string> settled_figures(const archive::Connection& connection,
                                                          std::int64_t report);

/// Of a document on its own: its figures and what it states of itself.
[[nodiscard]] CellStates cell_states(const archive::Effective& effective);

} // namespace kompass::enquiry
