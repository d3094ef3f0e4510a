#include "publish/state_sign.h"

namespace kompass::publish {

using archive::State;

const char* sign_of(const std::optional<State>& state) {
    switch (state.value_or(State::sound)) {
    case State::sound:
        break;
    case State::from_another_file:
        return "†";
    case State::decided:
        return "*";
    case State::repaired:
        return "~";
    case State::inconsistent:
        return "!";
    case State::doubtful:
        return "?";
    }
    return "";
}

} // namespace kompass::publish
