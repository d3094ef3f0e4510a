#include "cli/version_order.h"

#include <charconv>

namespace kompass::cli {
namespace {

/// Takes the first part of `rest` off and gives its number.
int next_part(std::string_view& rest) {
    const auto part = rest.substr(0, rest.find('.'));
    rest.remove_prefix(part.size() == rest.size() ? rest.size() : part.size() + 1);
    if (part.empty()) return 0;
    int number = -1;
    std::from_chars(part.data(), part.data() + part.size(), number);
    return number;
}

} // namespace

bool is_before(std::string_view version, std::string_view other) {
    if (version.empty()) return !other.empty();
    while (!version.empty() || !other.empty()) {
        const int own = next_part(version);
        const int others = next_part(other);
        if (own != others) return own < others;
    }
    return false;
}

} // namespace kompass::cli
