// Numbers for people: figures in groups of three.
//
// Pure; thread safe.
#pragma once

#include <cstddef>
#include <string>

namespace kompass::read {

/// 2210 -> "2 210".
[[nodiscard]] inline std::string grouped(std::size_t number) {
    auto digits = std::to_string(number);
    for (auto at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), " ");
    return digits;
}

} // namespace kompass::read
