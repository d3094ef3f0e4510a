// The order of version numbers, "0.9.2" before "0.10". Pure.
#pragma once

#include <string_view>

namespace kompass::cli {

/// Compared part by part as numbers; a part that is missing counts as 0, one that is no number as lower than
/// any. The empty version comes before all.
[[nodiscard]] bool is_before(std::string_view version, std::string_view other);

} // namespace kompass::cli
