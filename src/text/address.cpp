#include "text/address.h"

#include <algorithm>

namespace kompass::text {
namespace {

/// What may stand in an address; others are written %20 and the like.
bool is_of_address(char sign) {
    const auto code = static_cast<unsigned char>(sign);
    return code > ' ' && code != 0x7F && std::string_view("\"<>\\^`{|}").find(sign) == std::string_view::npos;
}

} // namespace

bool is_address(std::string_view text) {
    for (const std::string_view scheme : {"https://", "http://", "ftp://"}) {
        if (!text.starts_with(scheme)) continue;
        const auto rest = text.substr(scheme.size());
        const auto host = rest.substr(0, rest.find_first_of("/?#"));
        return host.find('.') != std::string_view::npos && !host.starts_with('.') &&
               std::all_of(text.begin(), text.end(), is_of_address);
    }
    return false;
}

} // namespace kompass::text
