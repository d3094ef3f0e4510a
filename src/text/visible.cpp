#include "text/visible.h"

#include "text/unicode.h"

#include <fmt/format.h>

#include <cstdint>
#include <iterator>

namespace kompass::text {
namespace {

bool parts_lines(std::string_view at) {
    return at[0] == '\n' || at[0] == '\t' || at[0] == '\f' || at.starts_with("\r\n");
}

std::string made_visible(std::string_view text, bool one_line) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const auto sign = unicode::first_sign(text);
        if (!sign.well_formed)
            result += "\uFFFD";
        else if (unicode::is_control(sign.point) && (one_line || !parts_lines(text)))
            fmt::format_to(std::back_inserter(result), "\\u{:04x}", static_cast<std::uint32_t>(sign.point));
        else
            result += text.substr(0, sign.size);
        text.remove_prefix(sign.size);
    }
    return result;
}

} // namespace

std::string visible(std::string_view text) {
    return made_visible(text, false);
}

std::string visible_line(std::string_view text) {
    return made_visible(text, true);
}

} // namespace kompass::text
