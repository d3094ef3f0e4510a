// How sure a figure or text is, as a sign behind it: on terminals, pages and charts alike. The only place
// that knows the signs. Pure.
#pragma once

#include "archive/evaluation/states.h"

#include <optional>

namespace kompass::publish {

/// "?", "!", "~", "*" or "†"; empty of what is sound or not stated.
[[nodiscard]] const char* sign_of(const std::optional<archive::State>& state);

} // namespace kompass::publish
