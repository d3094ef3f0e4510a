#include "extractors/nesting.h"

#include "layout/measures.h"

#include <optional>

namespace kompass {

namespace {

std::optional<double> left_of(const Block& block) {
    if (block.places.empty() || !block.places.front().box) return std::nullopt;
    return block.places.front().box->x0;
}

} // namespace

bool stands_outside(const Block& item, const Block& inner) {
    const auto left = left_of(item);
    const auto inside = left_of(inner);
    return left && inside && *left + layout::measures::aligned * inner.font_size < *inside;
}

} // namespace kompass
