// The middle one of some values, which few odd ones among them do not move. Pure and thread safe.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace kompass {

/// Half of the values are as great or greater; of an even number the greater one of both in the middle.
/// `values` is not empty.
template <typename T>
[[nodiscard]] T median(std::vector<T> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace kompass
