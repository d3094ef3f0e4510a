// How sure what is in effect is: each figure and text of it, and each row of them.
//
// Pure; no errors.
#pragma once

#include "archive/evaluation/effective.h"

#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace kompass::archive {

/// From what wants no look to what a person should see first.
enum class State {
    sound,             ///< nothing speaks against it
    from_another_file, ///< of a row: sound, and the preferred document does not have it
    decided,           ///< by a person
    repaired,          ///< misread, and the arithmetic tells what it is
    inconsistent,      ///< it stands as published, and others contradict it
    doubtful           ///< a person should look
};

[[nodiscard]] const char* name_of(State state);
/// nullopt: no state is called so.
[[nodiscard]] std::optional<State> state_from(std::string_view name);

/// What should not be built on before a person has looked: doubtful or inconsistent.
[[nodiscard]] bool is_unsound(const std::optional<State>& state);

/// The one that a person should see first; none of none.
[[nodiscard]] std::optional<State> foremost(std::initializer_list<std::optional<State>> states);

/// What is to be said of each figure. A figure that is not stated, and that nobody misses, has no state.
class FigureStates {
public:
    explicit FigureStates(const Effective& effective);

    [[nodiscard]] std::optional<State> of(const Cell& cell) const;

private:
    std::map<Cell, std::optional<State>> states_;
};

/// Of a fact that the report states of itself. `doubtful`: the names of those in doubt.
[[nodiscard]] State state_of_fact(const Effective& effective, CellField field);

} // namespace kompass::archive
