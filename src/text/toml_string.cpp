#include "text/toml_string.h"

#include <fmt/format.h>

namespace kompass::text {

std::string toml_string(const std::string& text) {
    std::string made = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            made += fmt::format("\\{}", c);
        else if (byte < 0x20 || byte == 0x7F)
            made += fmt::format("\\u{:04X}", byte);
        else
            made += c;
    }
    return made + "\"";
}

} // namespace kompass::text
